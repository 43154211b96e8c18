import { browser } from 'wxt/browser';
import type { Cast, PanelState } from '../../components/panel/view';
import type { Client } from '../../lib/messages/client';
import type { BackgroundMessages } from '../../lib/messages/contract';
import { framesOf, together } from '../../lib/services/page-frames';
import { type AddedSite, addedSites, disabledSites, paused } from '../../lib/settings/settings';
import { isOff, siteOf } from '../../lib/settings/sites';

/** What can be said of a tab: whom its page mentions with all the index knows of them, or why there is nothing to say. */
export async function readTab(
  tabId: number | null,
  background: Client<BackgroundMessages>,
  report: (error: unknown) => void,
): Promise<PanelState> {
  if (tabId === null) return { kind: 'foreign', host: null };
  const frames = await framesOf(tabId, background);
  const answers = await Promise.all(frames.map((frame) => frame.call('tab.mentions', {}).catch(() => null)));
  const pages = answers.filter((answer) => answer !== null);
  // Of what the frames say of themselves, the outermost that says something counts.
  const [top] = pages;
  if (!top) return whyNothing(tabId);
  if (!pages.some(({ annotated }) => annotated)) return { kind: 'pending' };
  const entities = together(pages.flatMap((page) => page.entities));
  const ids = entities.flatMap(({ entityId }) => entityId ?? []);
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
  return {
    kind: 'ready',
    cast: {
      title: top.title,
      url: top.url,
      date: pages.find(({ date }) => date)?.date ?? null,
      scope: pages.find(({ scope }) => scope)?.scope ?? '',
      givenUp: pages.some(({ givenUp }) => givenUp),
      entities,
      references: [...new Map(pages.flatMap(({ references }) => references).map((reference) => [reference.text, reference])).values()],
      setAside: pages.flatMap(({ setAside, url }) => setAside.map((name) => ({ ...name, page: url }))),
      facts,
    },
  };
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
