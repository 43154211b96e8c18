import { PanelRight, Pause, Play, Settings } from 'lucide';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { Icon } from '../ui/Icon';
import { SearchField } from '../ui/SearchField';
import { Switch } from '../ui/Switch';
import { Tabs } from '../ui/Tabs';
import { useText } from '../ui/text';
import { FoundList } from './FoundList';
import { PageList } from './PageList';
import { SavedList } from './SavedList';
import { SavedPanel } from './SavedPanel';
import type { PageState, PopupEvents, SavedEntity } from './view';

export interface PopupProps {
  /** Null until they have been read. */
  saved: SavedEntity[] | null;
  page: PageState;
  /** Off everywhere until the reader goes on. */
  paused: boolean;
  /** Whether the reader wants a history. */
  history: boolean;
  /** A failure to tell the reader of, in words. */
  failure?: string;
  events: PopupEvents;
}

export function Popup({ saved, page, paused, history, failure, events: given }: PopupProps) {
  const t = useText();
  const [tab, setTab] = useState<'saved' | 'news' | 'page'>('saved');
  const [query, setQuery] = useState('');
  const root = useRef<HTMLElement>(null);
  /** What was let go last, with its note and tags. */
  const [gone, setGone] = useState<SavedEntity | null>(null);
  const events = useMemo<PopupEvents>(
    () => ({
      ...given,
      onSave: (id, save) => {
        setGone((!save && saved?.find(({ entityId }) => entityId === id)) || null);
        given.onSave(id, save);
      },
    }),
    [given, saved],
  );
  const takeBack = ({ entityId, note, tags }: SavedEntity) => {
    setGone(null);
    given.onChange(entityId, { note, tags });
  };
  const news = useMemo(() => saved?.filter(({ why }) => why) ?? null, [saved]);
  useSlash(root, () => setQuery(''));
  const host = 'host' in page ? page.host : null;
  return (
    <main class="popup" ref={root}>
      <header class="bar">
        <h1>{t('extension_name')}</h1>
        {host && (
          <div class="site">
            <span>{host}</span>
            {page.kind !== 'foreign' && (
              <Switch checked={page.kind !== 'off'} label={t('popup_site_switch', host)} onChange={events.onSwitchSite} />
            )}
          </div>
        )}
        {events.onOpenPanel && (
          <button
            type="button"
            class="icon-button"
            aria-label={t('popup_open_panel')}
            title={t('popup_open_panel')}
            onClick={events.onOpenPanel}
          >
            <Icon node={PanelRight} />
          </button>
        )}
        <button
          type="button"
          class="icon-button pause"
          aria-pressed={paused}
          aria-label={t('popup_pause')}
          title={t(paused ? 'popup_resume' : 'popup_pause')}
          onClick={() => events.onPause(!paused)}
        >
          <Icon node={paused ? Play : Pause} />
        </button>
        <button
          type="button"
          class="icon-button"
          aria-label={t('popup_open_index')}
          title={t('popup_open_index')}
          onClick={events.onOpenIndex}
        >
          <Icon node={Settings} />
        </button>
      </header>
      <SearchField value={query} label={t('popup_search')} placeholder={t('popup_search_hint')} onInput={setQuery} />
      {failure && (
        <p class="failure" role="alert">
          {failure}
        </p>
      )}
      {paused && (
        <p class="notice" role="status">
          {t('popup_paused')}{' '}
          <button type="button" class="link" onClick={() => events.onPause(false)}>
            {t('popup_resume')}
          </button>
        </p>
      )}
      {gone && (
        <p class="aside" role="status">
          {t('popup_let_go', gone.name)}{' '}
          <button type="button" class="link" onClick={() => takeBack(gone)}>
            {t('undo')}
          </button>
        </p>
      )}
      {query.trim() ? (
        <FoundList query={query.trim()} saved={saved ?? []} events={events} />
      ) : (
        <Tabs
          label={t('popup_lists')}
          selected={tab}
          onSelect={setTab}
          tabs={[
            { key: 'saved', label: t('popup_saved', saved?.length ?? 0) },
            { key: 'page', label: t('popup_page', page.kind === 'ready' ? page.entities.length : 0) },
            { key: 'news', label: t('popup_news', news?.length ?? 0) },
          ]}
        >
          {tab === 'saved' && <SavedPanel saved={saved} history={history} events={events} />}
          {tab === 'news' && <SavedList saved={news} label="popup_news" none={t('popup_nothing_new')} events={events} />}
          {tab === 'page' && <PageList page={page} saved={saved ?? []} events={events} />}
        </Tabs>
      )}
      <p class="keys">{t('popup_keys')}</p>
    </main>
  );
}

/** `/` goes to the search from wherever the reader is not writing; from there the down arrow goes to the rows, Escape empties it. */
function useSlash(root: { current: HTMLElement | null }, clear: () => void): void {
  const latest = useRef(clear);
  latest.current = clear;
  useEffect(() => {
    const ended = new AbortController();
    addEventListener(
      'keydown',
      (event) => {
        const search = root.current?.querySelector<HTMLInputElement>('[type=search]');
        const isWriting = event.target instanceof HTMLInputElement || event.target instanceof HTMLSelectElement;
        if (event.key === '/' && !isWriting) {
          event.preventDefault();
          search?.focus();
        } else if (event.key === 'Escape' && search && event.target === search && search.value !== '') {
          // Empties the field; pressed again it closes the popup.
          event.preventDefault();
          latest.current();
        } else if (event.key === 'ArrowDown' && event.target === search) {
          event.preventDefault();
          root.current?.querySelector<HTMLElement>('[data-main][tabindex="0"]')?.focus();
        }
      },
      { signal: ended.signal },
    );
    return () => ended.abort();
  }, [root]);
}
