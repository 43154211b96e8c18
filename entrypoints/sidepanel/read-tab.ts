import { browser } from 'wxt/browser';
import type { Cast, PanelState } from '../../components/panel/view';
import { type Client, createClient, sendToTab } from '../../lib/messages/client';
import { type BackgroundMessages, TAB_MESSAGES } from '../../lib/messages/contract';
import { type AddedSite, addedSites, disabledSites, paused } from '../../lib/settings/settings';
import { isOff, siteOf } from '../../lib/settings/sites';

/** What can be said of a tab: whom its page mentions with all the index knows of them, or why there is nothing to say. */
export async function readTab(
  tabId: number | null,
  background: Client<BackgroundMessages>,
  report: (error: unknown) => void,
): Promise<PanelState> {
  if (tabId === null) return { kind: 'foreign', host: null };
  const client = createClient(TAB_MESSAGES, sendToTab(tabId));
  const page = await client.call('tab.mentions', {}).catch(() => null);
  if (!page) return whyNothing(tabId);
  if (!page.annotated) return { kind: 'pending' };
  const ids = page.entities.flatMap(({ entityId }) => entityId ?? []);
  const facts = await background.call('page.cast', { ids }).then(
    ({ members, references }): Cast['facts'] => ({
      members: new Map(members.map((member) => [member.entity.id, member])),
      references,
    }),
    (error) => {
      report(error);
      return null;
    },
  );
  return { kind: 'ready', cast: { ...page, facts } };
}

/** A tab's address is only readable on sites we may read, and where the reader has just called upon the extension from the toolbar. */
async function whyNothing(tabId: number): Promise<PanelState> {
  const [tab, rest, off, added] = await Promise.all([
    browser.tabs.get(tabId).catch(() => null),
    paused.get(),
    disabledSites.get(),
    addedSites.get(),
  ]);
  const host = tab?.url?.startsWith('http') ? new URL(tab.url).hostname : null;
  if (!host || !isListed(host, added)) return { kind: 'foreign', host };
  if (rest) return { kind: 'paused' };
  return isOff(off, host) ? { kind: 'off', host } : { kind: 'unreached' };
}

function isListed(host: string, added: readonly AddedSite[]): boolean {
  return siteOf(host) !== undefined || added.some((site) => site.host === host);
}
