import { unwrap } from 'idb';
import type { Database } from './database';
import type { InboxRecord } from './reading-records';

/** Open ones kept; of more, those read longest ago fall away. What was dismissed stays dismissed. */
const MOST_OPEN = 2000;

export type NewInboxRecord = Omit<InboxRecord, 'state' | 'pages'>;

/**
 * Notes what a page turned up. What is there already is counted, and shown from the page with the later date; what was dismissed stays so.
 * @param isNewPage whether the page was not read before, and so counts
 * @param settled ids of what the page shows to be known by now
 */
export async function noteInbox(
  db: Database,
  found: readonly NewInboxRecord[],
  settled: readonly string[],
  isNewPage: boolean,
  mostOpen = MOST_OPEN,
): Promise<void> {
  await db.run(['inbox'], 'readwrite', async (tx) => {
    const inbox = tx.objectStore('inbox');
    for (const id of settled) unwrap(inbox).delete(id);
    const known = await Promise.all(found.map(({ id }) => inbox.get(id)));
    found.forEach((record, at) => {
      const before = known[at];
      if (before?.state === 'dismissed') return;
      const latest = before && before.date > record.date ? before : record;
      const pages = before ? before.pages + (isNewPage ? 1 : 0) : 1;
      unwrap(inbox).put({ ...latest, at: record.at, state: 'open', pages });
    });
    const open = (await inbox.getAll()).filter(({ state }) => state === 'open');
    const oldest = open.sort((a, b) => (a.at < b.at ? -1 : 1)).slice(0, Math.max(0, open.length - mostOpen));
    for (const { id } of oldest) unwrap(inbox).delete(id);
  });
}

export async function listOpen(db: Database): Promise<InboxRecord[]> {
  const all = await db.run(['inbox'], 'readonly', (tx) => tx.objectStore('inbox').getAll());
  return all.filter(({ state }) => state === 'open');
}

/** Those of `ids` that are there, whatever their state. */
export async function readInbox(db: Database, ids: readonly string[]): Promise<InboxRecord[]> {
  const found = await db.run(['inbox'], 'readonly', (tx) => Promise.all(ids.map((id) => tx.objectStore('inbox').get(id))));
  return found.filter((record) => record !== undefined);
}

/** Dismisses for good, or takes that back. */
export async function setInboxState(db: Database, ids: readonly string[], state: InboxRecord['state']): Promise<void> {
  await db.run(
    ['inbox'],
    'readwrite',
    async (tx) => {
      const inbox = tx.objectStore('inbox');
      for (const record of await Promise.all(ids.map((id) => inbox.get(id)))) if (record) unwrap(inbox).put({ ...record, state });
    },
    { durable: true },
  );
}
