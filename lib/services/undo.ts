import type { Database } from '../store/database';
import { stepBack, type Undone, undoEntry } from '../store/journal';

interface Parts {
  db: Database;
  now(): Date;
  /** Called after each stored change. */
  changed(): void;
}

/** Takes back what was done to the index. */
export function createUndo({ db, now, changed }: Parts) {
  const at = () => now().toISOString();
  const told = (undone: Undone | null) => {
    if (undone?.revision) changed();
    return undone;
  };
  return {
    entry: async (entry: number) => told(await undoEntry(db, entry, at())),
    step: async (direction: 'undo' | 'redo') => told(await stepBack(db, direction, at())),
  };
}
