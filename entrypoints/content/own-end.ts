import { browser } from 'wxt/browser';
import type { ContentScriptContext } from 'wxt/utils/content-script-context';
import type { NoticeHost } from '../../lib/page/notice-host';

/** How often a page in view asks whether its extension is still there, in milliseconds: nothing tells it. */
const ASK_MS = 2000;

/**
 * Notices that the extension has been updated, reloaded or removed under this page, which ends the context. (In Firefox scripts end with
 * their extension, and the new one begins by itself.)
 */
export function watchOwnEnd(ctx: ContentScriptContext): void {
  const ask = () => document.hidden || ctx.isInvalid;
  ctx.setInterval(ask, ASK_MS);
  document.addEventListener('visibilitychange', ask, { signal: ctx.signal });
}

/** Whether this script outlived its extension. A script that only gave way to a newer one did not. */
export const isOrphan = () => browser.runtime?.id === undefined;

/** A way to offer a reload later: words must be fetched while there is somebody to ask for them. */
export function reloadOffer(notice: NoticeHost): () => void {
  const [text, action, dismiss] = [
    browser.i18n.getMessage('update_notice'),
    browser.i18n.getMessage('update_reload'),
    browser.i18n.getMessage('update_later'),
  ];
  return () => notice.offer({ text, action, dismiss, onAction: () => location.reload() });
}
