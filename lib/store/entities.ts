import type { Area } from '../model/area';
import type { Entity } from '../model/entity';
import type { AreaId, EntityId, SourceId } from '../model/ids';
import type { Source } from '../model/source';
import type { Database } from './database';
import { everythingOf, type LayeredEntity, layeredByIds, packOrder } from './layers';

/** Those of `ids` the index holds, by id. */
export async function readEntities(db: Database, ids: Iterable<EntityId>): Promise<Map<EntityId, LayeredEntity>> {
  return db.run(['packs', 'entities', 'edits'], 'readonly', async (tx) => layeredByIds(tx, await packOrder(tx), ids));
}

/** Entities that speak of `id`: a body's people, its parts, its projects. Hidden ones are left out. */
export async function readReferring(db: Database, id: EntityId): Promise<Entity[]> {
  return db.run(['packs', 'entities', 'edits'], 'readonly', async (tx) => {
    const [order, inPacks, inEdits] = await Promise.all([
      packOrder(tx),
      tx.objectStore('entities').index('references').getAllKeys(id),
      tx.objectStore('edits').index('references').getAllKeys(id),
    ]);
    const candidates = new Set([...inPacks.map(([, referring]) => referring), ...inEdits]);
    const layered = await layeredByIds(tx, order, candidates);
    // A layer above may have dropped the reference: whoever asks looks for it in what the layers make.
    return [...layered.values()].filter(({ origin }) => origin !== 'hidden').map(({ entity }) => entity);
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
