import type { Pack } from '../packs/pack';
import type { Database, Over } from './database';
import { newIndexRevision } from './index-revision';
import { everythingOf } from './layers';
import type { PackRecord, PackRole, PackVersionRecord, Subscription } from './pack-records';
import { countsOf, installWithin, PACK_STORES, type PackTransaction, readContents } from './packs';

type Arrived = Pick<PackVersionRecord, 'origin' | 'digest' | 'fetchedAt' | 'subscription'>;

/** Every version that is kept beside those in use. */
export async function listVersions(db: Database): Promise<PackVersionRecord[]> {
  return db.run(['packVersions'], 'readonly', (tx) => tx.objectStore('packVersions').getAll());
}

/** Lays a version aside until the reader has looked at it, in the place of one that waited before. */
export async function putPending(db: Database, pack: Pack, arrived: Arrived): Promise<void> {
  await db.run(['packVersions', 'packContents'], 'readwrite', async (tx) => {
    const { id, title, revision, licence } = pack;
    const role = 'pending';
    await tx.objectStore('packVersions').put({ pack: id, role, title, revision, licence, ...arrived, counts: countsOf(pack) });
    await tx.objectStore('packContents').put({ pack: id, role, contents: pack });
  });
}

/** The installed pack (null: none of that id) and another version of it (null: none in that role), read at one moment. */
export async function readVersions(db: Database, pack: string, role: PackRole): Promise<{ installed: Pack | null; other: Pack | null }> {
  return db.run([...PACK_STORES], 'readonly', async (tx) => {
    const [record, other] = await Promise.all([tx.objectStore('packs').get(pack), tx.objectStore('packContents').get([pack, role])]);
    return { installed: record ? await readContents(tx, record) : null, other: other?.contents ?? null };
  });
}

/** Forgets a version that waits; it is not offered again by itself. */
export async function leavePending(db: Database, pack: string): Promise<void> {
  await db.run(['packs', 'packVersions', 'packContents'], 'readwrite', async (tx) => {
    const [record, pending] = await Promise.all([tx.objectStore('packs').get(pack), tx.objectStore('packVersions').get([pack, 'pending'])]);
    if (record && pending) await tx.objectStore('packs').put({ ...record, declined: pending.digest });
    await dropVersion(tx, pack, 'pending');
  });
}

/**
 * Puts another version in the place of the one in use, which becomes the previous one. `digest` names the version that was looked at:
 * null when it is no longer that one, and nothing is done. To be called within a transaction that gives the index its new revision.
 */
export async function takeVersion(
  tx: PackTransaction,
  { pack, role, digest, at }: { pack: string; role: PackRole; digest: string; at: string },
): Promise<PackRecord | null> {
  const [version, stored, known] = await Promise.all([
    tx.objectStore('packVersions').get([pack, role]),
    tx.objectStore('packContents').get([pack, role]),
    tx.objectStore('packs').get(pack),
  ]);
  if (!version || !stored || version.digest !== digest) return null;
  await dropVersion(tx, pack, role);
  const { origin, subscription = known?.subscription } = version;
  const record = await installWithin(tx, stored.contents, { origin, digest, installedAt: at, ...(subscription && { subscription }) });
  // Going back turns the newer one down; taking a waiting one leaves nothing turned down.
  const decided = role === 'previous' && known ? { ...record, declined: known.digest } : record;
  await tx.objectStore('packs').put(decided);
  return decided;
}

/** Takes a pack out, with every version of it. Returns the new revision of the index. */
export async function removePack(db: Database, pack: string): Promise<string> {
  return db.run([...PACK_STORES], 'readwrite', async (tx) => {
    await tx.objectStore('packs').delete(pack);
    for (const store of ['entities', 'areas', 'sources'] as const) await tx.objectStore(store).delete(everythingOf(pack));
    for (const role of ['pending', 'previous'] as const) await dropVersion(tx, pack, role);
    return newIndexRevision(tx.objectStore('state'));
  });
}

/** Changes what is kept of installed packs, read and written as one. Returns the new revision of the index. */
export async function arrangePacks(db: Database, arrange: (packs: PackRecord[]) => PackRecord[]): Promise<string> {
  return db.run(['packs', 'state'], 'readwrite', async (tx) => {
    const packs = tx.objectStore('packs');
    const known = (await packs.getAll()).sort((a, b) => a.order - b.order);
    for (const pack of arrange(known)) await packs.put(pack);
    return newIndexRevision(tx.objectStore('state'));
  });
}

/** Notes what a look at a pack's address brought. The index stays as it is. */
export async function noteSubscription(db: Database, pack: string, subscription: Subscription): Promise<void> {
  await db.run(['packs'], 'readwrite', async (tx) => {
    const record = await tx.objectStore('packs').get(pack);
    if (record?.subscription?.url === subscription.url) await tx.objectStore('packs').put({ ...record, subscription });
  });
}

async function dropVersion(tx: Over<'packVersions' | 'packContents', 'readwrite'>, pack: string, role: PackRole): Promise<void> {
  await tx.objectStore('packVersions').delete([pack, role]);
  await tx.objectStore('packContents').delete([pack, role]);
}
