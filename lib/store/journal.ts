import type { EntityId } from '../model/ids';
import type { ReaderEdit } from '../packs/reader-edit';
import { CHANGE_STORES, type Changed, type ChangeTransaction, changeWithin, type Present } from './change-index';
import type { Database } from './database';
import { changesAfter, changesOf, pastReader } from './journal-changes';
import type { JournalChangeRecord, JournalRecord } from './journal-records';
import { layeredByIds, packOrder } from './layers';
import { backOf, equal, markSuperseded } from './take-back';
import type { Watch } from './write-steps';

/** The latest entries, the newest first; with those marked of which nothing is left to take back. */
export async function listJournal(db: Database, most: number): Promise<(JournalRecord & { superseded?: true })[]> {
  return db.run(['journal', 'journalChanges', 'journalChunks', 'edits', 'saved'], 'readonly', async (tx) => {
    const found: JournalRecord[] = [];
    for (let at = await tx.objectStore('journal').openCursor(null, 'prev'); at && found.length < most; at = await at.continue())
      found.push(at.value);
    return markSuperseded(tx, found);
  });
}

/** One thing that was done to an entity: the edits it had before and after. */
export interface PastEdit {
  entry: JournalRecord;
  before: ReaderEdit | null;
  after: ReaderEdit | null;
  /** It was changed again since: taking the entry back would leave this one as it is. */
  superseded: boolean;
}

/** What was done to an entity's edit, the latest first, as far back as the journal goes. */
export async function editHistory(db: Database, id: EntityId): Promise<PastEdit[]> {
  return db.run(['journal', 'journalChanges', 'journalChunks', 'edits'], 'readonly', async (tx) => {
    const [changes, now] = await Promise.all([pastReader(tx)(id), tx.objectStore('edits').get(id)]);
    const past: PastEdit[] = [];
    let after = now?.edit ?? null;
    for (const { entry, edit } of changes.toReversed()) {
      const record = edit && (await tx.objectStore('journal').get(entry));
      if (!edit || !record) continue;
      past.push({ entry: record, before: edit.before, after, superseded: !equal(after, now?.edit ?? null) });
      after = edit.before;
    }
    return past;
  });
}

export interface Undone extends Changed {
  /** Entities that were changed again since: their later change stands. */
  kept: { id: EntityId; name: string }[];
}

/**
 * Takes back an entry as a whole, as an entry of its own, which can be taken back likewise. What was changed again since keeps the
 * later change and is named. Null when there is no such entry, or it was taken back already.
 */
export async function undoEntry(db: Database, entry: number, at: string, watch: Watch = {}): Promise<Undone | null> {
  return db.run([...CHANGE_STORES], 'readwrite', (tx) => undoWithin(tx, entry, at, watch), { durable: true });
}

/**
 * Takes back the latest change that stands, or (`redo`) takes back the latest undo, as long as nothing else was done since.
 * Null when there is none.
 */
export async function stepBack(db: Database, direction: 'undo' | 'redo', at: string, watch: Watch = {}): Promise<Undone | null> {
  return db.run(
    [...CHANGE_STORES],
    'readwrite',
    async (tx) => {
      const entries = (await tx.objectStore('journal').getAll()).toReversed();
      const of = direction === 'undo' ? entries.find(stands) : latestUndo(entries);
      return of ? undoWithin(tx, of.id, at, watch) : null;
    },
    { durable: true },
  );
}

const stands = (entry: JournalRecord) => entry.kind !== 'undo' && entry.undoneBy === undefined;

/** The undo that a redo takes back: of those after the last change that was itself no undo. */
function latestUndo(entries: readonly JournalRecord[]): JournalRecord | undefined {
  const changes = new Set(entries.flatMap((entry) => (entry.kind === 'undo' ? [] : [entry.id])));
  const last = entries.findIndex((entry) => entry.kind !== 'undo');
  return entries
    .slice(0, last < 0 ? undefined : last)
    .find((entry) => entry.undoneBy === undefined && entry.undoes !== undefined && changes.has(entry.undoes));
}

/** The same within a transaction. */
export async function undoWithin(tx: ChangeTransaction, entry: number, at: string, watch: Watch): Promise<Undone | null> {
  const journal = tx.objectStore('journal');
  const record = await journal.get(entry);
  if (!record || record.undoneBy !== undefined) return null;
  const [changes, later] = await Promise.all([changesOf(tx, entry), changesAfter(tx, entry)]);
  const since = firstEdits(later);
  const kept: EntityId[] = [];
  const changeById = new Map(changes.map((change) => [change.id, change]));
  const note = { at, kind: 'undo', label: record.label, undoes: entry } as const;
  const decide = (id: EntityId, present: Present) => {
    const { wanted, whole } = backOf(changeById.get(id)!, present, since.get(id));
    if (!whole) kept.push(id);
    return wanted;
  };
  const changed = await changeWithin(tx, note, changeById.keys(), decide, watch);
  if (changed.entry !== null) await markUndone(tx, record, changed.entry);
  return { ...changed, label: record.label, kept: await named(tx, kept) };
}

/** The first edit each entity had found in later entries: what stood after this one. */
function firstEdits(later: readonly JournalChangeRecord[]): Map<EntityId, ReaderEdit | null> {
  const first = new Map<EntityId, ReaderEdit | null>();
  for (const { id, edit } of later) if (edit && !first.has(id)) first.set(id, edit.before);
  return first;
}

/** Notes that an entry no longer stands; what it had taken back stands again, what that had taken back does not, and so on. */
async function markUndone(tx: ChangeTransaction, record: JournalRecord, by: number): Promise<void> {
  const journal = tx.objectStore('journal');
  await journal.put({ ...record, undoneBy: by });
  let { id, undoes } = record;
  for (let standing = true; undoes !== undefined; standing = !standing) {
    const earlier = await journal.get(undoes);
    if (!earlier) return;
    const { undoneBy: _, ...rest } = earlier;
    await journal.put(standing ? rest : { ...rest, undoneBy: id });
    ({ id, undoes } = earlier);
  }
}

const MOST_NAMED = 20;

async function named(tx: ChangeTransaction, ids: readonly EntityId[]): Promise<Undone['kept']> {
  const layered = await layeredByIds(tx, await packOrder(tx), ids.slice(0, MOST_NAMED));
  return ids.map((id) => ({ id, name: layered.get(id)?.entity.name ?? id }));
}
