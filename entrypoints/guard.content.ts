import { defineContentScript } from 'wxt/utils/define-content-script';
import { keepKeysInside } from '../lib/page/key-guard';
import { SITE_MATCHES } from '../lib/settings/sites';

/**
 * Before any script of the page: whoever listens on the window first hears first, and what is typed into the card is none of the
 * page's business.
 */
export default defineContentScript({
  matches: SITE_MATCHES,
  runAt: 'document_start',
  main: (ctx) => keepKeysInside(window, ctx.signal),
});
