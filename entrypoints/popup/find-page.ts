import { browser } from 'wxt/browser';
import type { PageState } from '../../components/popup/view';
import { type Client, createClient, sendToTab } from '../../lib/messages/client';
import { TAB_MESSAGES, type TabMessages } from '../../lib/messages/contract';
import { addedSites, disabledSites } from '../../lib/settings/settings';
import { isOff, siteOf } from '../../lib/settings/sites';

export interface FoundPage {
  state: PageState;
  client: Client<TabMessages> | null;
  tabId?: number;
}

/**
 * The active tab, and what our session in it has found. Its address is readable on the sites we may read anyway, and wherever the
 * reader opened the popup from the toolbar.
 */
export async function findPage(): Promise<FoundPage> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  const host = hostOf(tab?.url);
  if (tab?.id === undefined || !host) return { state: { kind: 'closed', why: 'refused' }, client: null };
  const [off, added] = await Promise.all([disabledSites.get(), addedSites.get()]);
  const { id: tabId } = tab;
  if (isOff(off, host)) return { state: { kind: 'off', host }, client: null, tabId };
  const isListed = siteOf(host) !== undefined || added.some((site) => site.host === host);
  const client = createClient(TAB_MESSAGES, sendToTab(tabId));
  try {
    const { entities } = await client.call('tab.mentions', {});
    return { state: { kind: 'ready', host, entities, ...(!isListed && { visiting: true }) }, client, tabId };
  } catch {
    return { state: { kind: isListed ? 'unreached' : 'foreign', host }, client: null, tabId };
  }
}

function hostOf(url: string | undefined): string | null {
  return url?.startsWith('http') ? new URL(url).hostname : null;
}
