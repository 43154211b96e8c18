import type { IDBPDatabase } from 'idb';

/** Version 3: what a large entry of the journal changed, many entities to a record. */
export function createJournalChunks(db: IDBPDatabase): void {
  db.createObjectStore('journalChunks', { keyPath: ['entry', 'from'] });
}
