import type { Area } from '../model/area';
import type { Entity } from '../model/entity';
import type { AreaId, EntityId } from '../model/ids';
import type { Database } from './database';
import { everythingOf, type LayeredEntity, layer, packOrder } from './layers';

/** Everything the index holds at one revision. */
export interface IndexContents {
  /** Null before the first pack or edit. */
  revision: string | null;
  areas: Area[];
  entities: LayeredEntity[];
}

export async function readIndex(db: Database): Promise<IndexContents> {
  return db.run(['packs', 'entities', 'areas', 'edits', 'state'], 'readonly', async (tx) => {
    const [order, revision, edits] = await Promise.all([
      packOrder(tx),
      tx.objectStore('state').get('indexRevision'),
      tx.objectStore('edits').getAll(),
    ]);
    const packed = new Map<EntityId, Entity>();
    const areas = new Map<AreaId, Area>();
    for (const pack of order.toReversed()) {
      const [entityRecords, areaRecords] = await Promise.all([
        tx.objectStore('entities').getAll(everythingOf(pack)),
        tx.objectStore('areas').getAll(everythingOf(pack)),
      ]);
      for (const { id, entity } of entityRecords) packed.set(id, entity);
      for (const { id, area } of areaRecords) areas.set(id, area);
    }
    const edited = new Map(edits.map(({ id, edit }) => [id, edit]));
    const ids = new Set([...packed.keys(), ...edited.keys()]);
    const entities = [...ids].flatMap((id) => layer(packed.get(id) ?? null, edited.get(id) ?? null) ?? []);
    return { revision: revision ?? null, areas: [...areas.values()], entities };
  });
}
