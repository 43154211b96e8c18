import preact from '@preact/preset-vite';
import { defineConfig } from 'wxt';
import { SITE_MATCHES } from './lib/settings/sites';
import { nativeBrowserInPages } from './tools/native-browser';

export default defineConfig({
  modules: ['@wxt-dev/webextension-polyfill'],
  // Explicit imports only: half of our rooms would be magic otherwise.
  imports: false,
  manifestVersion: 3,
  hooks: {
    // The pack and the finder's words are assets built from data/ and lib/finder/lexicon, which is what people edit.
    'build:before': async () => {
      const { ensurePack } = await import('./tools/data/build');
      await ensurePack();
      const { buildLexiconAsset } = await import('./tools/lexicon/build');
      buildLexiconAsset();
    },
    // Without WXT's wrapping of content scripts, which would be twenty times the script.
    'build:manifestGenerated': (_wxt, manifest) => {
      manifest.content_scripts?.unshift({
        matches: [...SITE_MATCHES],
        js: ['guard.js'],
        all_frames: true,
        match_origin_as_fallback: true,
        run_at: 'document_start',
      });
    },
  },
  vite: () => ({ plugins: [nativeBrowserInPages(), preact()], build: { target: ['chrome128', 'firefox140'] } }),
  manifest: ({ browser }) => ({
    name: '__MSG_extension_name__',
    description: '__MSG_extension_description__',
    default_locale: 'zh_CN',
    omnibox: { keyword: '常' },
    permissions: ['storage', 'unlimitedStorage', 'scripting', 'activeTab', 'contextMenus'],
    // Alt+J, K and I are free in both browsers; the rest is for the reader to set.
    commands: {
      'next-mention': { suggested_key: { default: 'Alt+J' }, description: '__MSG_command_next__' },
      'previous-mention': { suggested_key: { default: 'Alt+K' }, description: '__MSG_command_previous__' },
      'open-mention': { suggested_key: { default: 'Alt+I' }, description: '__MSG_command_open__' },
      'switch-site': { description: '__MSG_command_switch__' },
      'side-panel': { suggested_key: { default: 'Alt+Shift+P' }, description: '__MSG_command_side_panel__' },
    },
    host_permissions: [...SITE_MATCHES],
    // Asked for one host at a time, when the reader adds a site or subscribes to a pack there.
    optional_host_permissions: ['*://*/*'],
    content_security_policy: {
      extension_pages: "script-src 'self' 'wasm-unsafe-eval'; object-src 'self'; connect-src 'self' https: http://localhost:*;",
    },
    ...(browser === 'firefox' && {
      browser_specific_settings: {
        gecko: {
          id: 'longcheng-margins@longcheng.example',
          strict_min_version: '140.0',
          data_collection_permissions: { required: ['none'] },
        },
      },
    }),
    ...(browser === 'chrome' && { minimum_chrome_version: '128' }),
  }),
});
