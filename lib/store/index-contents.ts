import type { Area } from '../model/area';
import type { AreaId } from '../model/ids';
import type { Database } from './database';
import { everyLayered, everythingOf, type LayeredEntity, packOrder } from './layers';

/** Everything the index holds at one revision. */
export interface IndexContents {
  /** Null before the first pack or edit. */
  revision: string | null;
  areas: Area[];
  entities: LayeredEntity[];
}

export async function readIndex(db: Database): Promise<IndexContents> {
  return db.run(['packs', 'entities', 'areas', 'edits', 'state'], 'readonly', async (tx) => {
    const order = await packOrder(tx);
    const [revision, layered, ...areas] = await Promise.all([
      tx.objectStore('state').get('indexRevision'),
      everyLayered(tx, order, tx.objectStore('edits').getAll()),
      ...order.toReversed().map(({ pack }) => tx.objectStore('areas').getAll(everythingOf(pack))),
    ]);
    const areaById = new Map<AreaId, Area>(areas.flat().map(({ id, area }) => [id, area]));
    return { revision: revision ?? null, areas: [...areaById.values()], entities: [...layered.values()] };
  });
}
