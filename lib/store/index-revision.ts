import type { IDBPObjectStore } from 'idb';
import type { Database } from './database';
import type { Schema, StoreName } from './schema';

/** Names the state of the index that the running transaction makes. Must be called by every transaction that changes packs or edits. */
export async function newIndexRevision(state: IDBPObjectStore<Schema, StoreName[], 'state', 'readwrite'>): Promise<string> {
  const revision = crypto.randomUUID();
  await state.put(revision, 'indexRevision');
  return revision;
}

/** Names the index as it is now; null before the first pack or edit. */
export async function readIndexRevision(db: Database): Promise<string | null> {
  return (await db.run(['state'], 'readonly', (tx) => tx.objectStore('state').get('indexRevision'))) ?? null;
}
