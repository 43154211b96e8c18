import { browser } from 'wxt/browser';
import type { PageState } from '../../components/popup/view';
import { type Client, createClient, sendToTab } from '../../lib/messages/client';
import { TAB_MESSAGES, type TabMessages } from '../../lib/messages/contract';
import { disabledSites } from '../../lib/settings/settings';
import { SITES } from '../../lib/settings/sites';

export interface FoundPage {
  state: PageState;
  client: Client<TabMessages> | null;
}

/** The active tab, and what our session in it has found. The address is only readable on the sites we may read anyway. */
export async function findPage(): Promise<FoundPage> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  const host = hostOf(tab?.url);
  if (tab?.id === undefined || !host) return { state: { kind: 'foreign' }, client: null };
  if ((await disabledSites.get()).includes(host)) return { state: { kind: 'off', host }, client: null };
  const client = createClient(TAB_MESSAGES, sendToTab(tab.id));
  try {
    const { entities } = await client.call('tab.mentions', {});
    return { state: { kind: 'ready', host, entities }, client };
  } catch {
    return { state: { kind: 'unreached', host }, client: null };
  }
}

function hostOf(url: string | undefined): string | null {
  if (!url?.startsWith('http')) return null;
  const { hostname } = new URL(url);
  return SITES.some((site) => hostname === site || hostname.endsWith(`.${site}`)) ? hostname : null;
}
