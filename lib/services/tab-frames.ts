import { browser } from 'wxt/browser';
import type { Sender } from '../messages/server';

/** What is known of a tab's frames. Kept in the session's storage: it outlives the background, not the browser. */
interface Frames {
  /** How many entities each frame shows, by its id. */
  counts: Record<string, number>;
  /** The frame the keyboard was last in. */
  at?: number;
}

const MOST = 999;
const keyOf = (tabId: number) => `frames.${tabId}`;

/** Which frames of a tab have a session, and what they show together: the number on the toolbar. */
export class TabFrames {
  #last: Promise<unknown> = Promise.resolve();

  /** What the sender's frame shows now. A top frame's `fresh` session means another page: its frames are asked to report anew. */
  async found({ tab, frameId = 0 }: Sender, { entities, fresh = false }: { entities: number; fresh?: boolean | undefined }): Promise<void> {
    const tabId = tab?.id;
    if (tabId === undefined) return;
    const isAnother = fresh && frameId === 0;
    const frames = await this.#change(tabId, (before) => {
      const counts = isAnother ? {} : before.counts;
      return { ...(isAnother ? {} : before), counts: { ...counts, [frameId]: entities } };
    });
    const total = Object.values(frames.counts).reduce((sum, count) => sum + count, 0);
    await browser.action.setBadgeText({ tabId, text: total === 0 ? '' : total > MOST ? `${MOST}+` : String(total) });
    // Frames within may have been faster than the page around them.
    if (isAnother) await browser.tabs.sendMessage(tabId, { name: 'tab.report', input: {} }).catch(() => undefined);
  }

  /** Ids of the frames that have a session, the top one first; a frame that has reported is among them, however lately. */
  async of(tabId: number): Promise<{ frames: number[]; at: number }> {
    await this.#last;
    const { counts, at = 0 } = await read(tabId);
    return {
      frames: Object.keys(counts)
        .map(Number)
        .sort((a, b) => a - b),
      at,
    };
  }

  /** The keyboard is in that frame now. */
  async moveTo(tabId: number, frameId: number): Promise<void> {
    await this.#change(tabId, (before) => ({ ...before, at: frameId }));
  }

  async forget(tabId: number): Promise<void> {
    await browser.storage.session.remove(keyOf(tabId));
  }

  /** Changes come one after the other: two frames that report at once both count. */
  #change(tabId: number, change: (before: Frames) => Frames): Promise<Frames> {
    const changed = this.#last.then(async () => {
      const frames = change(await read(tabId));
      await browser.storage.session.set({ [keyOf(tabId)]: frames });
      return frames;
    });
    this.#last = changed.catch(() => undefined);
    return changed;
  }
}

async function read(tabId: number): Promise<Frames> {
  const key = keyOf(tabId);
  return ((await browser.storage.session.get(key))[key] as Frames | undefined) ?? { counts: {} };
}
