import type { EntityId } from '../model/ids';
import type { Backup } from './backup';
import { BACKUP_PARTS, READING_PARTS, type ReadingPart } from './backup-parts';
import { CHANGE_STORES, type Change, type ChangeNote, changeWithin, type Present } from './change-index';
import type { Database, Over } from './database';
import { newIndexRevision } from './index-revision';
import { undoWithin } from './journal';
import { everythingOf } from './layers';
import type { PackRecord } from './pack-records';
import { takeVersion } from './pack-versions';
import { installWithin, PACK_STORES, type PackTransaction } from './packs';
import { leaveSettings } from './settings-due';
import type { Watch } from './write-steps';

interface Plan {
  note: ChangeNote;
  ids: Iterable<EntityId>;
  decide(id: EntityId, present: Present): Change;
  backup?: Backup;
  /** Packs of the backup to be taken over. */
  packs?: ReadonlySet<string>;
}

/** What a restoring did beside the journal's entry, for taking it back. */
export interface Restored {
  entry: number | null;
  count: number;
  packs: { before: PackRecord | null; after: PackRecord }[];
  added: { [P in ReadingPart]: IDBValidKey[] };
}

const RESTORE_STORES = [...new Set([...PACK_STORES, ...CHANGE_STORES, ...READING_PARTS])];

/**
 * Takes over what was chosen of a file: entities and what is saved as one entry of the journal, packs, what reading left, and word of the
 * settings. All or nothing.
 */
export async function restore(db: Database, { note, ids, decide, backup, packs }: Plan, watch: Watch): Promise<Restored> {
  return db.run(
    RESTORE_STORES,
    'readwrite',
    async (tx) => {
      const taken = backup?.packs.filter(({ id }) => packs?.has(id)) ?? [];
      const installed: Restored['packs'] = [];
      for (const pack of taken) installed.push(await restorePack(tx, pack));
      if (taken.length > 0 && backup) await restoreOrder(tx, backup);
      const { entry, count } = await changeWithin(tx, note, ids, decide, watch);
      watch.signal?.throwIfAborted();
      const added = backup ? await addReading(tx, backup) : emptyParts();
      if (backup) await leaveSettings(tx.objectStore('state'), backup.settings);
      await newIndexRevision(tx.objectStore('state'));
      return { entry, count, packs: installed, added };
    },
    { durable: true },
  );
}

/** Takes back all that a restoring did, and leaves word of the settings there were. All or nothing. */
export async function takeBackRestored(
  db: Database,
  { entry, packs, added }: Restored,
  at: string,
  settings: Record<string, unknown> | null,
): Promise<void> {
  await db.run(RESTORE_STORES, 'readwrite', async (tx) => {
    if (entry !== null) await undoWithin(tx, entry, at, {});
    if (settings) await leaveSettings(tx.objectStore('state'), settings);
    for (const part of READING_PARTS) for (const key of added[part]) await tx.objectStore(part).delete(IDBKeyRange.only(key));
    for (const { before, after } of packs.toReversed()) {
      if (!before) {
        await tx.objectStore('packs').delete(after.id);
        for (const store of ['entities', 'areas', 'sources'] as const) await tx.objectStore(store).delete(everythingOf(after.id));
      } else {
        if (before.digest !== after.digest) await takeVersion(tx, { pack: before.id, role: 'previous', digest: before.digest, at });
        await tx.objectStore('packs').put(before);
      }
    }
    await newIndexRevision(tx.objectStore('state'));
  });
}

async function restorePack(tx: PackTransaction, { contents, ...about }: Backup['packs'][number]): Promise<Restored['packs'][number]> {
  const packs = tx.objectStore('packs');
  const before = (await packs.get(about.id)) ?? null;
  const { origin, digest, installedAt } = about;
  const record = contents ? await installWithin(tx, contents, { origin, digest, installedAt }) : before;
  if (!record) throw new Error(`${about.id} is neither here nor in the backup`);
  // What came with the extension keeps what it is; all else is as the backup has it.
  const after = contents
    ? { ...record, ...about }
    : { ...record, enabled: about.enabled, ...(about.declined && { declined: about.declined }) };
  await packs.put(after);
  return { before, after };
}

/** The order of the backup's packs among themselves; any other lie above. */
async function restoreOrder(tx: PackTransaction, backup: Backup): Promise<void> {
  const packs = tx.objectStore('packs');
  const place = new Map(backup.packs.map(({ id, order }) => [id, order]));
  const of = ({ id, order }: PackRecord) => place.get(id) ?? 1_000_000 + order;
  const sorted = (await packs.getAll()).sort((a, b) => of(a) - of(b));
  for (const [order, pack] of sorted.entries()) if (pack.order !== order) await packs.put({ ...pack, order });
}

async function addReading(tx: Over<ReadingPart, 'readwrite'>, backup: Backup): Promise<Restored['added']> {
  const added = emptyParts();
  for (const part of READING_PARTS) added[part] = await addMissing(tx, part, backup);
  return added;
}

async function addMissing<P extends ReadingPart>(tx: Over<ReadingPart, 'readwrite'>, part: P, backup: Backup): Promise<IDBValidKey[]> {
  const store = tx.objectStore(part);
  const { keyOf } = BACKUP_PARTS[part] as { keyOf(record: unknown): string };
  const there = new Set((await store.getAll()).map(keyOf));
  const added: IDBValidKey[] = [];
  for (const record of backup.stores[part]) if (!there.has(keyOf(record))) added.push((await store.add(record as never)) as IDBValidKey);
  return added;
}

function emptyParts(): Restored['added'] {
  return { visits: [], meetings: [], inbox: [], verdicts: [] };
}
