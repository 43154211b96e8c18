import { browser } from 'wxt/browser';
import { createLightClient, sendToTab } from '../messages/client';
import type { BackgroundMessages, OutputOf, TabMessages } from '../messages/contract';
import { injectScripts } from './site-scripts';

/**
 * Annotates the page a tab shows now, once, on whatever site it is. The browser allows it for the tab in which the reader has just
 * called upon the extension (activeTab), until that tab goes elsewhere.
 */
export async function annotateTab(tabId: number): Promise<OutputOf<BackgroundMessages, 'page.start'>> {
  if (await isAnnotated(tabId)) return { outcome: 'started' };
  try {
    const [frame] = await browser.scripting.executeScript({ target: { tabId }, func: () => document.contentType });
    if (frame?.result === 'application/pdf') return { outcome: 'pdf' };
    await injectScripts(tabId);
    return { outcome: 'started' };
  } catch {
    // Pages of the browser, of its shop, of other extensions, and its own viewer of PDFs let nobody in.
    const { url = '' } = await browser.tabs.get(tabId);
    return { outcome: /\.pdf(?:$|[?#])/i.test(url) ? 'pdf' : 'refused' };
  }
}

function isAnnotated(tabId: number): Promise<boolean> {
  return createLightClient<TabMessages>(sendToTab(tabId))
    .call('tab.mentions', {})
    .then(
      () => true,
      () => false,
    );
}
