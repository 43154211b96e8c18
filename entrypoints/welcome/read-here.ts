import { highlightCss } from '../../lib/appearance/highlight-css';
import { NoticeHost } from '../../lib/page/notice-host';
import { appearance, hoverDelay } from '../../lib/settings/settings';
import { readPage } from '../content/read-page';

/** Reads this page as any article is read: the same marks, the same cards, from the same index. */
export async function readHere(): Promise<void> {
  const { signal } = new AbortController();
  const [look, delay] = await Promise.all([appearance.get(), hoverDelay.get()]);
  const sheet = new CSSStyleSheet();
  document.adoptedStyleSheets.push(sheet);
  readPage({
    signal,
    site: { siteArea: 'area/wujin' },
    restDelay: () => delay,
    appearance: look,
    notice: new NoticeHost(document, signal),
    style: (wanted) => sheet.replaceSync(wanted ? highlightCss(wanted) : ''),
    onError: console.warn,
  });
}
