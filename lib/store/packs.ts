import { unwrap } from 'idb';
import { referencesOf } from '../model/references';
import { entitiesOf } from '../packs/entities';
import type { Pack } from '../packs/pack';
import type { Database } from './database';
import { newIndexRevision } from './index-revision';
import type { PackRecord } from './schema';

/** Every installed pack, the lowest layer first. */
export async function listPacks(db: Database): Promise<PackRecord[]> {
  const packs = await db.run(['packs'], 'readonly', (tx) => tx.objectStore('packs').getAll());
  return packs.sort((a, b) => a.order - b.order);
}

/**
 * Puts a pack in the place of its earlier revision, all of it or, whatever happens on the way, nothing. The reader's edits lie
 * in a store of their own and are not touched. Returns the new revision of the index.
 */
export async function installPack(db: Database, pack: Pack, about: Pick<PackRecord, 'origin' | 'digest' | 'installedAt'>): Promise<string> {
  return db.run(['packs', 'entities', 'areas', 'sources', 'state'], 'readwrite', async (tx) => {
    const packs = tx.objectStore('packs');
    const known = await packs.get(pack.id);
    const order = known?.order ?? (await packs.count());
    const everything = IDBKeyRange.bound([pack.id], [pack.id, []]);
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
    const { id, title, revision, licence, homepage, changes } = pack;
    await packs.put({ id, title, revision, licence, homepage, changes, order, enabled: known?.enabled ?? true, ...about });
    return newIndexRevision(tx.objectStore('state'));
  });
}
