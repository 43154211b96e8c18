import { Trash2 } from 'lucide';
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { VirtualRows } from '../list/VirtualRows';
import { Confirm } from '../ui/Confirm';
import { Icon } from '../ui/Icon';
import { SearchField } from '../ui/SearchField';
import { Switch } from '../ui/Switch';
import { useText } from '../ui/text';
import type { Forgotten, HistoryService, ReadPages, Visit } from './view';

const ROW_HEIGHT = 52;
const AT_ONCE = 200;

/** Which pages were read: switched on and off, searched, and wiped. */
export function HistoryPage({ service }: { service: HistoryService }) {
  const t = useText();
  const [host, setHost] = useState('');
  const [words, setWords] = useState('');
  const [read, setRead] = useState<ReadPages | null>(null);
  const [said, setSaid] = useState<{ kind: 'failure' | 'said'; text: string } | null>(null);
  const latest = useRef(0);
  const failed = useCallback((error: unknown) => setSaid({ kind: 'failure', text: service.explain(error) }), [service]);

  const load = useCallback(
    async (known: Visit[]) => {
      const asked = ++latest.current;
      const more = await service.pages({ ...(host && { host }), ...(words && { words }), offset: known.length, limit: AT_ONCE });
      if (asked === latest.current) setRead({ ...more, visits: [...known, ...more.visits] });
    },
    [service, host, words],
  );
  useEffect(() => void load([]).catch(failed), [load, failed]);

  const forget = (what: Forgotten) =>
    void service
      .forget(what)
      .then(() => {
        setSaid({ kind: 'said', text: t('history_wiped') });
        if ('host' in what) setHost('');
        else return load([]);
      })
      .catch(failed);
  if (!read) return <div class="page" />;
  const all = read.hosts.reduce((sum, { pages }) => sum + pages, 0);
  return (
    <div class="page history reading">
      <header>
        <h1>{t('nav_history')}</h1>
        <div class="turn">
          <span aria-hidden="true">{t('history_switch')}</span>
          <Switch
            checked={read.on}
            label={t('history_switch')}
            onChange={(on) =>
              void service
                .setOn(on)
                .then(() => setRead({ ...read, on }))
                .catch(failed)
            }
          />
        </div>
      </header>
      <p class="aside">{t('history_intro')}</p>
      <div class="filters">
        <SearchField
          value={words}
          label={t('history_search')}
          placeholder={t('history_search')}
          onInput={(text) => setWords(text.trim())}
        />
        <select aria-label={t('history_site')} value={host} onChange={({ currentTarget }) => setHost(currentTarget.value)}>
          <option value="">{t('history_all_sites', all)}</option>
          {read.hosts.map(({ host: site, pages }) => (
            <option key={site} value={site}>
              {t('history_site_count', site, pages)}
            </option>
          ))}
        </select>
        {host ? (
          <Confirm
            key={host}
            label={t('history_wipe_site')}
            question={t('history_wipe_site_sure', host, read.hosts.find((site) => site.host === host)?.pages ?? 0)}
            action={t('history_wipe')}
            onConfirm={() => forget({ host })}
          />
        ) : (
          <Confirm
            label={t('history_wipe_all')}
            question={t('history_wipe_all_sure', all)}
            action={t('history_wipe')}
            disabled={all === 0}
            onConfirm={() => forget({ everything: true })}
          />
        )}
      </div>
      <p class={said?.kind === 'failure' ? 'failure' : 'total'} role="status">
        {said?.text ?? t('history_pages', read.total)}
      </p>
      {read.total === 0 ? (
        <p class="empty">{t(all === 0 ? 'history_nothing' : 'history_nothing_found')}</p>
      ) : (
        <VirtualRows
          count={read.total}
          rowHeight={ROW_HEIGHT}
          role="list"
          label={t('history_pages', read.total)}
          onRange={(_, last) => {
            if (last >= read.visits.length && read.visits.length < read.total) void load(read.visits).catch(failed);
          }}
          onKey={(row, key) => key === 'Delete' && read.visits[row] && forget({ page: read.visits[row].page })}
          renderRow={(row, place, tabIndex) => {
            const visit = read.visits[row];
            if (!visit) return <li {...place} key={row} class="visit" aria-busy="true" />;
            return (
              <li {...place} key={visit.page} class="visit">
                <a href={visit.page} target="_blank" rel="noopener noreferrer" data-main tabIndex={tabIndex}>
                  <b lang="zh-CN">{visit.title}</b>
                  <small>
                    {[visit.date, visit.publisher ?? visit.host, visit.times > 1 && t('history_times', visit.times)]
                      .filter(Boolean)
                      .join(' · ')}
                  </small>
                </a>
                <button
                  type="button"
                  class="icon-button"
                  tabIndex={-1}
                  aria-label={t('history_wipe_page', visit.title)}
                  title={t('history_wipe')}
                  onClick={() => forget({ page: visit.page })}
                >
                  <Icon node={Trash2} />
                </button>
              </li>
            );
          }}
        />
      )}
    </div>
  );
}
