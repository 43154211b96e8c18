// biome-ignore-all lint/a11y/useSemanticElements: a table that draws only the rows in view cannot be laid out as one, and <table> without its layout loses its roles
import { ArrowDown, ArrowUp } from 'lucide';
import type { EntityId } from '../../lib/model/ids';
import { VirtualRows } from '../list/VirtualRows';
import { Icon } from '../ui/Icon';
import { useText } from '../ui/text';
import type { Selecting } from './use-selection';
import type { Criteria, IndexRow, Sort } from './view';

interface EntityTableProps {
  total: number;
  rowAt: (index: number) => IndexRow | undefined;
  onRange: (first: number, last: number) => void;
  opened: EntityId | undefined;
  selecting: Selecting;
  criteria: Criteria;
  onSort: (sort: Sort | undefined, descending: boolean) => void;
  onOpen: (id: EntityId) => void;
  /** Deletes what is selected, or this one. */
  onRemove: (row: IndexRow) => void;
}

/** Pixels; the narrow layout puts what is known on a second line, so rows leave room for two. */
const ROW_HEIGHT = 46;

const COLUMNS = [
  { label: 'column_name', sort: 'name' },
  { label: 'column_known', sort: null },
  { label: 'column_area', sort: 'area' },
  { label: 'column_origin', sort: null },
  { label: 'column_updated', sort: 'updated' },
] as const;

/**
 * The index as a grid: one stop for Tab, arrows between rows, Enter opens, Space selects, with Shift a range, Ctrl+A everything,
 * Delete removes.
 */
export function EntityTable({ total, rowAt, onRange, opened, selecting, criteria, onSort, onOpen, onRemove }: EntityTableProps) {
  const t = useText();
  const pressed = (index: number, key: string, event: KeyboardEvent) => {
    const row = rowAt(index);
    const keys: Record<string, () => void> = {
      Enter: () => row && onOpen(row.id),
      ' ': () => (event.shiftKey ? selecting.extend(index) : selecting.toggle(index)),
      Delete: () => row && onRemove(row),
      Escape: selecting.clear,
      ...((event.ctrlKey || event.metaKey) && { a: selecting.all }),
    };
    const act = keys[key];
    if (!act || (event.target as HTMLElement).closest('button')) return;
    event.preventDefault();
    act();
  };
  const clicked = (index: number, row: IndexRow | undefined, event: MouseEvent) => {
    if (event.shiftKey) selecting.extend(index);
    else if (event.ctrlKey || event.metaKey || (event.target as HTMLElement).closest('.tick')) selecting.toggle(index);
    else if (row) onOpen(row.id);
  };
  return (
    <div
      class="table"
      role="grid"
      aria-label={t('nav_index')}
      aria-multiselectable="true"
      aria-rowcount={total + 1}
      aria-colcount={COLUMNS.length + 1}
    >
      <div role="rowgroup">
        <div class="table-head" role="row" aria-rowindex={1} tabIndex={-1}>
          <span role="columnheader" tabIndex={-1}>
            <button
              type="button"
              class="icon-button select-all"
              aria-label={t('select_all')}
              title={t('select_all')}
              aria-pressed={total > 0 && selecting.ids.size === total}
              onClick={() => (selecting.ids.size === total ? selecting.clear() : selecting.all())}
            >
              <span class="box" />
            </button>
          </span>
          {COLUMNS.map(({ label, sort }) => (
            <ColumnHead key={label} label={t(label)} sort={sort} criteria={criteria} onSort={onSort} />
          ))}
        </div>
      </div>
      <VirtualRows
        count={total}
        rowHeight={ROW_HEIGHT}
        role="rowgroup"
        onRange={onRange}
        onKey={pressed}
        onMove={(from, to, event) => event.shiftKey && selecting.extend(to, from)}
        renderRow={(index, place, tabIndex) => {
          const row = rowAt(index);
          return (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the grid has the keys
            <div
              {...place}
              key={index}
              class="table-row"
              role="row"
              data-main
              data-type={row?.type}
              aria-rowindex={index + 2}
              aria-selected={row !== undefined && selecting.ids.has(row.id)}
              aria-current={row !== undefined && row.id === opened ? 'true' : undefined}
              tabIndex={tabIndex}
              onClick={(event) => clicked(index, row, event)}
            >
              {row ? <Cells row={row} /> : <span role="gridcell" tabIndex={-1} aria-busy="true" />}
            </div>
          );
        }}
      />
    </div>
  );
}

interface ColumnHeadProps {
  label: string;
  sort: Sort | null;
  criteria: Criteria;
  onSort: EntityTableProps['onSort'];
}

/** Pressed once it sorts, pressed again the other way round, and a third time no more. */
function ColumnHead({ label, sort, criteria, onSort }: ColumnHeadProps) {
  if (!sort) {
    return (
      <span role="columnheader" tabIndex={-1}>
        {label}
      </span>
    );
  }
  const sorted = criteria.sort === sort;
  const descending = sorted && criteria.descending === true;
  // The latest first is what one wants of dates.
  const first = sort === 'updated';
  const next = () => (!sorted ? onSort(sort, first) : descending === first ? onSort(sort, !first) : onSort(undefined, false));
  return (
    <span role="columnheader" tabIndex={-1} aria-sort={sorted ? (descending ? 'descending' : 'ascending') : 'none'}>
      <button type="button" class="sort" onClick={next}>
        {label}
        {sorted && <Icon node={descending ? ArrowDown : ArrowUp} />}
      </button>
    </span>
  );
}

function Cells({ row }: { row: IndexRow }) {
  const t = useText();
  return (
    <>
      <span role="gridcell" tabIndex={-1} class="tick">
        <span class="box" />
      </span>
      <span role="gridcell" tabIndex={-1} class="name">
        <span class="dot" />
        <span lang="zh-CN">{row.name}</span>
        <span class="said">{t('in_brackets', t(`type_${row.type}`))}</span>
      </span>
      <span role="gridcell" tabIndex={-1} class="known" lang="zh-CN">
        {row.summary}
      </span>
      <span role="gridcell" tabIndex={-1} class="area" lang="zh-CN">
        {row.area}
      </span>
      <span role="gridcell" tabIndex={-1} class="origin">
        {row.origin === 'pack' ? t('origin_pack') : <span class="tag">{t(`origin_${row.origin}`)}</span>}
      </span>
      <span role="gridcell" tabIndex={-1} class="updated">
        {row.updated}
      </span>
    </>
  );
}
