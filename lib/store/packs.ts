import { unwrap } from 'idb';
import { referencesOf } from '../model/references';
import { entitiesOf } from '../packs/entities';
import { PACK_FORMAT, PACK_FORMAT_VERSION, type Pack } from '../packs/pack';
import type { Database, Over } from './database';
import { newIndexRevision } from './index-revision';
import { everythingOf } from './layers';
import type { PackRecord, PackVersionRecord } from './pack-records';

/** The stores that putting a pack in its place needs; a transaction over more may do other work besides. */
export const PACK_STORES = ['packs', 'entities', 'areas', 'sources', 'packVersions', 'packContents', 'state'] as const;
export type PackTransaction<Mode extends IDBTransactionMode = 'readwrite'> = Over<(typeof PACK_STORES)[number], Mode>;

/** What is known of a file or an answer beside the pack in it. */
export type PackArrival = Pick<PackRecord, 'origin' | 'digest' | 'installedAt' | 'subscription'>;

/** Every installed pack, the lowest layer first. */
export async function listPacks(db: Database): Promise<PackRecord[]> {
  const packs = await db.run(['packs'], 'readonly', (tx) => tx.objectStore('packs').getAll());
  return packs.sort((a, b) => a.order - b.order);
}

/**
 * Puts a pack in the place of its earlier revision, all of it or, whatever happens on the way, nothing. The reader's edits lie
 * in a store of their own and are not touched; the earlier revision is kept beside it. Returns the new revision of the index.
 */
export async function installPack(db: Database, pack: Pack, arrival: PackArrival): Promise<string> {
  return db.run([...PACK_STORES], 'readwrite', async (tx) => {
    await installWithin(tx, pack, arrival);
    return newIndexRevision(tx.objectStore('state'));
  });
}

/** As installPack, as a part of a running transaction, which has to give the index its new revision. */
export async function installWithin(tx: PackTransaction, pack: Pack, arrival: PackArrival): Promise<PackRecord> {
  const packs = tx.objectStore('packs');
  const installed = await packs.getAll();
  const known = installed.find(({ id }) => id === pack.id);
  if (known && known.digest !== arrival.digest) await keepPrevious(tx, known);
  await putContents(tx, pack);
  const { id, title, revision, licence, homepage, changes } = pack;
  const record: PackRecord = {
    id,
    title,
    revision,
    licence,
    ...(homepage && { homepage }),
    changes,
    order: known?.order ?? Math.max(-1, ...installed.map(({ order }) => order)) + 1,
    enabled: known?.enabled ?? true,
    counts: countsOf(pack),
    ...arrival,
  };
  await packs.put(record);
  return record;
}

/** The pack as it is installed, put together again. */
export async function readContents(tx: PackTransaction<'readonly' | 'readwrite'>, record: PackRecord): Promise<Pack> {
  const everything = everythingOf(record.id);
  const [entities, areas, sources] = await Promise.all([
    tx.objectStore('entities').getAll(everything),
    tx.objectStore('areas').getAll(everything),
    tx.objectStore('sources').getAll(everything),
  ]);
  const pack: Pack = {
    format: PACK_FORMAT,
    format_version: PACK_FORMAT_VERSION,
    id: record.id,
    title: record.title,
    revision: record.revision,
    licence: record.licence,
    ...(record.homepage && { homepage: record.homepage }),
    changes: record.changes,
    areas: areas.map(({ area }) => area),
    organizations: [],
    persons: [],
    projects: [],
    sources: sources.map(({ source }) => source),
  };
  for (const { entity } of entities) {
    if (entity.type === 'organization') pack.organizations.push(withoutType(entity));
    else if (entity.type === 'official') pack.persons.push(withoutType(entity));
    else pack.projects.push(withoutType(entity));
  }
  return pack;
}

export function countsOf(pack: Pack): PackVersionRecord['counts'] {
  const { areas, organizations, persons, projects, sources } = pack;
  return {
    areas: areas.length,
    organizations: organizations.length,
    persons: persons.length,
    projects: projects.length,
    sources: sources.length,
  };
}

async function keepPrevious(tx: PackTransaction, known: PackRecord): Promise<void> {
  const contents = await readContents(tx, known);
  const { id: pack, title, revision, licence, origin, digest, installedAt: fetchedAt, subscription } = known;
  const role = 'previous';
  const version = { pack, role, title, revision, licence, origin, digest, fetchedAt, counts: countsOf(contents) } as const;
  await tx.objectStore('packVersions').put({ ...version, ...(subscription && { subscription }) });
  await tx.objectStore('packContents').put({ pack, role, contents });
}

async function putContents(tx: PackTransaction, pack: Pack): Promise<void> {
  const everything = everythingOf(pack.id);
  // Bare requests: a promise for each of a hundred thousand records would cost more than the writing.
  const [entities, areas, sources] = [
    unwrap(tx.objectStore('entities')),
    unwrap(tx.objectStore('areas')),
    unwrap(tx.objectStore('sources')),
  ];
  for (const store of [entities, areas, sources]) store.delete(everything);
  for (const entity of entitiesOf(pack)) {
    entities.put({ pack: pack.id, id: entity.id, entity, references: [...referencesOf(entity).entities] });
  }
  for (const area of pack.areas) areas.put({ pack: pack.id, id: area.id, area });
  for (const source of pack.sources) sources.put({ pack: pack.id, id: source.id, source });
}

function withoutType<T extends { type: string }>({ type: _, ...fields }: T): Omit<T, 'type'> {
  return fields;
}
