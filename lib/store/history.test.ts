import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Database } from './database';
import { takeDump } from './fixtures/dump';
import { failAfterWrites } from './fixtures/faults';
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
} from './history';

let name: string;
let db: Database;
beforeEach(() => {
  name = crypto.randomUUID();
  db = new Database(name);
});
afterEach(() => {
  vi.restoreAllMocks();
});

const meeting = (entityId: `person/${string}` | `?${string}`, mentions = 1) => ({
  entityId,
  text: '江河',
  sentence: '江河到场。',
  mentions,
});
const read = (page: string, readAt: string, ids: Parameters<typeof meeting>[0][], most?: number) => {
  const { host } = new URL(page);
  const visit = { page, host, title: `题 ${page}`, date: '2026-01-31', readAt };
  return recordVisit(
    db,
    visit,
    ids.map((id) => meeting(id)),
    most,
  );
};
const A = 'http://www.wj.gov.cn/a';
const B = 'http://www.wj.gov.cn/b';
const C = 'http://www.cz001.com.cn/c';
const pagesOf = async (id: `person/${string}` | `?${string}`) => {
  const { pages, latest } = await readMeetings(db, id, 10);
  expect(pages).toBe(latest.length);
  return latest.map(({ visit }) => visit.page);
};

describe('a page that was read', () => {
  it('is found by whom was met on it, the latest first', async () => {
    expect(await read(A, '2026-02-01', ['person/a', '?official:水生'])).toBe(true);
    await read(C, '2026-02-03', ['person/a']);
    await read(B, '2026-02-02', ['person/a', 'person/b']);
    expect(await pagesOf('person/a')).toEqual([C, B, A]);
    expect(await pagesOf('?official:水生')).toEqual([A]);
    expect((await readMeetings(db, 'person/a', 2)).pages).toBe(3);
    expect((await readMeetingsOn(db, [A, B])).map(({ entityId }) => entityId).sort()).toEqual([
      '?official:水生',
      'person/a',
      'person/a',
      'person/b',
    ]);
    const last = await readLastMet(db, ['person/a', 'person/b', 'person/nobody']);
    expect([...last].map(([id, { pages, visit }]) => [id, pages, visit.page])).toEqual([
      ['person/a', 3, C],
      ['person/b', 1, B],
    ]);
  });

  it('is kept once, as it was last read', async () => {
    await read(A, '2026-02-01', ['person/a', 'person/b']);
    await read(B, '2026-02-02', ['person/a']);
    expect(await read(A, '2026-02-03', ['person/a'])).toBe(false);
    expect(await pagesOf('person/a')).toEqual([A, B]);
    expect(await pagesOf('person/b')).toEqual([]);
    expect((await readMeetings(db, 'person/a', 1)).latest[0]!.visit).toMatchObject({ times: 2, readAt: '2026-02-03' });
  });

  it('is listed, the latest first, by host and by words of its title', async () => {
    await read(A, '2026-02-01', ['person/a']);
    await read(C, '2026-02-03', ['person/a']);
    await read(B, '2026-02-02', ['person/a']);
    const list = async (more: object) => {
      const { total, visits } = await listVisits(db, { offset: 0, limit: 10, ...more });
      return [total, ...visits.map(({ page }) => page)];
    };
    expect(await list({})).toEqual([3, C, B, A]);
    expect(await list({ offset: 1, limit: 1 })).toEqual([3, B]);
    expect(await list({ offset: 9 })).toEqual([3]);
    expect(await list({ host: 'www.wj.gov.cn', offset: 1 })).toEqual([2, A]);
    expect(await list({ words: '/c' })).toEqual([1, C]);
    expect(await countHosts(db)).toEqual([
      { host: 'www.wj.gov.cn', pages: 2 },
      { host: 'www.cz001.com.cn', pages: 1 },
    ]);
  });

  it('falls away, with whom was met there, when more pages are kept than may be', async () => {
    await read(A, '2026-02-03', ['person/a'], 2);
    await read(B, '2026-02-01', ['person/a', 'person/b'], 2);
    await read(C, '2026-02-02', ['person/a'], 2);
    expect(await pagesOf('person/a')).toEqual([A, C]);
    expect(await pagesOf('person/b')).toEqual([]);
  });

  it.each(['AbortError', 'QuotaExceededError'] as const)('is written whole or not at all, wherever %s strikes', async (cause) => {
    await read(A, '2026-02-01', ['person/a', 'person/b']);
    await read(B, '2026-02-02', ['person/b'], 2);
    const before = await takeDump(name);
    for (let writes = 0; ; writes++) {
      const struck = failAfterWrites(writes, cause);
      const outcome = await read(C, '2026-02-03', ['person/a', 'person/c'], 2).catch((error: Error) => error.name);
      vi.restoreAllMocks();
      if (!struck()) {
        expect(outcome).toBe(true);
        expect(writes).toBeGreaterThan(4);
        break;
      }
      expect(outcome).toBe(cause);
      expect(await takeDump(name)).toEqual(before);
    }
  });
});

describe('wiping', () => {
  beforeEach(async () => {
    await read(A, '2026-02-01', ['person/a', 'person/b']);
    await read(B, '2026-02-02', ['person/a']);
    await read(C, '2026-02-03', ['person/a', 'person/b']);
  });

  it('takes one entity, and leaves who stood beside it', async () => {
    await forgetEntity(db, 'person/a');
    expect(await pagesOf('person/a')).toEqual([]);
    expect(await pagesOf('person/b')).toEqual([C, A]);
  });

  it('takes one page', async () => {
    await forgetPage(db, A);
    expect(await pagesOf('person/a')).toEqual([C, B]);
    expect(await pagesOf('person/b')).toEqual([C]);
  });

  it('takes one site', async () => {
    await forgetSite(db, 'www.wj.gov.cn');
    expect(await pagesOf('person/a')).toEqual([C]);
    expect(await pagesOf('person/b')).toEqual([C]);
  });

  it('takes everything', async () => {
    await forgetHistory(db);
    const { stores } = await takeDump(name);
    const left = stores.filter(({ name: store }) => store === 'visits' || store === 'meetings');
    expect(left.map(({ records }) => records)).toEqual([[], []]);
  });
});
