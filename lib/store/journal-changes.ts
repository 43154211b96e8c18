import type { EntityId } from '../model/ids';
import type { Over } from './database';
import type { JournalChangeRecord, JournalChunkRecord } from './journal-records';

type Changes<Mode extends IDBTransactionMode> = Over<'journalChanges' | 'journalChunks', Mode>;
type Reading = Changes<'readonly' | 'readwrite'>;

/** What an entry changed. */
export function changesOf(tx: Reading, entry: number): Promise<JournalChangeRecord[]> {
  return changesWithin(tx, IDBKeyRange.bound([entry], [entry, []]));
}

/** What later entries changed, the oldest first. */
export function changesAfter(tx: Reading, entry: number): Promise<JournalChangeRecord[]> {
  return changesWithin(tx, IDBKeyRange.bound([entry + 1], [Number.MAX_SAFE_INTEGER]));
}

async function changesWithin(tx: Reading, range: IDBKeyRange): Promise<JournalChangeRecord[]> {
  const [alone, chunks] = await Promise.all([
    tx.objectStore('journalChanges').getAll(range),
    tx.objectStore('journalChunks').getAll(range),
  ]);
  return inOrder([...alone, ...chunks.flatMap(({ entry, changes }) => changes.map((change) => ({ entry, ...change })))]);
}

/** Gives what was done to an entity, the oldest first; for one transaction, in which no chunk is read twice. */
export function pastReader(tx: Reading): (id: EntityId) => Promise<JournalChangeRecord[]> {
  const store = tx.objectStore('journalChunks');
  const chunks = new Map<string, Promise<JournalChunkRecord | undefined>>();
  let keys: Promise<[number, EntityId][]> | undefined;
  const read = (key: [number, EntityId]) => {
    const reading = chunks.get(key.join()) ?? store.get(key);
    chunks.set(key.join(), reading);
    return reading;
  };
  return async (id) => {
    keys ??= store.getAllKeys();
    const [alone, all] = await Promise.all([tx.objectStore('journalChanges').index('id').getAll(id), keys]);
    const near = await Promise.all(chunksAround(all, id).map(read));
    const among = near.flatMap((chunk) => {
      const change = chunk?.changes.find((change) => change.id === id);
      return chunk && change ? [{ entry: chunk.entry, ...change }] : [];
    });
    return inOrder([...alone, ...among]);
  };
}

/** Of each entry the one chunk in which the entity would be. */
function chunksAround(keys: readonly [number, EntityId][], id: EntityId): [number, EntityId][] {
  const last = new Map<number, [number, EntityId]>();
  for (const key of keys) if (key[1] <= id) last.set(key[0], key);
  return [...last.values()];
}

const inOrder = (changes: JournalChangeRecord[]) => changes.sort((a, b) => a.entry - b.entry);

/** Forgets what entries before this one changed. */
export async function forgetChangesBefore(tx: Changes<'readwrite'>, entry: number): Promise<void> {
  const before = IDBKeyRange.upperBound([entry], true);
  await Promise.all([tx.objectStore('journalChanges').delete(before), tx.objectStore('journalChunks').delete(before)]);
}
