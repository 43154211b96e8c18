import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { SaidSummary } from '../../editor/said';
import { VirtualRows } from '../../list/VirtualRows';
import { keyOf, useText } from '../../ui/text';
import { ProblemList } from './ProblemList';
import { IMPORT_GROUPS, type ImportCounts, type ImportGroup, type ImportRow, type ImportSummary, type TransferService } from './view';

interface ImportPreviewProps {
  file: string;
  summary: ImportSummary;
  service: TransferService;
  onRun: () => void;
  onLeave: () => void;
}

/** Pixels: a name, and a line of what would change. */
const ROW_HEIGHT = 52;
const PAGE = 100;

/** What a file would do, by groups, with a choice of what to take. */
export function ImportPreview({ file, summary, service, onRun, onLeave }: ImportPreviewProps) {
  const t = useText();
  const [counts, setCounts] = useState<ImportCounts>(summary.counts);
  const filled = IMPORT_GROUPS.filter((group) => counts[group].all > 0);
  const [group, setGroup] = useState<ImportGroup>(filled[0] ?? 'new');
  const [version, setVersion] = useState(0);
  const pages = usePages(service, group, version);
  const taken = IMPORT_GROUPS.reduce((sum, each) => sum + counts[each].taken, 0);
  const adds = summary.kind === 'backup';
  const choose = async (index: number | null, take: boolean) => {
    setCounts(await service.choose(group, index, take));
    setVersion((before) => before + 1);
  };
  const { all } = counts[group];
  return (
    <article class="import-preview" aria-label={file}>
      <h3>{file}</h3>
      <p class="aside">
        {t(keyOf('import_kind', summary.kind))}
        {summary.madeAt && ` · ${t('import_made', new Date(summary.madeAt).toLocaleString(t('ui_language')))}`}
        {summary.reading !== undefined && summary.reading > 0 && ` · ${t('import_reading', summary.reading.toLocaleString())}`}
      </p>
      <fieldset class="choices">
        <legend class="said">{t('import_groups')}</legend>
        {filled.map((each) => (
          <button key={each} type="button" class="button" aria-pressed={each === group} onClick={() => setGroup(each)}>
            {t(keyOf('import', each), counts[each].all.toLocaleString())}
          </button>
        ))}
      </fieldset>
      {group === 'conflict' && all > 0 && <p class="notice">{t('import_conflict_about')}</p>}
      {all > 0 && group !== 'same' && (
        <p class="import-choose">
          <label>
            <input
              type="checkbox"
              checked={counts[group].taken === all}
              ref={(box) => {
                if (box) box.indeterminate = counts[group].taken > 0 && counts[group].taken < all;
              }}
              onChange={(event) => choose(null, event.currentTarget.checked)}
            />
            {t('import_take_all', counts[group].taken.toLocaleString(), all.toLocaleString())}
          </label>
        </p>
      )}
      {all > 0 && (
        <div class="difference-rows" style={{ blockSize: `${Math.min(all, 8) * ROW_HEIGHT + 2}px` }}>
          <VirtualRows
            key={group}
            count={all}
            rowHeight={ROW_HEIGHT}
            role="list"
            label={t(keyOf('import', group), all.toLocaleString())}
            onRange={pages.need}
            renderRow={(at, place, tabIndex) => {
              const row = pages.rowAt(at);
              return (
                <li {...place} key={at} class="difference-row" data-type={row?.type}>
                  <label>
                    <input
                      type="checkbox"
                      data-main
                      tabIndex={tabIndex}
                      disabled={!row || group === 'same'}
                      checked={row?.taken ?? false}
                      onChange={(event) => row && choose(row.index, event.currentTarget.checked)}
                    />
                    <b lang="zh-CN">{row?.name ?? '…'}</b>
                    {row?.type === 'saved' && <span class="tag">{t('import_saved')}</span>}
                    {row?.type === 'pack' && <span class="tag">{t('import_pack')}</span>}
                    <small>
                      {row?.place && /^\d+$/.test(row.place) && `${t('file_line', row.place)} `}
                      <SaidSummary said={row?.said ?? []} />
                    </small>
                  </label>
                </li>
              );
            }}
          />
        </div>
      )}
      {summary.problems.length > 0 && <ProblemList problems={summary.problems} title={t('import_broken', summary.problems.length)} />}
      <p class="pack-actions">
        <button type="button" class="button primary" disabled={taken === 0 && !adds} onClick={onRun}>
          {t('import_run', taken.toLocaleString())}
        </button>
        <button type="button" class="button" onClick={onLeave}>
          {t('import_leave')}
        </button>
      </p>
    </article>
  );
}

interface Pages {
  rowAt: (index: number) => ImportRow | undefined;
  need: (first: number, last: number) => void;
}

/** Rows of a group, fetched by the page as they come into view; read again when `version` changes. */
function usePages(service: TransferService, group: ImportGroup, version: number): Pages {
  const key = `${group} ${version}`;
  const [loaded, setLoaded] = useState<{ key: string; group: ImportGroup; pages: Map<number, ImportRow[]> }>({
    key,
    group,
    pages: new Map(),
  });
  const asked = useRef<{ key: string; pages: Set<number> }>({ key, pages: new Set() });
  const range = useRef<[number, number]>([0, 0]);
  const load = useCallback(() => {
    if (asked.current.key !== key) asked.current = { key, pages: new Set() };
    const [first, last] = range.current.map((row) => Math.floor(row / PAGE)) as [number, number];
    for (let page = first; page <= last; page++) {
      if (asked.current.pages.has(page)) continue;
      asked.current.pages.add(page);
      void service.rows(group, page * PAGE, PAGE).then((rows) => {
        // While newer rows are fetched the old ones of the same group stay, so that a choice does not make the list blink.
        setLoaded((before) => ({ key, group, pages: new Map(before.group === group ? before.pages : []).set(page, rows) }));
      });
    }
  }, [service, group, key]);
  useEffect(load, [load]);
  const need = useCallback(
    (first: number, last: number) => {
      range.current = [first, last];
      load();
    },
    [load],
  );
  const rowAt = (index: number) => (loaded.group === group ? loaded.pages.get(Math.floor(index / PAGE))?.[index % PAGE] : undefined);
  return { rowAt, need };
}
