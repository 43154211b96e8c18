import type { EntityDetail } from '../messages/answers/entity';
import type { Entity } from '../model/entity';
import type { EntityId } from '../model/ids';
import { referencesOf } from '../model/references';
import type { Source } from '../model/source';
import { makeEdit } from '../packs/reader-edit';
import { type ChangeNote, changeIndex } from '../store/change-index';
import type { Database } from '../store/database';
import { readEntities } from '../store/entities';
import type { LayeredEntity } from '../store/layers';
import type { Watch } from '../store/write-steps';
import { referenceNames, sourcesOf } from './cards';
import { differences } from './entity-past';

interface Parts {
  db: Database;
  now(): Date;
  /** Called after each stored change, with the entities whose edit it was. */
  changed(ids: readonly EntityId[]): void;
}

/** What the reader does to the index: each change lies above the packs, is one entry of the journal, and can be taken back. */
export function createReaderIndex({ db, now, changed }: Parts) {
  const at = () => now().toISOString();
  const change = async (
    note: Omit<ChangeNote, 'at'>,
    ids: Iterable<EntityId>,
    decide: Parameters<typeof changeIndex>[3],
    watch?: Watch,
  ) => {
    const { entry, count, label, edited } = await changeIndex(db, { ...note, at: at() }, ids, decide, watch);
    if (edited.length > 0) changed(edited);
    return { entry, count, label };
  };
  const context = (layered: LayeredEntity | null) => ({ at: at(), ...(layered?.base && { base: layered.base }) });

  return {
    async get(id: EntityId): Promise<EntityDetail | null> {
      const layered = (await readEntities(db, [id])).get(id);
      if (!layered) return null;
      const [references, sources, differs] = await Promise.all([
        referenceNames(db, layered),
        sourcesOf(db, layered),
        differences(db, layered),
      ]);
      return { entity: layered.entity, origin: layered.origin, pack: layered.pack, differs, references, sources };
    },

    /** Adds an entity of the reader's own, or lays the reader's version above the pack's. */
    put: (entity: Entity, sources: Source[]) =>
      change({ kind: 'edit', label: entity.name }, [entity.id], (_, { layered }) => ({
        edit: makeEdit(layered?.pack ?? null, entity, { ...context(layered), sources: cited(entity, sources, layered) }),
      })),

    /** Deletes entities of the reader's own, hides those of packs. */
    remove: (ids: EntityId[], watch?: Watch) =>
      change(
        { kind: 'remove' },
        ids,
        (_, { layered }) => ({ edit: layered?.pack ? makeEdit(layered.pack, null, context(layered)) : null }),
        watch,
      ),

    /** Takes back whatever the reader changed of those that packs hold. */
    restore: (ids: EntityId[], watch?: Watch) =>
      change({ kind: 'restore' }, ids, (_, { layered }) => (layered && !layered.pack ? {} : { edit: null }), watch),

    /** Takes back what the reader changed of one field; the pack's shows again. */
    takeBack: (id: EntityId, field: string) =>
      change({ kind: 'restore' }, [id], (_, { layered }) => {
        if (!layered?.pack || layered.edit?.kind !== 'changed') return {};
        const entity = { ...layered.entity, [field]: layered.pack[field as keyof Entity] } as Entity;
        return { edit: makeEdit(layered.pack, entity, { ...context(layered), sources: cited(entity, [], layered) }) };
      }),

    /** Saves entities, if they are not yet, and gives them one tag more. */
    tag: (ids: EntityId[], tag: string, watch?: Watch) =>
      change(
        { kind: 'tag', label: tag },
        ids,
        (entityId, { layered, saved }) => {
          const { name, type } = layered?.entity ?? saved ?? {};
          if (!name || !type || saved?.tags.includes(tag)) return {};
          return { saved: { note: '', savedAt: at(), ...saved, entityId, name, type, tags: [...(saved?.tags ?? []), tag] } };
        },
        watch,
      ),
  };
}

/** Sources the reader brought, now or earlier, that the entity still rests on. */
export function cited(entity: Entity, brought: Source[], layered: LayeredEntity | null): Source[] {
  const earlier = layered?.edit && layered.edit.kind !== 'hidden' ? layered.edit.sources : [];
  const byId = new Map([...earlier, ...brought].map((source) => [source.id, source]));
  const { sources } = referencesOf(entity);
  return [...byId.values()].filter(({ id }) => sources.has(id));
}
