import 'fake-indexeddb/auto';
import * as v from 'valibot';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import syllables from '../../public/pinyin/syllables.json';
import { EntitySearch } from '../messages/background-inputs';
import { BACKGROUND_MESSAGES } from '../messages/contract';
import type { EntityOf } from '../model/entity';
import { Database } from '../store/database';
import { ABOUT, nextSamplePack, samplePack } from '../store/fixtures/sample-pack';
import { recordVisit } from '../store/history';
import { readIndex } from '../store/index-contents';
import { installPack } from '../store/packs';
import { cardFacts } from './cards';
import { EntityList } from './entity-list';
import { entityPast } from './entity-past';
import { pageCast } from './page-cast';
import { createReaderIndex } from './reader-index';
import { createSaved } from './saved';
import { createUndo } from './undo';

let db: Database;
let list: EntityList;
let saved: ReturnType<typeof createSaved>;
let readerIndex: ReturnType<typeof createReaderIndex>;
const now = () => new Date('2026-03-04T05:06:07Z');
const word = (key: string) => `<${key}>`;
const source = { id: 'source/mine', publisher: '常州日报', title: '见报', date: '2026-01' } as const;

beforeEach(async () => {
  db = new Database(crypto.randomUUID());
  await installPack(db, samplePack(), ABOUT);
  list = new EntityList({ db, readIndex: () => readIndex(db), word, fetchSyllables: async () => syllables });
  saved = createSaved({ db, now, word });
  readerIndex = createReaderIndex({ db, now, changed: (ids) => list.changed(ids) });
});

const head = async () => (await readerIndex.get('person/jiang-he'))!.entity as EntityOf<'official'>;
const search = (query: string, more: Partial<EntitySearch> = {}) => list.search(v.parse(EntitySearch, { query, ...more }));
const names = async (query: string, more?: Partial<EntitySearch>) => (await search(query, more)).rows.map(({ name }) => name);

describe('a card', () => {
  it('of a body knows who heads it, what it is a party of, and the source of each', async () => {
    const facts = await cardFacts(db, 'org/wujin.water');
    expect(v.is(BACKGROUND_MESSAGES['card.open'].output, facts)).toBe(true);
    expect(facts).toMatchObject({
      origin: 'pack',
      saved: false,
      heads: [{ personId: 'person/jiang-he', name: '江河', membership: { role: '党组书记、局长' } }],
      projects: [{ id: 'project/taihu', name: '太湖整治工程' }],
      references: { 'org/wujin.gov': { name: '常州市武进区人民政府', type: 'organization' }, 'area/wujin': { name: '常州市武进区' } },
    });
    expect(Object.keys(facts!.sources).sort()).toEqual(['source/a', 'source/b']);
  });

  it('shows what the reader made of it, with the sources the reader brought', async () => {
    const entity = await head();
    await readerIndex.put({ ...entity, memberships: [{ ...entity.memberships[0]!, seen: [{ date: '2026-01', source: source.id }] }] }, [
      source,
    ]);
    await saved.put({ entityId: entity.id, note: '问水' });
    expect(await cardFacts(db, entity.id)).toMatchObject({
      origin: 'changed',
      saved: true,
      note: '问水',
      sources: { 'source/mine': source },
    });
  });

  it('of what is hidden or unknown is none', async () => {
    await readerIndex.remove(['person/jiang-he']);
    expect(await cardFacts(db, 'person/jiang-he')).toBeNull();
    expect(await cardFacts(db, 'person/nobody')).toBeNull();
    expect((await cardFacts(db, 'org/wujin.water'))?.heads).toEqual([]);
  });
});

describe('the cast of a page', () => {
  it('comes in one answer, with what each refers to and the bodies above', async () => {
    await saved.put({ entityId: 'person/jiang-he' });
    const run = vi.spyOn(db, 'run');
    const cast = await pageCast(db, ['person/jiang-he', 'project/taihu', 'person/nobody' as const]);
    expect(run).toHaveBeenCalledOnce();
    expect(v.is(BACKGROUND_MESSAGES['page.cast'].output, cast)).toBe(true);
    expect(cast.members.map(({ entity, saved }) => [entity.id, saved])).toEqual([
      ['person/jiang-he', true],
      ['project/taihu', false],
    ]);
    expect(cast.references).toMatchObject({
      'org/wujin.water': { name: '常州市武进区水利局', type: 'organization', parent: 'org/wujin.gov' },
      'org/wujin.gov': { name: '常州市武进区人民政府' },
    });
  });

  it('leaves out what is hidden', async () => {
    await readerIndex.remove(['person/jiang-he']);
    expect((await pageCast(db, ['person/jiang-he'])).members).toEqual([]);
  });

  it('is saved as a whole, and what was saved before keeps its note', async () => {
    await saved.put({ entityId: 'person/jiang-he', note: '问水' });
    expect(await saved.putAll(['person/jiang-he', 'org/wujin.water', 'person/nobody'])).toEqual(['org/wujin.water']);
    expect((await saved.list()).map(({ entityId, note }) => [entityId, note]).sort()).toEqual([
      ['org/wujin.water', ''],
      ['person/jiang-he', '问水'],
    ]);
  });
});

describe('a search', () => {
  it('finds by name, other name and the short forms of a body, the nearest first', async () => {
    await installPack(db, nextSamplePack(), ABOUT);
    expect(await names('江大河')).toEqual(['江河']);
    expect(await names('武进水利局')).toEqual(['常州市武进区水务局']);
    expect(await names('武进区')).toEqual(['常州市武进区水务局', '常州市武进区人民政府']);
    expect(await names('Ｎothing')).toEqual([]);
  });

  it('says of each the latest that is known', async () => {
    expect((await search('', { types: ['official', 'project'] })).rows).toMatchObject([
      { name: '江河', summary: '常州市武进区水利局党组书记、局长', updated: '2023-10-28' },
      { name: '林水', summary: '常州市武进区水利局副局长' },
      { name: '太湖整治工程', summary: '<project_kind_works> · <project_status_implementation>' },
    ]);
    expect((await search('水利')).rows).toMatchObject([{ summary: '<classification_government_department>', area: '武进区' }]);
  });

  it('counts all and gives a page of them', async () => {
    const { total, rows } = await search('', { offset: 3, limit: 1 });
    expect(total).toBe(5);
    expect(rows).toHaveLength(1);
  });

  it('sees a change at once, and the hidden only when asked for', async () => {
    await search('');
    await readerIndex.remove(['person/lin-shui']);
    await readerIndex.put({ ...(await head()), name: '江大海' }, []);
    expect(await names('', { types: ['official'] })).toEqual(['江大海']);
    expect(await names('', { origins: ['hidden'] })).toEqual(['林水']);
    expect(await names('', { origins: ['changed', 'reader'] })).toEqual(['江大海']);
  });
});

describe("the reader's index", () => {
  it('knows the pack beneath, and takes everything back', async () => {
    await readerIndex.put({ ...(await head()), note: '我的' }, []);
    expect(await readerIndex.get('person/jiang-he')).toMatchObject({ origin: 'changed', entity: { note: '我的' }, pack: { name: '江河' } });
    await readerIndex.restore(['person/jiang-he']);
    const restored = await readerIndex.get('person/jiang-he');
    expect(restored?.origin).toBe('pack');
    expect(restored?.entity).toEqual(restored?.pack);
  });

  it("deletes the reader's own and hides the pack's", async () => {
    await readerIndex.put({ ...(await head()), id: 'person/mine' }, []);
    expect(await readerIndex.get('person/mine')).toMatchObject({ origin: 'reader', pack: null });
    await readerIndex.remove(['person/mine']);
    expect(await readerIndex.get('person/mine')).toBeNull();
    await readerIndex.remove(['person/jiang-he']);
    expect(await readerIndex.get('person/jiang-he')).toMatchObject({ origin: 'hidden', entity: { name: '江河' } });
  });

  it('keeps the sources of an earlier change as long as something rests on them', async () => {
    const entity = await head();
    const mine = { ...entity, memberships: [{ ...entity.memberships[0]!, seen: [{ date: '2026-01', source: source.id }] }] } as const;
    await readerIndex.put(mine as never, [source]);
    await readerIndex.put({ ...mine, note: '再改' } as never, []);
    expect((await readerIndex.get(entity.id))?.sources).toMatchObject({ 'source/mine': source });
    await readerIndex.put({ ...entity, note: '再改' }, []);
    expect((await readerIndex.get(entity.id))?.sources).not.toHaveProperty('source/mine');
  });
});

describe('what is saved', () => {
  it('keeps note, tags and time apart, and is named as the index names it', async () => {
    await saved.put({ entityId: 'person/jiang-he', tags: ['水'] });
    await saved.put({ entityId: 'person/jiang-he', note: '问水' });
    await readerIndex.put({ ...(await head()), name: '江大海' }, []);
    const items = await saved.list();
    expect(v.is(BACKGROUND_MESSAGES['saved.list'].output, items)).toBe(true);
    expect(items).toEqual([
      {
        entityId: 'person/jiang-he',
        name: '江大海',
        type: 'official',
        summary: '常州市武进区水利局党组书记、局长',
        note: '问水',
        tags: ['水'],
        savedAt: now().toISOString(),
      },
    ]);
  });

  it('stays under its name when the pack drops it', async () => {
    await saved.put({ entityId: 'person/lin-shui' });
    await installPack(db, nextSamplePack(), ABOUT);
    await saved.put({ entityId: 'person/lin-shui', note: '去哪了' });
    expect(await saved.list()).toMatchObject([{ name: '林水', summary: '', note: '去哪了' }]);
    await saved.remove('person/lin-shui');
    expect(await saved.list()).toEqual([]);
  });

  it('must be in the index', async () => {
    await expect(saved.put({ entityId: 'person/nobody' })).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe('many at once', () => {
  const ids = ['person/jiang-he', 'person/lin-shui', 'org/nowhere'] as const;
  const undo = () => createUndo({ db, now, changed: (ids) => list.changed(ids) });

  it('are deleted as one, and one undo brings them back', async () => {
    expect(await readerIndex.remove([...ids])).toMatchObject({ count: 2 });
    expect(await names('江河')).toEqual([]);
    expect(await undo().step('undo')).toMatchObject({ count: 2, kept: [] });
    expect(await names('江河')).toEqual(['江河']);
    expect(await undo().step('redo')).toMatchObject({ count: 2 });
    expect(await names('江河')).toEqual([]);
    await readerIndex.restore([...ids]);
    expect(await names('江河')).toEqual(['江河']);
  });

  it('are saved with a tag, and those tagged already left alone', async () => {
    await saved.put({ entityId: 'person/jiang-he', note: '问', tags: ['水', '太湖'] });
    const { entry, count } = await readerIndex.tag([...ids], '水');
    expect(count).toBe(1);
    await readerIndex.tag([...ids], '重点');
    expect((await saved.list()).map(({ name, note, tags }) => [name, note, tags]).sort()).toEqual([
      ['林水', '', ['水', '重点']],
      ['江河', '问', ['水', '太湖', '重点']],
    ]);
    expect(await undo().entry(entry!)).toMatchObject({ entry: null, kept: [{ name: '林水' }] });
  });

  it('of the reader’s own are not lost by taking back changes', async () => {
    const own = { ...(await head()), id: 'person/mine', name: '甲' } as const;
    await readerIndex.put(own, []);
    expect(await readerIndex.restore(['person/mine'])).toMatchObject({ entry: null });
    expect(await names('甲')).toEqual(['甲']);
  });
});

describe('what is new of what is saved', () => {
  const visit = (readAt: string) =>
    recordVisit(db, { page: 'http://a/', host: 'a', title: '', date: null, readAt }, [
      { entityId: 'person/lin-shui', text: '林水', sentence: '', mentions: 1 },
    ]);

  it('is who was met and what changed since the last look, and nothing the first time', async () => {
    await saved.put({ entityId: 'person/jiang-he' });
    await saved.put({ entityId: 'person/lin-shui' });
    expect(await saved.news()).toEqual([]);
    await saved.put({ entityId: 'org/wujin.water' });
    await readerIndex.put({ ...(await head()), note: '改' }, []);
    await visit('2026-03-04T05:06:08.000Z');
    expect(await saved.news()).toEqual(
      expect.arrayContaining([
        { entityId: 'person/jiang-he', why: 'changed' },
        { entityId: 'person/lin-shui', why: 'met' },
      ]),
    );
    await installPack(db, nextSamplePack(), ABOUT);
    const changed = (await saved.news()).filter(({ why }) => why === 'changed').map(({ entityId }) => entityId);
    expect(changed.sort()).toEqual(['org/wujin.water', 'person/jiang-he', 'person/lin-shui']);
  });
});

describe('what the reader changed of one entity', () => {
  const changeHead = async (change: Partial<EntityOf<'official'>>, sources: (typeof source)[] = []) =>
    readerIndex.put({ ...(await head()), ...change }, sources);

  it('is told field by field beside the pack’s, and taken back field by field', async () => {
    await changeHead({ note: '治水', other_names: [{ name: '江大河' }] });
    const { differs } = (await readerIndex.get('person/jiang-he'))!;
    expect(differs).toEqual([
      { field: 'other_names', said: [{ field: 'other_names', after: '江大河' }] },
      { field: 'note', said: [{ field: 'note', after: '治水' }] },
    ]);
    await readerIndex.takeBack('person/jiang-he', 'note');
    expect(await head()).toMatchObject({ other_names: [{ name: '江大河' }] });
    expect(await head()).not.toHaveProperty('note');
    await readerIndex.takeBack('person/jiang-he', 'other_names');
    expect(await readerIndex.get('person/jiang-he')).toMatchObject({ origin: 'pack', differs: [] });
    expect(await readerIndex.takeBack('person/jiang-he', 'note')).toMatchObject({ entry: null });
  });

  it('has a history: what, when, and on which source', async () => {
    await changeHead({ note: '治水' });
    const [post] = (await head()).memberships;
    await changeHead({ memberships: [{ ...post!, seen: [...post!.seen, { date: '2026-01', source: source.id }] }] }, [source]);
    await readerIndex.remove(['person/jiang-he']);
    const past = await entityPast(db, 'person/jiang-he');
    expect(past.map(({ entry, said, sources }) => [entry.kind, entry.at, said, sources.map(({ id }) => id)])).toEqual([
      ['remove', now().toISOString(), expect.arrayContaining([{ field: 'hidden', after: '✓' }]), []],
      [
        'edit',
        now().toISOString(),
        [{ field: 'memberships', item: '常州市武进区水利局 党组书记、局长', part: 'seen', after: expect.stringContaining('2026-01') }],
        ['source/mine'],
      ],
      ['edit', now().toISOString(), [{ field: 'note', after: '治水' }], []],
    ]);
  });
});
