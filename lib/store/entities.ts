import type { Area } from '../model/area';
import type { Entity } from '../model/entity';
import type { AreaId, EntityId, SourceId } from '../model/ids';
import { referencesOf } from '../model/references';
import type { Source } from '../model/source';
import type { Database } from './database';
import { everythingOf, type LayeredEntity, layeredByIds, packOrder } from './layers';

/** Those of `ids` the index holds, by id. */
export async function readEntities(db: Database, ids: Iterable<EntityId>): Promise<Map<EntityId, LayeredEntity>> {
  return db.run(['packs', 'entities', 'edits'], 'readonly', async (tx) => layeredByIds(tx, await packOrder(tx), ids));
}

/**
 * Entities that speak of `id`: a body's people, its parts, its projects. Hidden ones are left out.
 * @param kind how the ids of those wanted begin; nothing: any
 */
export async function readReferring(db: Database, id: EntityId, kind: 'person/' | '' = ''): Promise<Entity[]> {
  return db.run(['packs', 'entities', 'edits'], 'readonly', async (tx) => {
    const [order, inPacks, inEdits] = await Promise.all([
      packOrder(tx),
      tx.objectStore('entities').index('references').getAllKeys(id),
      tx.objectStore('edits').index('references').getAllKeys(id),
    ]);
    const candidates = new Set(
      [...inPacks.map(([, referring]) => referring), ...inEdits].filter((referring) => referring.startsWith(kind)),
    );
    const layered = await layeredByIds(tx, order, candidates);
    // A layer above may have dropped the reference: whoever asks looks for it in what the layers make.
    return [...layered.values()].filter(({ origin }) => origin !== 'hidden').map(({ entity }) => entity);
  });
}

/** Entities, and all they speak of, as one moment has them. */
interface Cast {
  /** Those asked for that the index holds and shows. */
  members: Entity[];
  /** The members, what they speak of, and every body above a body among these. */
  around: Map<EntityId, Entity>;
  areas: Record<AreaId, Area>;
  saved: Set<EntityId>;
}

/** Bodies upon bodies: enough for any ladder there is, and an end to one that bites its tail. */
const MAX_RUNGS = 8;

/** Everything of many entities at once, in one transaction. */
export async function readCast(db: Database, ids: readonly EntityId[]): Promise<Cast> {
  return db.run(['packs', 'entities', 'edits', 'areas', 'saved'], 'readonly', async (tx) => {
    const [order, saved] = await Promise.all([packOrder(tx), tx.objectStore('saved').getAllKeys()]);
    const found = await layeredByIds(tx, order, new Set(ids));
    const members = [...found.values()].filter(({ origin }) => origin !== 'hidden').map(({ entity }) => entity);
    const around = new Map(members.map((entity) => [entity.id as EntityId, entity]));
    let wanted = new Set(members.flatMap((entity) => [...referencesOf(entity).entities]));
    for (let rung = 0; rung < MAX_RUNGS; rung++) {
      const missing = [...wanted].filter((id) => !around.has(id));
      if (missing.length === 0) break;
      const read = await layeredByIds(tx, order, missing);
      for (const [id, { entity }] of read) around.set(id, entity);
      wanted = new Set([...read.values()].flatMap(({ entity }) => (entity.type === 'organization' ? (entity.parent ?? []) : [])));
    }
    const places = new Set(members.flatMap((entity) => [...referencesOf(entity).areas]));
    const areas = await topmost(order, places, async (pack, id) => (await tx.objectStore('areas').get([pack, id]))?.area);
    return { members, around, areas, saved: new Set(saved) };
  });
}

/** The sources of `ids`, from the packs (the topmost that has each) and from `brought`, which lie above. */
export async function readSources(
  db: Database,
  ids: Iterable<SourceId>,
  brought: readonly Source[] = [],
): Promise<Record<SourceId, Source>> {
  return db.run(['packs', 'sources'], 'readonly', async (tx) => {
    const sources = tx.objectStore('sources');
    const wanted = new Set(ids);
    const packed = await topmost(await packOrder(tx), wanted, async (pack, id) => (await sources.get([pack, id]))?.source);
    for (const source of brought) if (wanted.has(source.id)) packed[source.id] = source;
    return packed;
  });
}

/** Every source the packs bring, the topmost of each. */
export async function readAllSources(db: Database): Promise<Map<SourceId, Source>> {
  return db.run(['packs', 'sources'], 'readonly', async (tx) => {
    const order = await packOrder(tx);
    const layers = await Promise.all(order.map(({ pack }) => tx.objectStore('sources').getAll(everythingOf(pack))));
    return new Map(layers.toReversed().flatMap((records) => records.map(({ id, source }) => [id, source] as const)));
  });
}

export async function readAreas(db: Database, ids: Iterable<AreaId>): Promise<Record<AreaId, Area>> {
  return db.run(['packs', 'areas'], 'readonly', async (tx) => {
    const areas = tx.objectStore('areas');
    return topmost(await packOrder(tx), ids, async (pack, id) => (await areas.get([pack, id]))?.area);
  });
}

async function topmost<Id extends string, T>(
  order: Awaited<ReturnType<typeof packOrder>>,
  ids: Iterable<Id>,
  find: (pack: string, id: Id) => Promise<T | undefined>,
): Promise<Record<Id, T>> {
  const found: Partial<Record<Id, T>> = {};
  await Promise.all(
    [...ids].map(async (id) => {
      const layers = await Promise.all(order.map(({ pack }) => find(pack, id)));
      const top = layers.find((layer) => layer !== undefined);
      if (top !== undefined) found[id] = top;
    }),
  );
  return found as Record<Id, T>;
}
