import { browser } from 'wxt/browser';
import type { Appearance } from '../appearance/appearance';
import { highlightCss } from '../appearance/highlight-css';
import type { Sender } from '../messages/server';

/** The style sheets a frame had and gets; null for none. */
interface Change {
  was: Appearance | null;
  is: Appearance | null;
}

/**
 * Gives the sender's frame the style sheet of its marks. Brought in by the browser it is no part of the page's document, is bound by none of
 * its policies, and reaches its shadow trees.
 * @param origin reaching shadow trees takes a reader's style sheet in Firefox; in Chromium highlights inherit into them, but only from an author's
 */
export async function styleHighlights({ was, is }: Change, { tab, frameId = 0 }: Sender, origin: 'USER' | 'AUTHOR'): Promise<void> {
  if (tab?.id === undefined) return;
  const target = { tabId: tab.id, frameIds: [frameId] };
  if (is) await browser.scripting.insertCSS({ target, origin, css: highlightCss(is) });
  if (was) await browser.scripting.removeCSS({ target, origin, css: highlightCss(was) });
}
