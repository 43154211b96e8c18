import type { Plugin } from 'vite';

const MODULE = '\0native-browser';
/** Scripts that run in pages, where every kilobyte is paid on every page. */
const IN_PAGES = /entrypoints\/(content|card)\b/;

/**
 * Gives the scripts that run in pages the browser's own API object. The browsers we ask for answer with promises by themselves, so the
 * polyfill's table of every method would be ten kilobytes for nothing; the background and our pages keep the polyfill.
 */
export function nativeBrowserInPages(): Plugin {
  let inPage = false;
  return {
    name: 'native-browser-in-pages',
    enforce: 'pre',
    options(options) {
      inPage = IN_PAGES.test(JSON.stringify(options.input ?? ''));
    },
    resolveId: (id) => (inPage && /webextension-polyfill/.test(id) ? MODULE : undefined),
    load: (id) =>
      id === MODULE
        ? 'export const browser = globalThis.browser?.runtime?.id ? globalThis.browser : globalThis.chrome;\nexport default browser;'
        : undefined,
  };
}
