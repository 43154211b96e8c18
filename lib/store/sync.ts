import type { EntityId } from '../model/ids';
import type { ReaderEdit } from '../packs/reader-edit';
import { CHANGE_STORES, type Change, type Changed, changeWithin, type Present } from './change-index';
import type { Database } from './database';
import type { SavedRecord, SyncRecord } from './schema';

/** What is kept here that may follow the reader to other machines. */
export interface Synchronised {
  saved: SavedRecord[];
  edits: ReaderEdit[];
  /** Edits beyond the most that are looked at. */
  more: number;
  known: SyncRecord[];
}

/** What is to be done about it. */
export interface Exchange {
  ids: Iterable<EntityId>;
  decide(id: EntityId, present: Present): Change;
  /** Asked once every change was decided: all that is known from then on. */
  known(): SyncRecord[];
}

/** So many edits are more than ever fit: a large import stays on its machine. */
const MOST_EDITS = 3000;

/**
 * Takes in what other machines say, and notes what was changed here, in one transaction: nothing that is done meanwhile is lost
 * between the two. What comes in is one entry of the journal and can be taken back.
 */
export async function exchangeChanges(db: Database, at: string, plan: (now: Synchronised) => Exchange): Promise<Changed> {
  return db.run(
    [...CHANGE_STORES, 'syncState'],
    'readwrite',
    async (tx) => {
      const state = tx.objectStore('syncState');
      const edits = tx.objectStore('edits');
      const known = await state.getAll();
      const count = await edits.count();
      // Of too many edits only those are looked at that were synchronised before.
      const keys = known.flatMap(({ key }) => (key.startsWith('e:') ? [key.slice(2) as EntityId] : []));
      const records = count > MOST_EDITS ? await Promise.all(keys.map((id) => edits.get(id))) : await edits.getAll();
      const saved = await tx.objectStore('saved').getAll();
      const found = records.flatMap((record) => (record ? [record.edit] : []));
      const exchange = plan({ saved, edits: found, more: count - found.length, known });
      const changed = await changeWithin(tx, { at, kind: 'sync' }, exchange.ids, exchange.decide);
      await state.clear();
      for (const record of exchange.known()) await state.put(record);
      return changed;
    },
    { durable: true },
  );
}
