import 'fake-indexeddb/auto';
import * as v from 'valibot';
import { beforeEach, expect, it, vi } from 'vitest';
import syllables from '../../public/pinyin/syllables.json';
import { BACKGROUND_MESSAGES } from '../messages/contract';
import type { Entity, EntityOf } from '../model/entity';
import { Database } from '../store/database';
import { ABOUT, samplePack } from '../store/fixtures/sample-pack';
import { readIndex } from '../store/index-contents';
import { installPack } from '../store/packs';
import { checkAgainstIndex } from './check-entity';
import { EntityList } from './entity-list';
import { createReaderIndex } from './reader-index';

let db: Database;
let list: EntityList;
let readerIndex: ReturnType<typeof createReaderIndex>;

beforeEach(async () => {
  db = new Database(crypto.randomUUID());
  await installPack(db, samplePack(), ABOUT);
  list = new EntityList({ db, readIndex: () => readIndex(db), word: (key) => key, fetchSyllables: async () => syllables });
  readerIndex = createReaderIndex({ db, now: () => new Date('2026-03-04T05:06:07Z'), changed: (ids) => list.changed(ids) });
});

const source = { id: 'source/mine', publisher: '常州日报', title: '见报', date: '2023-11' } as const;
const seen = [{ date: '2023-10-28', source: source.id }];
const rival = (role: string, name = '林海'): EntityOf<'official'> => ({
  type: 'official',
  id: 'person/mine.x',
  name,
  other_names: [],
  memberships: [{ organization: 'org/wujin.water', role, start_date: '2023-01', seen, sources: [] }],
});
const check = async (entity: Entity) => checkAgainstIndex({ db, near: await list.neighbours(entity) }, entity, [source]);
const rules = async (entity: Entity) => (await check(entity)).map(({ rule, path }) => `${rule} ${path}`);

it('knows who is in the post, whichever layer they come from', async () => {
  const holder = (await readerIndex.get('person/jiang-he'))!.entity as EntityOf<'official'>;
  await readerIndex.put({ ...holder, memberships: [{ ...holder.memberships[0]!, start_date: '2022' }] }, []);
  const found = await check(rival('局长'));
  expect(v.is(BACKGROUND_MESSAGES['entities.neighbours'].output, await list.neighbours(rival('局长')))).toBe(true);
  expect(found).toMatchObject([
    { rule: 'one-seat', path: 'memberships.0.role', other: { id: 'person/jiang-he', type: 'official', name: '江河' } },
  ]);
  await readerIndex.remove(['person/jiang-he']);
  expect(await rules(rival('局长'))).toEqual([]);
});

it('reads nobody where a post is not one person’s at a time', async () => {
  expect(await rules(rival('副局长'))).toEqual([]);
  const run = vi.spyOn(db, 'run');
  await check(rival('副局长'));
  const alone = run.mock.calls.length;
  await check(rival('局长'));
  expect(run.mock.calls.length - alone).toBe(alone + 1);
});

it('finds namesakes, and one body’s office in another of the area', async () => {
  expect(await rules(rival('副局长', '江河'))).toEqual(['duplicate-person name']);
  const body = (await readerIndex.get('org/wujin.gov'))!.entity as EntityOf<'organization'>;
  expect(await rules({ ...body, offices: ['政府', '水利局'], sources: [source.id] })).toEqual(['shared-office offices.1']);
});

it('misses what the index does not hold, and sees a ladder that comes back', async () => {
  const body = (await readerIndex.get('org/wujin.gov'))!.entity as EntityOf<'organization'>;
  const sources = [source.id];
  expect(await rules({ ...body, parent: 'org/none', sources: ['source/none'] })).toEqual(['reference sources.0', 'reference parent']);
  expect(await rules({ ...body, parent: 'org/wujin.water', sources })).toEqual(['loop parent']);
});
