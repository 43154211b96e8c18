import type { Article, Findings } from '../finder/types';
import type { InboxItem } from '../messages/answers/history';
import type { ReadPage } from '../messages/background-inputs';
import type { Entity } from '../model/entity';
import type { EntityId, OrganizationId } from '../model/ids';
import { unknownId } from '../model/met-id';
import type { Source } from '../model/source';
import { makeEdit } from '../packs/reader-edit';
import { isNews } from '../reading/post-news';
import { proposedEntity } from '../reading/proposal';
import { changeIndex } from '../store/change-index';
import type { Database } from '../store/database';
import { readEntities } from '../store/entities';
import { listOpen, noteInbox, readInbox, setInboxState } from '../store/inbox';
import type { InboxRecord } from '../store/reading-records';
import { findNews } from './inbox-news';
import { cited } from './reader-index';

interface Parts {
  db: Database;
  now(): Date;
  annotate(article: Article): Promise<Findings>;
  /** Called after each change of the index. */
  changed(): void;
}

/** What reading turned up and the index does not say. Nothing of it enters the index but by the reader's word. */
export function createInbox({ db, now, annotate, changed }: Parts) {
  /** What is still news, with the entity it is about as the index holds it. */
  const stillNews = async (records: InboxRecord[]): Promise<{ record: InboxRecord; entity: Entity | null }[]> => {
    const ids = records.map((record) => record.entityId ?? draftOf(record, null)?.entity.id).filter((id) => id !== undefined);
    const held = await readEntities(db, new Set(ids));
    return records.flatMap((record): { record: InboxRecord; entity: Entity | null }[] => {
      if (!record.entityId) {
        const draft = draftOf(record, null);
        return draft && !held.has(draft.entity.id) ? [{ record, entity: null }] : [];
      }
      const layered = held.get(record.entityId);
      if (!layered || layered.origin === 'hidden' || layered.entity.type !== 'official') return [];
      const { body, role, change = 'holds', on, date } = record;
      const organization = body?.organization;
      if (organization && role && !isNews(layered.entity.memberships, { organization, role, change, date: on ?? date })) return [];
      return [{ record, entity: layered.entity }];
    });
  };

  return {
    /** Notes what a page that was read turned up. */
    async note(read: ReadPage, isNewPage: boolean): Promise<void> {
      const held = new Map<EntityId, Entity>();
      const ids = new Set(read.mentions.flatMap(({ entityId, type }) => (entityId && type === 'official' ? [entityId] : [])));
      for (const [id, { entity, origin }] of await readEntities(db, ids)) if (origin !== 'hidden') held.set(id, entity);
      const found = await findNews(read, { held, at: now().toISOString(), annotate });
      const settled = read.mentions.flatMap(({ entityId, type, name }) => (entityId ? [unknownId(type, name)] : []));
      await noteInbox(db, found, [...new Set(settled)], isNewPage);
    },

    /** Officials first, then what was met most and latest. */
    async list(): Promise<InboxItem[]> {
      const news = await stillNews(await listOpen(db));
      return news
        .map(({ record: { state: _, entityId, ...record } }) => ({ ...record, entityId, ready: isReady(record, entityId) }))
        .sort((a, b) => RANK[a.type] - RANK[b.type] || b.pages - a.pages || (a.date < b.date ? 1 : -1));
    },

    /** Takes proposals over as they are, as one change that can be taken back as one. Those that need the reader's hand stay. */
    async accept(ids: readonly string[]): Promise<{ entry: number | null; count: number; label: string }> {
      const news = (await stillNews(await readInbox(db, ids))).filter(({ record }) => isReady(record, record.entityId));
      const byEntity = new Map<EntityId, InboxRecord[]>();
      for (const { record } of news) {
        const id = record.entityId ?? draftOf(record, null)!.entity.id;
        byEntity.set(id, [...(byEntity.get(id) ?? []), record]);
      }
      const at = now().toISOString();
      const done = await changeIndex(db, { at, kind: 'inbox' }, byEntity.keys(), (id, { layered }) => {
        let entity: Entity | null = layered?.entity ?? null;
        const sources: Source[] = [];
        for (const record of byEntity.get(id) ?? []) {
          const proposed = draftOf(record, entity);
          if (!proposed) continue;
          entity = proposed.entity;
          sources.push(...proposed.sources);
        }
        if (!entity || sources.length === 0) return {};
        const context = { at, ...(layered?.base && { base: layered.base }), sources: cited(entity, sources, layered) };
        return { edit: makeEdit(layered?.pack ?? null, entity, context) };
      });
      if (done.revision !== null) changed();
      return { entry: done.entry, count: done.count, label: done.label };
    },

    /** The entity as it would be, for the reader to change first; null when the proposal is gone. */
    async draft(id: string): Promise<{ entity: Entity; sources: Source[] } | null> {
      const [news] = await stillNews(await readInbox(db, [id]));
      if (!news) return null;
      return draftOf(news.record, news.entity) ?? (news.entity && { entity: news.entity, sources: [] });
    },

    dismiss: (ids: readonly string[]) => setInboxState(db, ids, 'dismissed'),
    reopen: (ids: readonly string[]) => setInboxState(db, ids, 'open'),
  };
}

const RANK = { official: 0, organization: 1, project: 2 };

/** Whether it can be taken over as it is: a post needs its body. */
function isReady({ body, role }: Pick<InboxRecord, 'body' | 'role'>, entityId: EntityId | null): boolean {
  return entityId === null || (body?.organization != null && role !== undefined);
}

function draftOf(record: InboxRecord, now: Entity | null): { entity: Entity; sources: Source[] } | null {
  const { type, name, post, body, role, change, on, page: url, title, publisher, date } = record;
  const organization: OrganizationId | undefined = body?.organization ?? undefined;
  return proposedEntity({ type, name, post, organization, role, change, on, at: { url, title, publisher, date } }, now);
}
