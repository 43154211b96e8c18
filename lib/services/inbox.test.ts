import 'fake-indexeddb/auto';
import * as v from 'valibot';
import { beforeEach, describe, expect, it } from 'vitest';
import { BACKGROUND_INPUTS } from '../messages/background-inputs';
import { BACKGROUND_MESSAGES } from '../messages/contract';
import type { EntityId } from '../model/ids';
import { Database } from '../store/database';
import { readEntities } from '../store/entities';
import { ABOUT, samplePack } from '../store/fixtures/sample-pack';
import { forgetHistory, forgetPage, recordVisit } from '../store/history';
import { listOpen, noteInbox } from '../store/inbox';
import { listJournal, undoEntry } from '../store/journal';
import { installPack } from '../store/packs';
import { createInbox } from './inbox';

let db: Database;
let inbox: ReturnType<typeof createInbox>;
let time: number;
beforeEach(async () => {
  db = new Database(crypto.randomUUID());
  await installPack(db, samplePack(), ABOUT);
  time = Date.UTC(2026, 1, 1);
  const bodies: Record<string, EntityId> = { 区水利局: 'org/wujin.water', 区政府: 'org/wujin.gov' };
  inbox = createInbox({
    db,
    now: () => new Date(time++),
    changed: () => undefined,
    annotate: async ({ text }) => ({
      scope: '',
      date: null,
      references: [],
      mentions: bodies[text]
        ? [{ start: 0, end: text.length, text, type: 'organization', name: text, entityId: bodies[text], status: 'indexed', votes: [] }]
        : [],
    }),
  });
});

interface Marked {
  name: string;
  type?: 'official' | 'organization' | 'project';
  entityId?: EntityId;
  post?: string;
}
const JIANG: Marked = { name: '江河', entityId: 'person/jiang-he' };
async function read(path: string, text: string, marked: Marked[], date = '2023-11-30') {
  const mentions = marked.map(({ name, type = 'official', entityId = null, post }) => {
    const start = text.indexOf(name);
    return { start, end: start + name.length, text: name, type, name, entityId, ...(post && { post }), votes: [] };
  });
  const url = `http://www.wj.gov.cn/${path}`;
  await recordVisit(db, { page: url, host: 'www.wj.gov.cn', title: path, date, readAt: date }, []);
  const page = v.parse(BACKGROUND_INPUTS['history.record'].input, { url, text, title: path, source: '武进日报', mentions, date });
  await inbox.note(page, true);
}
const list = async () => v.parse(BACKGROUND_MESSAGES['inbox.list'].output, await inbox.list());
const told = async () =>
  (await list()).map(({ name, change, body, role, pages }) => [name, change, body?.organization, role, pages].join(' '));
const postsOf = async (id: EntityId) => {
  const entity = (await readEntities(db, [id])).get(id)?.entity;
  return entity?.type === 'official' ? entity.memberships.map(({ organization, role }) => `${organization} ${role}`) : null;
};

describe('what a page turns up', () => {
  it('is names the index does not know, officials with a post first', async () => {
    const text = '镇长水生、村民木林察看甲工程，某某协会参加。';
    await read('a', text, [
      { name: '甲工程', type: 'project' },
      { name: '水生', post: '区水利局副局长' },
      { name: '木林' },
      { name: '某某协会', type: 'organization' },
    ]);
    expect(await told()).toEqual(['水生 holds org/wujin.water 副局长 1', '某某协会    1', '甲工程    1']);
    const [first] = await list();
    expect(first).toMatchObject({ sentence: text, date: '2023-11-30', publisher: '武进日报', ready: true });
  });

  it('is posts that differ from the index as of the article, not those it knows', async () => {
    await read('a', '区水利局局长江河到场。', [{ ...JIANG, post: '区水利局局长' }]);
    expect(await told()).toEqual([]);
    await read('b', '副区长江河到场。', [{ ...JIANG, post: '副区长' }]);
    await read('c', '副区长江河到场。', [{ ...JIANG, post: '副区长' }]);
    await read('d', '免去江河的区水利局局长职务。', [JIANG]);
    await read('e', '某某委主任江河到场。', [{ ...JIANG, post: '某某委主任' }]);
    expect(await told()).toEqual(['江河 holds org/wujin.gov 副区长 2', '江河 ends org/wujin.water 局长 1']);
  });

  it('stays out of the inbox when it is met in the index later, and when there is no day for it', async () => {
    await read('a', '水生到场。', [{ name: '水生', post: '镇长' }]);
    await read('b', '水生到场。', [{ name: '水生', post: '镇长', entityId: 'person/jiang-he' }]);
    expect((await told()).filter((line) => line.includes('镇长') && line.startsWith('水生 holds'))).toEqual([]);
  });
});

describe('a proposal', () => {
  beforeEach(async () => {
    await read('a', '水生到场。副区长江河到场。', [
      { name: '水生', post: '区水利局副局长' },
      { ...JIANG, post: '副区长' },
    ]);
  });
  const idOf = async (name: string) => (await list()).find((item) => item.name === name)!.id;

  it('taken over is in the index, resting on its page, as one change of the journal; undone it is proposed again', async () => {
    const ids = (await list()).map(({ id }) => id);
    const { entry, count } = await inbox.accept(ids);
    expect(count).toBe(2);
    expect(await told()).toEqual([]);
    expect(await postsOf('person/jiang-he')).toEqual(['org/wujin.water 党组书记、局长', 'org/wujin.gov 副区长']);
    const edit = (await readEntities(db, ['person/jiang-he'])).get('person/jiang-he')!.edit;
    expect(edit).toMatchObject({ sources: [{ publisher: '武进日报', title: 'a', date: '2023-11-30', url: 'http://www.wj.gov.cn/a' }] });
    expect(await listJournal(db, 5)).toMatchObject([{ kind: 'inbox', count: 2 }]);
    await undoEntry(db, entry!, '2026-02-02T00:00:00.000Z');
    expect(await told()).toHaveLength(2);
    expect(await postsOf('person/jiang-he')).toHaveLength(1);
  });

  it('comes filled in for the reader to change', async () => {
    const draft = await inbox.draft(await idOf('水生'));
    expect(draft).toMatchObject({ entity: { name: '水生', memberships: [{ organization: 'org/wujin.water', role: '副局长' }] } });
    expect(await inbox.draft('?official:无人')).toBeNull();
  });

  it('dismissed stays dismissed when it is read again, until that is taken back', async () => {
    const id = await idOf('水生');
    await inbox.dismiss([id]);
    await read('b', '水生到场。', [{ name: '水生', post: '区水利局副局长' }]);
    expect(await told()).toEqual(['江河 holds org/wujin.gov 副区长 1']);
    await inbox.reopen([id]);
    expect(await told()).toHaveLength(2);
  });

  it('goes with the page it was read on, and with the history; what was dismissed stays so', async () => {
    await inbox.dismiss([await idOf('水生')]);
    await forgetPage(db, 'http://www.wj.gov.cn/a');
    expect(await list()).toEqual([]);
    await read('b', '水生到场。副区长江河到场。', [
      { name: '水生', post: '区水利局副局长' },
      { ...JIANG, post: '副区长' },
    ]);
    expect(await told()).toEqual(['江河 holds org/wujin.gov 副区长 1']);
    await forgetHistory(db);
    expect(await list()).toEqual([]);
  });
});

it('keeps so many and no more, the latest', async () => {
  const record = (id: string, at: string) =>
    ({
      id,
      kind: 'name',
      type: 'project',
      name: id,
      entityId: null,
      page: 'http://a/',
      title: '',
      date: '2026-01-01',
      sentence: '',
      at,
    }) as const;
  await noteInbox(db, [record('a', '1'), record('b', '2')], [], true, 2);
  await noteInbox(db, [record('c', '3')], [], true, 2);
  expect((await listOpen(db)).map(({ id }) => id)).toEqual(['b', 'c']);
});
