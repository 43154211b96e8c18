import type { Area } from '../model/area';
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
    const packed = new Map<EntityId, Pick<LayeredEntity, 'pack' | 'base'>>();
    const areas = new Map<AreaId, Area>();
    for (const base of order.toReversed()) {
      const everything = everythingOf(base.pack);
      const [entityRecords, areaRecords] = await Promise.all([
        tx.objectStore('entities').getAll(everything),
        tx.objectStore('areas').getAll(everything),
      ]);
      for (const { id, entity } of entityRecords) packed.set(id, { pack: entity, base });
      for (const { id, area } of areaRecords) areas.set(id, area);
    }
    const edited = new Map(edits.map(({ id, edit }) => [id, edit]));
    const ids = new Set([...packed.keys(), ...edited.keys()]);
    const entities = [...ids].flatMap((id) => {
      const { pack = null, base = null } = packed.get(id) ?? {};
      return layer(pack, base, edited.get(id) ?? null) ?? [];
    });
    return { revision: revision ?? null, areas: [...areas.values()], entities };
  });
}
