import type { Database } from './database';
import type { StoreName } from './schema';

/** What a reader would call each part of what is kept. */
export interface Kept {
  edits: number;
  saved: number;
  /** Pages read. */
  visits: number;
  inbox: number;
  verdicts: number;
  /** Entries that can be undone. */
  journal: number;
}

export async function countKept(db: Database): Promise<Kept> {
  const names = ['edits', 'saved', 'visits', 'inbox', 'verdicts', 'journal'] as const;
  return db.run([...names], 'readonly', async (tx) => {
    const counts = await Promise.all(names.map(async (name) => [name, await tx.objectStore(name).count()] as const));
    return Object.fromEntries(counts) as unknown as Kept;
  });
}

/** Every store there is: a new one that is missing here does not compile. */
const EVERYTHING = Object.keys({
  packs: 0,
  entities: 0,
  areas: 0,
  sources: 0,
  edits: 0,
  saved: 0,
  journal: 0,
  journalChanges: 0,
  journalChunks: 0,
  visits: 0,
  meetings: 0,
  inbox: 0,
  verdicts: 0,
  packVersions: 0,
  packContents: 0,
  looks: 0,
  syncState: 0,
  dictionary: 0,
  state: 0,
} satisfies Record<StoreName, 0>) as StoreName[];

/** Empties every store, all of them or none. */
export async function emptyEverything(db: Database): Promise<void> {
  await db.run(EVERYTHING, 'readwrite', (tx) => Promise.all(EVERYTHING.map((name) => tx.objectStore(name).clear())), { durable: true });
}
