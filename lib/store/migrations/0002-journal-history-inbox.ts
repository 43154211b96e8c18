import type { IDBPDatabase } from 'idb';

/**
 * Version 2: what was done to the index and can be undone; pages read and who was met on them; what reading proposes; the reader's
 * verdicts on names; versions of a pack beside the one in use; and what another machine is to be told.
 */
export function createJournalHistoryAndInbox(db: IDBPDatabase): void {
  db.createObjectStore('journal', { keyPath: 'id', autoIncrement: true });
  db.createObjectStore('journalChanges', { keyPath: ['entry', 'id'] }).createIndex('id', 'id');
  const visits = db.createObjectStore('visits', { keyPath: 'page' });
  visits.createIndex('readAt', 'readAt');
  visits.createIndex('host', 'host');
  const meetings = db.createObjectStore('meetings', { keyPath: ['entityId', 'page'] });
  meetings.createIndex('page', 'page');
  meetings.createIndex('latest', ['entityId', 'at']);
  db.createObjectStore('looks');
  db.createObjectStore('inbox', { keyPath: 'id' });
  db.createObjectStore('verdicts', { keyPath: 'key' });
  for (const name of ['packVersions', 'packContents']) db.createObjectStore(name, { keyPath: ['pack', 'role'] });
  db.createObjectStore('syncState', { keyPath: 'key' });
}
