import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { Popup } from '../../components/popup/Popup';
import type { PopupEvents, SavedEntity } from '../../components/popup/view';
import { keyOf, TextProvider, type Translate } from '../../components/ui/text';
import { createClient, sendToBackground } from '../../lib/messages/client';
import { BACKGROUND_MESSAGES } from '../../lib/messages/contract';
import { MessageError } from '../../lib/messages/message-error';
import type { EntityId } from '../../lib/model/ids';
import { hasSidePanel, openSidePanel } from '../../lib/services/side-panel';
import { disabledSites, paused as pausedSetting, readingHistory } from '../../lib/settings/settings';
import { withSwitch } from '../../lib/settings/sites';
import { type FoundPage, findPage, nowhere } from './find-page';

const background = createClient(BACKGROUND_MESSAGES, sendToBackground);
const MOST_FOUND = 50;

function openIndex(hash: string): void {
  void browser.tabs.create({ url: `${browser.runtime.getURL('/options.html')}${hash}` }).then(() => window.close());
}

/** Wires the popup to the background, the tab and the settings. */
export function PopupApp({ t }: { t: Translate }) {
  const [saved, setSaved] = useState<SavedEntity[] | null>(null);
  const [page, setPage] = useState<FoundPage>({ state: { kind: 'pending' }, scrollTo: nowhere });
  /** Known beforehand: in the turn of a press there is no time to ask. */
  const ownWindow = useRef(-2);
  const [news, setNews] = useState<ReadonlyMap<EntityId, SavedEntity['why']>>(new Map());
  const [paused, setPaused] = useState(false);
  const [history, setHistory] = useState(true);
  const [failure, setFailure] = useState<string>();

  const tell = useCallback(
    (error: unknown) => setFailure(t(keyOf('error', error instanceof MessageError ? error.code : 'unexpected'))),
    [t],
  );
  const readSaved = useCallback(() => background.call('saved.list', {}).then(setSaved).catch(tell), [tell]);
  const tabRead = useRef<number | undefined>(undefined);
  const readings = useRef(0);
  const readPage = useCallback(async () => {
    readings.current += 1;
    const reading = readings.current;
    try {
      const found = await findPage(tabRead.current);
      tabRead.current ??= found.tabId;
      // Frames report one by one: an answer that a later question has overtaken knows fewer of them.
      if (reading === readings.current) setPage(found);
    } catch (error) {
      tell(error);
    }
  }, [tell]);

  useEffect(() => {
    void readSaved();
    void readPage();
    void browser.windows?.getCurrent().then(({ id }) => {
      if (id !== undefined) ownWindow.current = id;
    });
    // Asked once: asking is looking, and what was new stays marked while the popup is open.
    background.call('saved.news', {}).then((fresh) => setNews(new Map(fresh.map(({ entityId, why }) => [entityId, why]))), tell);
    pausedSetting.get().then(setPaused, tell);
    readingHistory.get().then(setHistory, tell);
    // A session that begins or finds more says so to the background; the popup hears it too.
    const heard = (message: unknown): undefined => {
      if (typeof message === 'object' && message !== null && 'name' in message && message.name === 'page.found') void readPage();
    };
    browser.runtime.onMessage.addListener(heard);
    return () => browser.runtime.onMessage.removeListener(heard);
  }, [readSaved, readPage, tell]);

  const events = useMemo<PopupEvents>(
    () => ({
      onOpen: (id) => openIndex(`#/entity/${id}`),
      onOpenIndex: () => openIndex(''),
      onOpenPanel: hasSidePanel()
        ? () => {
            openSidePanel(ownWindow.current)
              .then(() => globalThis.close())
              .catch(tell);
          }
        : undefined,
      onSave: (entityId, save) =>
        void background
          .call(save ? 'saved.put' : 'saved.remove', { entityId })
          .then(readSaved)
          .catch(tell),
      onChange: (entityId, change) =>
        void background
          .call('saved.put', { entityId, ...change })
          .then(readSaved)
          .catch(tell),
      onLastMet: (ids) => background.call('history.last', { ids }),
      onPause: (is) =>
        void pausedSetting
          .set(is)
          .then(() => setPaused(is))
          .catch(tell),
      onOpenHistory: () => openIndex('#/history'),
      onScrollTo: page.scrollTo,
      onSwitchSite: (on) => {
        const host = 'host' in page.state ? page.state.host : null;
        if (!host) return;
        void disabledSites
          .update((hosts) => withSwitch(hosts, host, on))
          .then(readPage)
          .catch(tell);
      },
      onAnnotate: () => {
        if (page.tabId === undefined) return;
        void background
          .call('page.start', { tabId: page.tabId })
          .then(({ outcome }) =>
            outcome === 'started' ? readPage() : setPage({ state: { kind: 'closed', why: outcome }, scrollTo: nowhere }),
          )
          .catch(tell);
      },
      onAddSite: (host) => openIndex(`#/sites/add/${encodeURIComponent(host)}`),
      onSearch: async (query) => (await background.call('entities.search', { query, limit: MOST_FOUND })).rows,
    }),
    [page, readPage, readSaved, tell],
  );
  const marked = useMemo(
    () =>
      saved && news.size > 0
        ? saved.map((item) => {
            const why = news.get(item.entityId);
            return why ? { ...item, why } : item;
          })
        : saved,
    [saved, news],
  );
  return (
    <TextProvider value={t}>
      <Popup saved={marked} page={page.state} paused={paused} history={history} failure={failure} events={events} />
    </TextProvider>
  );
}
