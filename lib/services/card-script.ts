import { browser } from 'wxt/browser';
import type { Sender } from '../messages/server';

/** Runs card.js in the frame that asks, beside the content script that is there already. */
export async function loadCard({ tab, frameId = 0 }: Sender): Promise<void> {
  if (tab?.id === undefined) return;
  await browser.scripting.executeScript({ target: { tabId: tab.id, frameIds: [frameId] }, files: ['/card.js'] });
}
