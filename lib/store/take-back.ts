import type { EntityId } from '../model/ids';
import type { ReaderEdit } from '../packs/reader-edit';
import { type Plain, same } from '../packs/three-way';
import type { Change, Present } from './change-index';
import type { Over } from './database';
import { changesOf, pastReader } from './journal-changes';
import type { JournalChangeRecord, JournalRecord } from './journal-records';

export const equal = (a: unknown, b: unknown) => same(a as Plain, b as Plain);

/** What takes one change back, unless what it made is no longer what stands. */
export function backOf(
  { edit, saved }: JournalChangeRecord,
  present: Pick<Present, 'edit' | 'saved'>,
  since: ReaderEdit | null | undefined,
) {
  const wanted: Change = {};
  let whole = true;
  if (edit) {
    if (since === undefined || equal(since, present.edit)) wanted.edit = edit.before;
    else whole = false;
  }
  if (saved) {
    if (equal(saved.after, present.saved)) wanted.saved = saved.before;
    else whole = false;
  }
  return { wanted, whole };
}

/** Larger entries are not looked into: hardly ever was all of them changed again. */
const FEW = 20;

type Reading = Over<'journalChanges' | 'journalChunks' | 'edits' | 'saved', 'readonly'>;

/** Marks the entries of which nothing is left to take back, as everything they changed was changed again since. */
export async function markSuperseded(tx: Reading, entries: JournalRecord[]): Promise<(JournalRecord & { superseded?: true })[]> {
  const known = new Map<EntityId, Promise<Standing>>();
  const pastOf = pastReader(tx);
  const standingOf = (id: EntityId) => {
    const standing = known.get(id) ?? readStanding(tx, id, pastOf);
    known.set(id, standing);
    return standing;
  };
  return Promise.all(
    entries.map(async (entry) => {
      if (entry.undoneBy !== undefined || entry.count > FEW) return entry;
      const changes = await changesOf(tx, entry.id);
      const standing = await Promise.all(changes.map(({ id }) => standingOf(id)));
      const isLeft = changes.some((change, at) => {
        const { present, changes: all } = standing[at]!;
        const { wanted } = backOf(change, present, all.find((later) => later.edit && later.entry > entry.id)?.edit?.before);
        return Object.keys(wanted).length > 0;
      });
      return isLeft ? entry : { ...entry, superseded: true as const };
    }),
  );
}

interface Standing {
  present: Pick<Present, 'edit' | 'saved'>;
  /** All that was done to it, the oldest first. */
  changes: JournalChangeRecord[];
}

async function readStanding(tx: Reading, id: EntityId, pastOf: ReturnType<typeof pastReader>): Promise<Standing> {
  const [edit, saved, changes] = await Promise.all([tx.objectStore('edits').get(id), tx.objectStore('saved').get(id), pastOf(id)]);
  return { present: { edit: edit?.edit ?? null, saved: saved ?? null }, changes };
}
