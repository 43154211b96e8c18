import type { EntityDetail } from '../messages/contract';
import type { Entity } from '../model/entity';
import type { EntityId } from '../model/ids';
import { referencesOf } from '../model/references';
import type { Source } from '../model/source';
import { makeEdit } from '../packs/reader-edit';
import type { Database } from '../store/database';
import { changeEdit } from '../store/edits';
import { readEntities } from '../store/entities';
import type { LayeredEntity } from '../store/layers';
import { referenceNames, sourcesOf } from './cards';

interface Parts {
  db: Database;
  now(): Date;
  /** Called after each stored change. */
  changed(): void;
}

/** What the reader does to the index: each change is one edit above the packs. */
export function createReaderIndex({ db, now, changed }: Parts) {
  const change = async (id: EntityId, decide: Parameters<typeof changeEdit>[2]) => {
    await changeEdit(db, id, decide);
    changed();
  };
  const context = (layered: LayeredEntity | null) => ({ at: now().toISOString(), ...(layered?.base && { base: layered.base }) });

  return {
    async get(id: EntityId): Promise<EntityDetail | null> {
      const layered = (await readEntities(db, [id])).get(id);
      if (!layered) return null;
      const [references, sources] = await Promise.all([referenceNames(db, layered), sourcesOf(db, layered)]);
      return { entity: layered.entity, origin: layered.origin, pack: layered.pack, references, sources };
    },

    /** Adds an entity of the reader's own, or lays the reader's version above the pack's. */
    put: (entity: Entity, sources: Source[]) =>
      change(entity.id, (layered) =>
        makeEdit(layered?.pack ?? null, entity, { ...context(layered), sources: cited(entity, sources, layered) }),
      ),

    /** Deletes an entity of the reader's own, hides one of a pack. */
    remove: (id: EntityId) => change(id, (layered) => (layered?.pack ? makeEdit(layered.pack, null, context(layered)) : null)),

    /** Takes back whatever the reader changed. */
    restore: (id: EntityId) => change(id, () => null),
  };
}

/** Sources the reader brought, now or earlier, that the entity still rests on. */
function cited(entity: Entity, brought: Source[], layered: LayeredEntity | null): Source[] {
  const earlier = layered?.edit && layered.edit.kind !== 'hidden' ? layered.edit.sources : [];
  const byId = new Map([...earlier, ...brought].map((source) => [source.id, source]));
  const { sources } = referencesOf(entity);
  return [...byId.values()].filter(({ id }) => sources.has(id));
}
