import type { SavedItem } from '../messages/answers/entity';
import { MessageError } from '../messages/message-error';
import type { EntityId } from '../model/ids';
import type { Database } from '../store/database';
import { readEntities } from '../store/entities';
import { readMetSince } from '../store/history';
import type { LookRecord } from '../store/reading-records';
import { addSaved, changeSaved, listSaved, lookAtSaved, removeSaved } from '../store/saved';
import { summarise, summaryReferences } from './summary';

interface Parts {
  db: Database;
  now(): Date;
  word(key: string): string;
}

interface News {
  entityId: EntityId;
  why: 'met' | 'changed';
}

/** What the reader keeps an eye on. */
export function createSaved({ db, now, word }: Parts) {
  return {
    /** The latest saved first, named as the index names them now; what the index no longer holds keeps the name it was saved under. */
    async list(): Promise<SavedItem[]> {
      const saved = await listSaved(db);
      const entities = await readEntities(
        db,
        saved.map(({ entityId }) => entityId),
      );
      const bodies = await readEntities(db, new Set([...entities.values()].flatMap(({ entity }) => summaryReferences(entity))));
      const wording = { nameOf: (id: EntityId) => bodies.get(id)?.entity.name, word };
      return saved.map((record) => {
        const entity = entities.get(record.entityId)?.entity;
        return { ...record, name: entity?.name ?? record.name, summary: entity ? summarise(entity, wording) : '' };
      });
    },

    /** Saves an entity, or changes the note or the tags of a saved one; what is not given stays. */
    async put({ entityId, note, tags }: { entityId: EntityId; note?: string; tags?: string[] }): Promise<void> {
      const entity = (await readEntities(db, [entityId])).get(entityId)?.entity;
      await changeSaved(db, entityId, (before) => {
        const known = entity ?? before;
        if (!known) throw new MessageError('not-found', `${entityId} is not in the index`);
        return {
          entityId,
          name: known.name,
          type: known.type,
          note: note ?? before?.note ?? '',
          tags: tags ?? before?.tags ?? [],
          savedAt: before?.savedAt ?? now().toISOString(),
        };
      });
    },

    /** Saves every one of these that the index holds and is not saved yet, and gives those. */
    async putAll(ids: readonly EntityId[]): Promise<EntityId[]> {
      const known = [...(await readEntities(db, ids)).values()];
      const savedAt = now().toISOString();
      return addSaved(
        db,
        known.map(({ entity: { id, name, type } }) => ({ entityId: id, name, type, note: '', tags: [], savedAt })),
      );
    },

    /**
     * Which of them were met, or read otherwise in the index, since the reader last asked; asking counts as looking. The first time
     * nothing is new, nor is what was saved since.
     */
    async news(): Promise<News[]> {
      const saved = await listSaved(db);
      const ids = saved.map(({ entityId }) => entityId);
      const marks: LookRecord['marks'] = {};
      for (const [id, { entity }] of await readEntities(db, ids)) marks[id] = mark(JSON.stringify(entity));
      const before = await lookAtSaved(db, { at: now().toISOString(), marks });
      if (!before) return [];
      const met = await readMetSince(db, before.at);
      return ids.flatMap((entityId): News[] => {
        const known = before.marks[entityId];
        if (known === undefined) return [];
        if (known !== marks[entityId]) return [{ entityId, why: 'changed' }];
        return met.has(entityId) ? [{ entityId, why: 'met' }] : [];
      });
    },

    remove: (entityId: EntityId) => removeSaved(db, entityId),
  };
}

/** A short form that another text hardly has (FNV-1a over UTF-16 units, and the length). */
function mark(text: string): string {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  return `${text.length.toString(36)}.${(value >>> 0).toString(36)}`;
}
