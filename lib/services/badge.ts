import { browser } from 'wxt/browser';
import type { Sender } from '../messages/server';

const MOST = 999;

/** Shows on the toolbar how many entities a tab's frames show together. A page that goes takes its badge along: the browser sees to that. */
export class Badge {
  readonly #tabs = new Map<number, { page: string | undefined; frames: Map<number, number> }>();

  /** What the sender's frame shows now, in place of what it showed before. */
  async found({ tab, frameId = 0, url }: Sender, entities: number): Promise<void> {
    if (tab?.id === undefined) return;
    let shown = this.#tabs.get(tab.id);
    if (!shown || (frameId === 0 && shown.page !== undefined && shown.page !== url)) shown = { page: undefined, frames: new Map() };
    if (frameId === 0) shown.page = url;
    shown.frames.set(frameId, entities);
    this.#tabs.set(tab.id, shown);
    const total = [...shown.frames.values()].reduce((sum, count) => sum + count, 0);
    await browser.action.setBadgeText({ tabId: tab.id, text: total === 0 ? '' : total > MOST ? `${MOST}+` : String(total) });
  }

  forget(tabId: number): void {
    this.#tabs.delete(tabId);
  }
}
