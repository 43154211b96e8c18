import { unwrap } from 'idb';
import type { EntityId } from '../model/ids';
import type { Over } from './database';
import type { JournalChangeRecord } from './journal-records';
import type { EditRecord, SavedRecord } from './schema';

/** What is to be written of one entity; null: what stands is to go. */
export interface Step {
  id: EntityId;
  name: string;
  change: Omit<JournalChangeRecord, 'entry'>;
  edit?: EditRecord | null;
  saved?: SavedRecord | null;
}

export interface Watch {
  /** Aborting before the last write is begun takes back all of it; the call rejects with the signal's reason. */
  signal?: AbortSignal | undefined;
  onProgress?: ((done: number, total: number) => void) | undefined;
}

/** From so many entities on, everything is read at once and the journal is written in chunks. */
export const MANY = 1000;

/** Writes begun at once before the transaction is waited for, so that it can be stopped and say how far it is; and changes of one chunk. */
const BATCH = 500;

type Writing = Over<'edits' | 'saved' | 'journal' | 'journalChanges' | 'journalChunks', 'readwrite'>;

/** Writes what shall stand of each entity, and with the journal's entry what stood there. */
export async function writeSteps(tx: Writing, entry: number, unsorted: readonly Step[], { signal, onProgress }: Watch): Promise<void> {
  const many = unsorted.length >= MANY;
  const steps = many ? unsorted.toSorted((a, b) => (a.id < b.id ? -1 : 1)) : unsorted;
  if (many) {
    await removeMany(
      tx.objectStore('edits'),
      steps.filter(({ edit }) => edit === null),
    );
    await removeMany(
      tx.objectStore('saved'),
      steps.filter(({ saved }) => saved === null),
    );
  }
  // Bare requests: a promise for each of a hundred thousand records would cost more than the writing.
  const editStore = unwrap(tx.objectStore('edits'));
  const savedStore = unwrap(tx.objectStore('saved'));
  const changes = unwrap(tx.objectStore('journalChanges'));
  for (let from = 0; from < steps.length; from += BATCH) {
    signal?.throwIfAborted();
    const batch = steps.slice(from, from + BATCH);
    for (const step of batch) {
      if (step.edit) editStore.put(step.edit);
      else if (step.edit === null && !many) editStore.delete(step.id);
      if (step.saved) savedStore.put(step.saved);
      else if (step.saved === null && !many) savedStore.delete(step.id);
      if (!many) changes.put({ entry, ...step.change });
    }
    const first = batch[0];
    if (many && first) unwrap(tx.objectStore('journalChunks')).put({ entry, from: first.id, changes: batch.map(({ change }) => change) });
    await tx.objectStore('journal').getKey(entry);
    onProgress?.(from + batch.length, steps.length);
  }
}

/** Removes what is to go by whole runs of ids: a request for each takes ten times as long. */
async function removeMany(
  store: { getAllKeys(): Promise<EntityId[]>; delete(range: IDBKeyRange): Promise<void> },
  steps: readonly Step[],
): Promise<void> {
  if (steps.length === 0) return;
  const runs = runsOf(await store.getAllKeys(), new Set(steps.map(({ id }) => id)));
  await Promise.all(runs.map(([first, last]) => store.delete(IDBKeyRange.bound(first, last))));
}

/** Of sorted ids the runs, first and last, in which all are of the set. */
export function runsOf(ids: readonly EntityId[], wanted: ReadonlySet<EntityId>): [first: EntityId, last: EntityId][] {
  const runs: [EntityId, EntityId][] = [];
  let run: [EntityId, EntityId] | null = null;
  for (const id of ids) {
    if (!wanted.has(id)) run = null;
    else if (run) run[1] = id;
    else {
      run = [id, id];
      runs.push(run);
    }
  }
  return runs;
}
