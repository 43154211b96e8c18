import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import type { PanelState } from '../../components/panel/view';
import type { Client } from '../../lib/messages/client';
import type { BackgroundMessages } from '../../lib/messages/contract';
import type { EntityId } from '../../lib/model/ids';
import { addedSites, disabledSites, paused } from '../../lib/settings/settings';
import { readTab } from './read-tab';
import { watchTab } from './watch-tab';

interface TabState {
  state: PanelState;
  tabId: number | null;
  /** What was saved here, or let go of: shown at once. */
  markSaved(ids: readonly EntityId[], saved: boolean): void;
  /** The page was asked for, and lets no extension in. */
  showClosed(why: 'refused' | 'pdf'): void;
}

/** What is to be shown of the tab the panel stands beside, kept up with the tab, its page and the reader's settings. */
export function useTabState(onlyTab: number | null, background: Client<BackgroundMessages>, report: (error: unknown) => void): TabState {
  const [state, setState] = useState<PanelState>({ kind: 'pending' });
  const tab = useRef<number | null>(onlyTab);
  const markSaved = useCallback((ids: readonly EntityId[], saved: boolean) => setState((now) => withSaved(now, ids, saved)), []);

  const showClosed = useCallback((why: 'refused' | 'pdf') => setState({ kind: 'closed', why }), []);

  useEffect(() => {
    const stop = new AbortController();
    const { signal } = stop;
    let isLooking = false;
    let isStale = false;
    /** However much news there is, one question at a time, and one more when it has come meanwhile. */
    const look = async () => {
      isStale = isLooking;
      if (isLooking) return;
      isLooking = true;
      do {
        isStale = false;
        const asked = tab.current;
        const answer = await readTab(asked, background, report).catch((error) => report(error));
        if (signal.aborted) return;
        if (asked !== tab.current) isStale = true;
        else if (answer) setState(answer);
      } while (isStale);
      isLooking = false;
    };
    watchTab({
      signal,
      onlyTab,
      onNews: (tabId) => {
        tab.current = tabId;
        void look();
      },
    });
    paused.watch(look, signal);
    disabledSites.watch(look, signal);
    addedSites.watch(look, signal);
    // The stars of cards and of the popup are heard here too, on their way to the background.
    const heard = (message: unknown): undefined => {
      const { name, input } = (message ?? {}) as { name?: string; input?: { entityId?: EntityId } };
      if (input?.entityId && (name === 'saved.put' || name === 'saved.remove')) markSaved([input.entityId], name === 'saved.put');
    };
    browser.runtime.onMessage.addListener(heard);
    signal.addEventListener('abort', () => browser.runtime.onMessage.removeListener(heard));
    return () => stop.abort();
  }, [onlyTab, background, report, markSaved]);

  return { state, tabId: tab.current, markSaved, showClosed };
}

function withSaved(state: PanelState, ids: readonly EntityId[], saved: boolean): PanelState {
  if (state.kind !== 'ready' || !state.cast.facts) return state;
  const members = new Map(state.cast.facts.members);
  for (const id of ids) {
    const member = members.get(id);
    if (member) members.set(id, { ...member, saved });
  }
  return { ...state, cast: { ...state.cast, facts: { ...state.cast.facts, members } } };
}
