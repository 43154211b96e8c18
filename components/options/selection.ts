import type { EntityId } from '../../lib/model/ids';

/** Which entities are selected, and from which row a range goes on. */
export interface Selection {
  ids: ReadonlySet<EntityId>;
  anchor: number | null;
}

export const NOTHING: Selection = { ids: new Set(), anchor: null };

/** One more, or one less. */
export function toggled({ ids }: Selection, id: EntityId, row: number): Selection {
  const next = new Set(ids);
  if (!next.delete(id)) next.add(id);
  return { ids: next, anchor: row };
}

/** The rows a range to `row` spans. */
export function spanTo({ anchor }: Selection, row: number, from = row): [first: number, last: number] {
  const start = anchor ?? from;
  return [Math.min(start, row), Math.max(start, row)];
}

/** A range in place of what was selected; it can be drawn longer or shorter from the same end. */
export function ranged({ anchor }: Selection, ids: Iterable<EntityId>, from: number): Selection {
  return { ids: new Set(ids), anchor: anchor ?? from };
}
