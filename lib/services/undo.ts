import type { EntityId } from '../model/ids';
import type { Database } from '../store/database';
import { stepBack, type Undone, undoEntry } from '../store/journal';
import type { Watch } from '../store/write-steps';

interface Parts {
  db: Database;
  now(): Date;
  /** Called after each stored change, with the entities whose edit it was. */
  changed(ids: readonly EntityId[]): void;
}

/** Takes back what was done to the index. */
export function createUndo({ db, now, changed }: Parts) {
  const at = () => now().toISOString();
  const told = (undone: Undone | null) => {
    if (undone && undone.edited.length > 0) changed(undone.edited);
    return undone;
  };
  return {
    entry: async (entry: number, watch?: Watch) => told(await undoEntry(db, entry, at(), watch)),
    step: async (direction: 'undo' | 'redo', watch?: Watch) => told(await stepBack(db, direction, at(), watch)),
  };
}
