import type { EntityId } from '../model/ids';
import { referencesOf } from '../model/references';
import { applyEdit, type ReaderEdit } from '../packs/reader-edit';
import { type Plain, same } from '../packs/three-way';
import type { Database, Over } from './database';
import { newIndexRevision } from './index-revision';
import { forgetChangesBefore } from './journal-changes';
import type { JournalRecord } from './journal-records';
import { everyLayered, type LayeredEntity, layeredByIds, packOrder } from './layers';
import type { EditRecord, SavedRecord } from './schema';
import { MANY, type Step, type Watch, writeSteps } from './write-steps';

/** What an entry of the journal is to say of itself; without a label it names the first entities it changed. */
export type ChangeNote = Pick<JournalRecord, 'at' | 'kind' | 'undoes'> & { label?: string };

/** What the index holds of an entity at the moment it is changed. */
export interface Present {
  layered: LayeredEntity | null;
  /** Stands even where it makes nothing, as one that hides what no pack holds any more. */
  edit: ReaderEdit | null;
  saved: SavedRecord | null;
}

/** What shall stand of an entity (null: nothing); what is not given stays as it is. */
export interface Change {
  edit?: ReaderEdit | null;
  saved?: SavedRecord | null;
}

export interface Changed {
  /** The journal's entry; null when nothing was to be changed. */
  entry: number | null;
  count: number;
  /** As the journal has it. */
  label: string;
  /** Those whose edit changed. */
  edited: EntityId[];
  /** The new revision of the index; null when it is the same. */
  revision: string | null;
}

/** The stores a change needs; a transaction over more may do other work besides. */
export const CHANGE_STORES = ['packs', 'entities', 'edits', 'saved', 'journal', 'journalChanges', 'journalChunks', 'state'] as const;
export type ChangeTransaction = Over<(typeof CHANGE_STORES)[number], 'readwrite'>;

/**
 * The one way to change the reader's layer, be it by one entity or by a hundred thousand. `decide` is given what the index holds of
 * each of `ids` now and says what shall stand. Reading, writing and the entry of the journal are one transaction: of two writers the
 * second sees what the first did, and when anything fails, nothing is written. Throws what `decide` throws.
 */
export async function changeIndex(
  db: Database,
  note: ChangeNote,
  ids: Iterable<EntityId>,
  decide: (id: EntityId, present: Present) => Change,
  watch: Watch = {},
): Promise<Changed> {
  return db.run([...CHANGE_STORES], 'readwrite', (tx) => changeWithin(tx, note, ids, decide, watch), { durable: true });
}

/** As changeIndex, as a part of a running transaction. */
export async function changeWithin(
  tx: ChangeTransaction,
  note: ChangeNote,
  ids: Iterable<EntityId>,
  decide: (id: EntityId, present: Present) => Change,
  watch: Watch = {},
): Promise<Changed> {
  const present = await readPresent(tx, new Set(ids));
  const steps: Step[] = [];
  for (const [id, found] of present) {
    const step = stepOf(id, found, decide(id, found));
    if (step) steps.push(step);
  }
  if (steps.length === 0) return { entry: null, count: 0, label: '', edited: [], revision: null };
  const size = steps.reduce((sum, { change }) => sum + sizeOf(change), 0);
  const journal = tx.objectStore('journal');
  const label = note.label ?? namesOf(steps);
  const entry = await journal.add({ ...note, label, count: steps.length, size } as JournalRecord);
  await writeSteps(tx, entry, steps, watch);
  await forgetOldest(tx);
  const edited = steps.flatMap(({ id, change }) => (change.edit ? [id] : []));
  return {
    entry,
    count: steps.length,
    label,
    edited,
    revision: edited.length > 0 ? await newIndexRevision(tx.objectStore('state')) : null,
  };
}

const MOST_NAMED = 3;

const namesOf = (steps: readonly Step[]) =>
  steps
    .slice(0, MOST_NAMED)
    .map(({ name }) => name)
    .join('、');

/** What is to be written of one entity; null when it stands so already. */
function stepOf(id: EntityId, { layered, edit: before, saved }: Present, wanted: Change): Step | null {
  const edits = wanted.edit !== undefined && !sameEdit(before, wanted.edit);
  const saves = wanted.saved !== undefined && !same(saved as unknown as Plain, wanted.saved as unknown as Plain);
  if (!edits && !saves) return null;
  const edit = wanted.edit ?? before;
  const made = edit?.kind === 'created' ? edit.entity : undefined;
  return {
    id,
    name: (layered?.entity ?? made ?? saved)?.name ?? id,
    change: { id, ...(edits && { edit: { before } }), ...(saves && { saved: { before: saved, after: wanted.saved ?? null } }) },
    ...(edits && { edit: wanted.edit ? recordOf(layered, wanted.edit) : null }),
    ...(saves && { saved: wanted.saved }),
  };
}

/** Whether two edits do the same: the moment they were made does not count. */
function sameEdit(a: ReaderEdit | null, b: ReaderEdit | null | undefined): boolean {
  if (!a || !b) return a === (b ?? null);
  return same({ ...a, at: undefined } as unknown as Plain, { ...b, at: undefined } as unknown as Plain);
}

function recordOf(layered: LayeredEntity | null, edit: ReaderEdit): EditRecord {
  const { entity } = applyEdit(layered?.pack ?? null, edit);
  return { id: edit.id, edit, references: entity ? [...referencesOf(entity).entities] : [] };
}

async function readPresent(tx: ChangeTransaction, ids: ReadonlySet<EntityId>): Promise<Map<EntityId, Present>> {
  const order = await packOrder(tx);
  const many = ids.size >= MANY;
  const [editStore, savedStore] = [tx.objectStore('edits'), tx.objectStore('saved')];
  const reading: Promise<(EditRecord | undefined)[]> = many ? editStore.getAll() : Promise.all([...ids].map((id) => editStore.get(id)));
  const edits = reading.then((records) => records.filter((record) => record !== undefined));
  const [layered, found, saved] = await Promise.all([
    many ? everyLayered(tx, order, edits) : layeredByIds(tx, order, ids),
    edits,
    many ? savedStore.getAll() : Promise.all([...ids].map((id) => savedStore.get(id))),
  ]);
  const savedById = new Map(saved.flatMap((record) => (record ? [[record.entityId, record] as const] : [])));
  const editById = new Map(found.map(({ id, edit }) => [id, edit]));
  return new Map(
    [...ids].map((id) => [id, { layered: layered.get(id) ?? null, edit: editById.get(id) ?? null, saved: savedById.get(id) ?? null }]),
  );
}

const MOST_ENTRIES = 500;
const MOST_BYTES = 32_000_000;
/** Of a change that found nothing. */
const LEAST_BYTES = 120;

function sizeOf({ edit, saved }: Step['change']): number {
  return LEAST_BYTES + (edit?.before ? JSON.stringify(edit.before).length : 0) + (saved ? JSON.stringify(saved).length : 0);
}

/** Old entries fall away beyond what the journal may hold; the latest stays, however large. */
async function forgetOldest(tx: ChangeTransaction): Promise<void> {
  const entries = await tx.objectStore('journal').getAll();
  let bytes = 0;
  const keep = entries.toReversed().findIndex((entry, at) => {
    bytes += entry.size;
    return at > 0 && (at >= MOST_ENTRIES || bytes > MOST_BYTES);
  });
  const oldest = keep < 0 ? undefined : entries[entries.length - keep];
  if (!oldest) return;
  await Promise.all([tx.objectStore('journal').delete(IDBKeyRange.upperBound(oldest.id, true)), forgetChangesBefore(tx, oldest.id)]);
}
