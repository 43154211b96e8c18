import type { EntityId } from '../model/ids';
import type { Database } from './database';
import type { LookRecord } from './reading-records';
import type { SavedRecord } from './schema';

/** What the reader saved, the latest first. */
export async function listSaved(db: Database): Promise<SavedRecord[]> {
  const saved = await db.run(['saved'], 'readonly', (tx) => tx.objectStore('saved').getAll());
  return saved.sort((a, b) => (a.savedAt < b.savedAt ? 1 : -1));
}

export async function getSaved(db: Database, id: EntityId): Promise<SavedRecord | undefined> {
  return db.run(['saved'], 'readonly', (tx) => tx.objectStore('saved').get(id));
}

/** Writes what `change` makes of the record as it is; one transaction, so that of two writers neither overwrites the other's field. */
export async function changeSaved(db: Database, id: EntityId, change: (now: SavedRecord | undefined) => SavedRecord): Promise<void> {
  await db.run(
    ['saved'],
    'readwrite',
    async (tx) => {
      const saved = tx.objectStore('saved');
      await saved.put(change(await saved.get(id)));
    },
    { durable: true },
  );
}

export async function removeSaved(db: Database, id: EntityId): Promise<void> {
  await db.run(['saved'], 'readwrite', (tx) => tx.objectStore('saved').delete(id), { durable: true });
}

/** Saves those that are not saved yet, all or nothing; gives their ids. */
export async function addSaved(db: Database, records: readonly SavedRecord[]): Promise<EntityId[]> {
  return db.run(
    ['saved'],
    'readwrite',
    async (tx) => {
      const saved = tx.objectStore('saved');
      const known = new Set(await saved.getAllKeys());
      const fresh = records.filter(({ entityId }) => !known.has(entityId));
      await Promise.all(fresh.map((record) => saved.put(record)));
      return fresh.map(({ entityId }) => entityId);
    },
    { durable: true },
  );
}

/** Writes down what the reader sees of what is saved now; gives back what they saw when they last looked. */
export async function lookAtSaved(db: Database, look: LookRecord): Promise<LookRecord | undefined> {
  return db.run(['looks'], 'readwrite', async (tx) => {
    const before = await tx.objectStore('looks').get('saved');
    await tx.objectStore('looks').put(look, 'saved');
    return before;
  });
}
