import type { IDBPDatabase } from 'idb';

/** Version 1: packs and what they hold, the reader's edits above them, what the reader saved, and the compiled dictionary. */
export function createFirstStores(db: IDBPDatabase): void {
  db.createObjectStore('packs', { keyPath: 'id' });
  for (const name of ['entities', 'areas', 'sources']) {
    const store = db.createObjectStore(name, { keyPath: ['pack', 'id'] });
    if (name === 'entities') store.createIndex('references', 'references', { multiEntry: true });
  }
  db.createObjectStore('edits', { keyPath: 'id' }).createIndex('references', 'references', { multiEntry: true });
  db.createObjectStore('saved', { keyPath: 'entityId' });
  db.createObjectStore('dictionary');
  db.createObjectStore('state');
}
