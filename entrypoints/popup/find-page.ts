import { browser } from 'wxt/browser';
import type { PageState } from '../../components/popup/view';
import { createClient, sendToBackground } from '../../lib/messages/client';
import { BACKGROUND_MESSAGES } from '../../lib/messages/contract';
import { firstOf, framesOf, together } from '../../lib/services/page-frames';
import { addedSites, disabledSites } from '../../lib/settings/settings';
import { isOff, siteOf } from '../../lib/settings/sites';

export interface FoundPage {
  state: PageState;
  /** Scrolls to the next mention of an entity, in the first frame that has one. */
  scrollTo(key: string): Promise<boolean>;
  tabId?: number;
}

export const nowhere = async () => false;

/**
 * The tab the popup was opened on (the active one, until it is `known`), and what our sessions in its frames have found. Its address
 * is readable on the sites we may read anyway, and wherever the reader opened the popup from the toolbar.
 */
export async function findPage(known?: number): Promise<FoundPage> {
  const tab = known === undefined ? (await browser.tabs.query({ active: true, currentWindow: true }))[0] : await browser.tabs.get(known);
  const host = hostOf(tab?.url);
  if (tab?.id === undefined || !host) return { state: { kind: 'closed', why: 'refused' }, scrollTo: nowhere };
  const [off, added] = await Promise.all([disabledSites.get(), addedSites.get()]);
  const { id: tabId } = tab;
  if (isOff(off, host)) return { state: { kind: 'off', host }, scrollTo: nowhere, tabId };
  const isListed = siteOf(host) !== undefined || added.some((site) => site.host === host);
  const clients = await framesOf(tabId, createClient(BACKGROUND_MESSAGES, sendToBackground));
  const answers = await Promise.all(clients.map((client) => client.call('tab.mentions', {}).catch(() => null)));
  const there = answers.filter((answer) => answer !== null);
  if (there.length === 0) return { state: { kind: isListed ? 'unreached' : 'foreign', host }, scrollTo: nowhere, tabId };
  const state: PageState = {
    kind: 'ready',
    host,
    entities: together(there.flatMap(({ entities }) => entities)),
    following: there.every(({ givenUp }) => !givenUp),
    ...(!isListed && { visiting: true }),
  };
  return {
    state,
    tabId,
    scrollTo: async (key) => (await firstOf(clients, (client) => client.call('tab.scrollTo', { key }))) !== null,
  };
}

function hostOf(url: string | undefined): string | null {
  return url?.startsWith('http') ? new URL(url).hostname : null;
}
