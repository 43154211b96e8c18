import { browser } from 'wxt/browser';
import { leaveOnAbort } from './leave-event';

const KEY = 'index-revision';

/** Tells every page that the dictionary in use is another one now. */
export async function announceIndexRevision(revision: string): Promise<void> {
  await browser.storage.local.set({ [KEY]: revision });
}

/** Calls back each time the index changed, until the signal aborts: what was annotated before is to be annotated again. */
export function watchIndexRevision(listener: () => void, signal: AbortSignal): void {
  const changed = (changes: Record<string, { oldValue?: unknown; newValue?: unknown }>) => {
    const change = changes[KEY];
    if (change && change.newValue !== change.oldValue) listener();
  };
  browser.storage.local.onChanged.addListener(changed);
  leaveOnAbort(() => browser.storage.local.onChanged, changed, signal);
}
