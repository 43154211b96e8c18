import { PanelRight, Settings } from 'lucide';
import { useState } from 'preact/hooks';
import { Icon } from '../ui/Icon';
import { SearchField } from '../ui/SearchField';
import { Switch } from '../ui/Switch';
import { Tabs } from '../ui/Tabs';
import { useText } from '../ui/text';
import { FoundList } from './FoundList';
import { PageList } from './PageList';
import { SavedList } from './SavedList';
import type { PageState, PopupEvents, SavedEntity } from './view';

export interface PopupProps {
  /** Null until they have been read. */
  saved: SavedEntity[] | null;
  page: PageState;
  /** A failure to tell the reader of, in words. */
  failure?: string;
  events: PopupEvents;
}

export function Popup({ saved, page, failure, events }: PopupProps) {
  const t = useText();
  const [tab, setTab] = useState<'saved' | 'page'>('saved');
  const [query, setQuery] = useState('');
  const host = 'host' in page ? page.host : null;
  return (
    <main class="popup">
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
          ]}
        >
          {tab === 'saved' ? <SavedList saved={saved} events={events} /> : <PageList page={page} saved={saved ?? []} events={events} />}
        </Tabs>
      )}
    </main>
  );
}
