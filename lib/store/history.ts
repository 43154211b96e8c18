import { unwrap } from 'idb';
import type { EntityId } from '../model/ids';
import type { MetId } from '../model/met-id';
import type { Database, Transaction } from './database';
import type { InboxRecord, MeetingRecord, VisitRecord } from './reading-records';

/** Pages kept; of more, those read longest ago fall away with all that was met on them. */
const MOST_PAGES = 20_000;

const HISTORY = ['visits', 'meetings', 'inbox'] as const;
type Writing = Transaction<(typeof HISTORY)[number], 'readwrite'>;

/** A visit with one of those met on it. */
interface MetOnPage {
  visit: VisitRecord;
  meeting: MeetingRecord;
}

/**
 * Writes a page that was read and who was met on it, in place of what an earlier reading of it left; one transaction. Says whether the
 * page is new to the history.
 */
export async function recordVisit(
  db: Database,
  visit: Omit<VisitRecord, 'times'>,
  meetings: readonly Omit<MeetingRecord, 'page' | 'at'>[],
  mostPages = MOST_PAGES,
): Promise<boolean> {
  return db.run([...HISTORY], 'readwrite', async (tx) => {
    const known = await tx.objectStore('visits').get(visit.page);
    await forgetMeetingsOn(tx, visit.page);
    await tx.objectStore('visits').put({ ...visit, times: (known?.times ?? 0) + 1 });
    // Bare requests: one that fails takes the transaction with it, which is where failures are heard.
    const store = unwrap(tx.objectStore('meetings'));
    for (const meeting of meetings) store.put({ ...meeting, page: visit.page, at: visit.readAt });
    const spare = (await tx.objectStore('visits').count()) - mostPages;
    if (spare > 0) await forgetVisits(tx, await tx.objectStore('visits').index('readAt').getAll(undefined, spare));
    return !known;
  });
}

/** The pages an entity was met on, the latest read first, and how many there are altogether. */
export async function readMeetings(db: Database, id: MetId, limit: number): Promise<{ pages: number; latest: MetOnPage[] }> {
  return db.run(['visits', 'meetings'], 'readonly', async (tx) => {
    const index = tx.objectStore('meetings').index('latest');
    const all = IDBKeyRange.bound([id], [id, []]);
    const pages = await index.count(all);
    const meetings: MeetingRecord[] = [];
    for (let cursor = await index.openCursor(all, 'prev'); cursor && meetings.length < limit; cursor = await cursor.continue()) {
      meetings.push(cursor.value);
    }
    const visits = await Promise.all(meetings.map(({ page }) => tx.objectStore('visits').get(page)));
    return { pages, latest: meetings.flatMap((meeting, at) => (visits[at] ? [{ visit: visits[at], meeting }] : [])) };
  });
}

/** Pages that were read, the latest first, of one host or all; those whose title holds `words`. */
export async function listVisits(
  db: Database,
  { host, words, offset, limit }: { host?: string; words?: string; offset: number; limit: number },
): Promise<{ total: number; visits: VisitRecord[] }> {
  return db.run(['visits'], 'readonly', async (tx) => {
    const index = tx.objectStore('visits').index('readAt');
    if (host === undefined && !words) {
      const visits: VisitRecord[] = [];
      let cursor = await index.openCursor(null, 'prev');
      if (offset > 0) cursor = (await cursor?.advance(offset)) ?? null;
      for (; cursor && visits.length < limit; cursor = await cursor.continue()) visits.push(cursor.value);
      return { total: await tx.objectStore('visits').count(), visits };
    }
    const fits = (visit: VisitRecord) => (host === undefined || visit.host === host) && (!words || visit.title.includes(words));
    const all = (await index.getAll()).reverse().filter(fits);
    return { total: all.length, visits: all.slice(offset, offset + limit) };
  });
}

/** Every host pages were read of, with how many, the most first. */
export async function countHosts(db: Database): Promise<{ host: string; pages: number }[]> {
  return db.run(['visits'], 'readonly', async (tx) => {
    const index = tx.objectStore('visits').index('host');
    const hosts: string[] = [];
    for (let cursor = await index.openKeyCursor(null, 'nextunique'); cursor; cursor = await cursor.continue()) hosts.push(cursor.key);
    const counts = await Promise.all(hosts.map((host) => index.count(host)));
    return hosts.map((host, at) => ({ host, pages: counts[at]! })).sort((a, b) => b.pages - a.pages);
  });
}

/** How often each was met, and when last. Those never met are left out. */
export async function readLastMet(db: Database, ids: readonly EntityId[]): Promise<Map<EntityId, { pages: number; visit: VisitRecord }>> {
  return db.run(['visits', 'meetings'], 'readonly', async (tx) => {
    const index = tx.objectStore('meetings').index('latest');
    const found = await Promise.all(
      ids.map(async (id) => {
        const all = IDBKeyRange.bound([id], [id, []]);
        const [pages, last] = await Promise.all([index.count(all), index.openCursor(all, 'prev')]);
        const visit = last && (await tx.objectStore('visits').get(last.value.page));
        return visit ? ([id, { pages, visit }] as const) : null;
      }),
    );
    return new Map(found.filter((entry) => entry !== null));
  });
}

/** Whom pages read after `since` (an ISO time) mention; of very many pages, the latest. */
export async function readMetSince(db: Database, since: string): Promise<Set<MetId>> {
  return db.run(['visits', 'meetings'], 'readonly', async (tx) => {
    const pages = await tx.objectStore('visits').index('readAt').getAllKeys(IDBKeyRange.lowerBound(since, true));
    const index = tx.objectStore('meetings').index('page');
    const keys = await Promise.all(pages.slice(-MOST_SINCE).map((page) => index.getAllKeys(page)));
    return new Set(keys.flat().map(([id]) => id));
  });
}

const MOST_SINCE = 500;

/** Everybody met on each of these pages. */
export async function readMeetingsOn(db: Database, pages: readonly string[]): Promise<MeetingRecord[]> {
  return db.run(['meetings'], 'readonly', async (tx) => {
    const index = tx.objectStore('meetings').index('page');
    return (await Promise.all(pages.map((page) => index.getAll(page)))).flat();
  });
}

/** Takes one entity out of the history; the pages stay. */
export async function forgetEntity(db: Database, id: MetId): Promise<void> {
  await db.run(['meetings'], 'readwrite', (tx) => tx.objectStore('meetings').delete(IDBKeyRange.bound([id], [id, []])));
}

export async function forgetPage(db: Database, page: string): Promise<void> {
  await db.run([...HISTORY], 'readwrite', async (tx) => {
    const visit = await tx.objectStore('visits').get(page);
    if (visit) await forgetVisits(tx, [visit]);
  });
}

/** Forgets every page of a host. */
export async function forgetSite(db: Database, host: string): Promise<void> {
  await db.run([...HISTORY], 'readwrite', async (tx) => forgetVisits(tx, await tx.objectStore('visits').index('host').getAll(host)));
}

export async function forgetHistory(db: Database): Promise<void> {
  await db.run([...HISTORY], 'readwrite', async (tx) => {
    await tx.objectStore('visits').clear();
    await tx.objectStore('meetings').clear();
    await forgetInbox(tx, () => true);
  });
}

async function forgetVisits(tx: Writing, visits: readonly VisitRecord[]): Promise<void> {
  for (const { page } of visits) {
    await forgetMeetingsOn(tx, page);
    await tx.objectStore('visits').delete(page);
  }
  const gone = new Set(visits.map(({ page }) => page));
  await forgetInbox(tx, ({ page }) => gone.has(page));
}

async function forgetMeetingsOn(tx: Writing, page: string): Promise<void> {
  const meetings = tx.objectStore('meetings');
  for (const key of await meetings.index('page').getAllKeys(page)) unwrap(meetings).delete(key);
}

/** What pages turned up goes with them. What was dismissed stays dismissed, without a word of where it was read. */
async function forgetInbox(tx: Writing, isGone: (record: InboxRecord) => boolean): Promise<void> {
  const inbox = tx.objectStore('inbox');
  for (const record of (await inbox.getAll()).filter(isGone)) {
    if (record.state === 'open') unwrap(inbox).delete(record.id);
    else unwrap(inbox).put({ ...record, page: '', title: '', publisher: '', sentence: '' });
  }
}
