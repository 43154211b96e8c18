import { useCallback, useEffect, useState } from 'preact/hooks';
import type { EntityId } from '../../lib/model/ids';
import { NOTHING, ranged, type Selection, spanTo, toggled } from './selection';
import type { Criteria, IndexRow, IndexService } from './view';

export interface Selecting {
  ids: ReadonlySet<EntityId>;
  toggle: (row: number) => void;
  /** Draws the range on to `row`; `from` is where it begins when there is none yet. */
  extend: (row: number, from?: number) => void;
  all: () => void;
  /** Why what was to be selected could not be. */
  error: unknown;
  clear: () => void;
}

/** What is selected in a list whose rows are fetched as they come into view: ids of rows not fetched yet are asked for. */
export function useSelection(service: IndexService, criteria: Criteria, rowAt: (row: number) => IndexRow | undefined): Selecting {
  const [selection, setSelection] = useState<Selection>(NOTHING);
  const [error, setError] = useState<unknown>(null);
  const key = JSON.stringify(criteria);
  useEffect(() => {
    setSelection(NOTHING);
    setError(null);
  }, [key]);

  const extend = async (row: number, from = row) => {
    const [first, last] = spanTo(selection, row, from);
    const near = Array.from({ length: last - first + 1 }, (_, at) => rowAt(first + at)?.id);
    const known = near.filter((id) => id !== undefined);
    const ids = known.length === near.length ? known : (await service.ids(criteria)).slice(first, last + 1);
    setSelection((before) => ranged(before, ids, from));
  };
  return {
    ids: selection.ids,
    toggle: (row) => {
      const id = rowAt(row)?.id;
      if (id) setSelection((before) => toggled(before, id, row));
    },
    extend: (row, from) => void extend(row, from).catch(setError),
    all: () =>
      void service.ids(criteria).then((ids) => {
        setSelection({ ids: new Set(ids), anchor: null });
        setError(null);
      }, setError),
    error,
    clear: useCallback(() => setSelection(NOTHING), []),
  };
}
