import { browser } from 'wxt/browser';
import type { PageEntity, PageState } from '../../components/popup/view';
import { createClient, sendToBackground, sendToTab } from '../../lib/messages/client';
import { BACKGROUND_MESSAGES, TAB_MESSAGES } from '../../lib/messages/contract';
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
 * The active tab, and what our sessions in its frames have found. Its address is readable on the sites we may read anyway, and wherever
 * the reader opened the popup from the toolbar.
 */
export async function findPage(): Promise<FoundPage> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  const host = hostOf(tab?.url);
  if (tab?.id === undefined || !host) return { state: { kind: 'closed', why: 'refused' }, scrollTo: nowhere };
  const [off, added] = await Promise.all([disabledSites.get(), addedSites.get()]);
  const { id: tabId } = tab;
  if (isOff(off, host)) return { state: { kind: 'off', host }, scrollTo: nowhere, tabId };
  const isListed = siteOf(host) !== undefined || added.some((site) => site.host === host);
  const clients = await clientsOf(tabId);
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
    async scrollTo(key) {
      for (const client of clients) if (await client.call('tab.scrollTo', { key }).catch(() => null)) return true;
      return false;
    },
  };
}

/** A way to each frame; the top one is there also before it has found anything. */
async function clientsOf(tabId: number) {
  const { frames } = await createClient(BACKGROUND_MESSAGES, sendToBackground).call('tab.frames', { tabId });
  return [...new Set([0, ...frames])].map((frameId) => createClient(TAB_MESSAGES, sendToTab(tabId, frameId)));
}

/** What several frames mention, each entity once. */
function together(all: PageEntity[]): PageEntity[] {
  const entities = new Map<string, PageEntity>();
  for (const entity of all) {
    const known = entities.get(entity.key);
    entities.set(entity.key, known ? { ...known, count: known.count + entity.count } : entity);
  }
  return [...entities.values()];
}

function hostOf(url: string | undefined): string | null {
  return url?.startsWith('http') ? new URL(url).hostname : null;
}
