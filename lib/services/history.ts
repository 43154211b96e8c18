import type { HistoryMet, HistoryPages } from '../messages/answers/history';
import type { ReadPage } from '../messages/background-inputs';
import type { Sender } from '../messages/server';
import type { EntityId } from '../model/ids';
import type { MetId } from '../model/met-id';
import { meetingsOf } from '../reading/meetings';
import type { Database } from '../store/database';
import { readEntities } from '../store/entities';
import {
  countHosts,
  forgetEntity,
  forgetHistory,
  forgetPage,
  forgetSite,
  listVisits,
  readLastMet,
  readMeetings,
  readMeetingsOn,
  recordVisit,
} from '../store/history';

interface Parts {
  db: Database;
  now(): Date;
  /** Whether the reader wants a history. */
  isOn(): Promise<boolean>;
  /** Told of each page that was kept, and whether it is new. */
  onRead(read: ReadPage, isNewPage: boolean): Promise<void>;
}

type Scope = { entityId: MetId } | { page: string } | { host: string } | { everything: true };

/** Pages looked through for who is met together. */
const MOST_TOGETHER = 300;

/** What the reader read and whom they met there. Written only while the reader wants it, and never from a private window. */
export function createHistory({ db, now, isOn, onRead }: Parts) {
  return {
    async record(read: ReadPage, { tab }: Sender): Promise<void> {
      // A window whose privacy is not known counts as private.
      if (tab?.incognito !== false || !(await isOn())) return;
      const page = new URL(read.url);
      page.hash = '';
      const date = read.date ?? null;
      const meetings = meetingsOf(read.text, read.mentions, date);
      if (meetings.length === 0) return;
      const title = read.title || page.hostname;
      const visit = { page: page.href, host: page.hostname, title, date, readAt: now().toISOString() };
      const isNew = await recordVisit(db, { ...visit, ...(read.source && { publisher: read.source }) }, meetings);
      await onRead({ ...read, url: page.href, title }, isNew);
    },

    async met({ entityId, pages: most, companions: mostCompanions }: MetQuestion): Promise<HistoryMet> {
      const [on, { pages, latest }] = await Promise.all([
        isOn(),
        readMeetings(db, entityId, Math.max(most, mostCompanions && MOST_TOGETHER)),
      ]);
      const companions = mostCompanions > 0 ? await metTogether(db, entityId, latest, mostCompanions) : [];
      return {
        on,
        pages,
        latest: latest.slice(0, most).map(({ visit, meeting: { text, post, sentence, mentions, passages } }) => {
          return { ...visit, text, post, sentence, mentions, passages };
        }),
        companions,
      };
    },

    /** How often each was met, and when last; those never met are left out. */
    async last(ids: EntityId[]): Promise<{ entityId: EntityId; pages: number; readAt: string }[]> {
      return [...(await readLastMet(db, ids))].map(
        ([
          entityId,
          {
            pages,
            visit: { readAt },
          },
        ]) => ({ entityId, pages, readAt }),
      );
    },

    async pages(question: Parameters<typeof listVisits>[1]): Promise<HistoryPages> {
      const [on, { total, visits }, hosts] = await Promise.all([isOn(), listVisits(db, question), countHosts(db)]);
      return { on, total, visits, hosts };
    },

    async forget(scope: Scope): Promise<void> {
      if ('entityId' in scope) await forgetEntity(db, scope.entityId);
      else if ('page' in scope) await forgetPage(db, scope.page);
      else if ('host' in scope) await forgetSite(db, scope.host);
      else await forgetHistory(db);
    },
  };
}

interface MetQuestion {
  entityId: MetId;
  pages: number;
  companions: number;
}

/** Who of the index stands on the same pages, the most often met first. */
async function metTogether(
  db: Database,
  id: MetId,
  met: Awaited<ReturnType<typeof readMeetings>>['latest'],
  most: number,
): Promise<HistoryMet['companions']> {
  const dates = new Map(met.map(({ visit }) => [visit.page, visit.date ?? visit.readAt.slice(0, 10)]));
  const together = new Map<EntityId, { pages: number; last: string }>();
  for (const { entityId, page } of await readMeetingsOn(db, [...dates.keys()])) {
    if (entityId === id || entityId.startsWith('?')) continue;
    const known = together.get(entityId as EntityId);
    const date = dates.get(page) ?? '';
    together.set(entityId as EntityId, { pages: (known?.pages ?? 0) + 1, last: known && known.last > date ? known.last : date });
  }
  const often = [...together].sort(([, a], [, b]) => b.pages - a.pages || (a.last < b.last ? 1 : -1)).slice(0, most);
  const entities = await readEntities(
    db,
    often.map(([id]) => id),
  );
  return often.flatMap(([entityId, counts]) => {
    const entity = entities.get(entityId)?.entity;
    return entity ? [{ entityId, name: entity.name, type: entity.type, ...counts }] : [];
  });
}
