import { openDB } from 'idb';
import { ImportDesk } from '../lib/services/import-desk';
import { Database } from '../lib/store/database';

// Runs in a page of the extension, on databases of its own. Times are milliseconds.

let round = 0;

/** A table of so many officials, each with a post. */
function table(count: number): Uint8Array {
  const rows = Array.from({ length: count }, (_, at) => `official,person/n${at},某某${at},org/a | 副局长 | 2021-03,第 ${at} 位`);
  return new TextEncoder().encode(['type,id,name,memberships,note', ...rows].join('\r\n'));
}

const bench = {
  /** From a file's bytes to its preview, and from there to everything written; with the least that writes the same edits once. */
  async importTable(count: number): Promise<{ preview: number; written: number; bare: number }> {
    const name = `bench-import-${round++}`;
    const db = new Database(name);
    await db.run(['state'], 'readonly', async () => null);
    const desk = new ImportDesk({ db, now: () => new Date() });
    const bytes = table(count);
    const start = performance.now();
    await desk.open(bytes, 'list.csv');
    const opened = performance.now();
    await desk.run();
    const written = performance.now();
    const records = await db.run(['edits'], 'readonly', (tx) => tx.objectStore('edits').getAll());
    await db.close();
    indexedDB.deleteDatabase(name);
    return { preview: opened - start, written: written - opened, bare: await bareWrite(records) };
  },
};
export type ImportBench = typeof bench;

async function bareWrite(records: unknown[]): Promise<number> {
  const name = `bench-bare-${round++}`;
  const db = await openDB(name, 1, { upgrade: (opened) => void opened.createObjectStore('edits', { keyPath: 'id' }) });
  const start = performance.now();
  const tx = db.transaction('edits', 'readwrite');
  for (const record of records) void tx.store.put(record);
  await tx.done;
  const took = performance.now() - start;
  db.close();
  indexedDB.deleteDatabase(name);
  return took;
}

Object.assign(globalThis, { longchengImport: bench });
