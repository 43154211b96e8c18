// biome-ignore-all lint/a11y/useSemanticElements: a table that draws only the rows in view cannot be laid out as one, and <table> without its layout loses its roles
import type { EntityId } from '../../lib/model/ids';
import { VirtualRows } from '../list/VirtualRows';
import { useText } from '../ui/text';
import type { IndexRow } from './view';

interface EntityTableProps {
  total: number;
  rowAt: (index: number) => IndexRow | undefined;
  onRange: (first: number, last: number) => void;
  selected: EntityId | undefined;
  onOpen: (id: EntityId) => void;
}

/** Pixels; the narrow layout puts what is known on a second line, so rows leave room for two. */
const ROW_HEIGHT = 46;

/** The index as a grid: one stop for Tab, arrows between rows, Enter opens. */
export function EntityTable({ total, rowAt, onRange, selected, onOpen }: EntityTableProps) {
  const t = useText();
  const columns = ['column_name', 'column_known', 'column_area', 'column_origin', 'column_updated'] as const;
  return (
    <div class="table" role="grid" aria-label={t('nav_index')} aria-rowcount={total + 1} aria-colcount={columns.length}>
      <div role="rowgroup">
        <div class="table-head" role="row" aria-rowindex={1} tabIndex={-1}>
          {columns.map((column) => (
            <span key={column} role="columnheader" tabIndex={-1}>
              {t(column)}
            </span>
          ))}
        </div>
      </div>
      <VirtualRows
        count={total}
        rowHeight={ROW_HEIGHT}
        role="rowgroup"
        onRange={onRange}
        onKey={(index, key) => {
          const row = rowAt(index);
          if (key === 'Enter' && row) onOpen(row.id);
        }}
        renderRow={(index, place, tabIndex) => {
          const row = rowAt(index);
          return (
            // biome-ignore lint/a11y/useKeyWithClickEvents: Enter is the grid's
            <div
              {...place}
              key={index}
              class="table-row"
              role="row"
              data-main
              data-type={row?.type}
              aria-rowindex={index + 2}
              aria-selected={row !== undefined && row.id === selected}
              tabIndex={tabIndex}
              onClick={() => row && onOpen(row.id)}
            >
              {row ? <Cells row={row} /> : <span role="gridcell" tabIndex={-1} aria-busy="true" />}
            </div>
          );
        }}
      />
    </div>
  );
}

function Cells({ row }: { row: IndexRow }) {
  const t = useText();
  return (
    <>
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
