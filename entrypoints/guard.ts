import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { keepKeysInside } from '../lib/page/key-guard';

/**
 * Runs before any script of the page (see the manifest): whoever listens on the window first hears first, and what is typed into the
 * card is none of the page's business. It knows nothing of the browser, so that it weighs nothing.
 */
export default defineUnlistedScript(() => keepKeysInside(window, new AbortController().signal));
