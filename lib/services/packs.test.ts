import 'fake-indexeddb/auto';
import * as v from 'valibot';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { BACKGROUND_MESSAGES } from '../messages/contract';
import type { EntityId } from '../model/ids';
import { Database } from '../store/database';
import { readEntities } from '../store/entities';
import { takeDump } from '../store/fixtures/dump';
import { failAfterWrites } from '../store/fixtures/faults';
import { ABOUT, nextSamplePack, samplePack } from '../store/fixtures/sample-pack';
import { putPending } from '../store/pack-versions';
import { installPack } from '../store/packs';
import { packDifference } from './pack-difference';
import { createPacks } from './packs';
import { createReaderIndex } from './reader-index';
import { createSaved } from './saved';

let name: string;
let db: Database;
let packs: ReturnType<typeof createPacks>;
let readerIndex: ReturnType<typeof createReaderIndex>;
const changed = vi.fn();
const now = () => new Date('2027-02-03T04:05:06Z');
const PENDING = { origin: 'address', digest: 'd2', fetchedAt: '2027-01-02T00:00:00.000Z' } as const;

beforeEach(async () => {
  name = crypto.randomUUID();
  db = new Database(name);
  changed.mockReset();
  packs = createPacks({ db, now, changed });
  readerIndex = createReaderIndex({ db, now, changed: () => {} });
  await installPack(db, samplePack(), { ...ABOUT, origin: 'file' });
});
afterEach(() => {
  vi.restoreAllMocks();
});

const list = () => packs.list();
const only = async () => (await list()).installed[0]!;
const entity = async (id: EntityId) => (await readEntities(db, [id])).get(id);
const edit = async (id: EntityId, change: object) => readerIndex.put({ ...(await entity(id))!.entity, ...change } as never, []);

describe('a version that waits', () => {
  beforeEach(() => putPending(db, nextSamplePack(), PENDING));

  it('is shown beside the one in use, and changes nothing until it is taken', async () => {
    const listed = await list();
    expect(v.parse(BACKGROUND_MESSAGES['packs.list'].output, listed)).toMatchObject({
      installed: [{ revision: '2026.01.01', pending: { revision: '2027.01.01', digest: 'd2', counts: { persons: 1 } } }],
      waiting: [],
    });
    expect((await entity('org/wujin.water'))?.entity.name).toBe('常州市武进区水利局');
  });

  it('taken, stands, and the one before is a step back', async () => {
    await packs.apply('changzhou', 'd2', []);
    expect(changed).toHaveBeenCalledOnce();
    expect(await only()).toMatchObject({ revision: '2027.01.01', origin: 'address', previous: { revision: '2026.01.01', digest: 'd1' } });
    expect(await only()).not.toHaveProperty('pending');
    expect((await entity('org/wujin.water'))?.entity.name).toBe('常州市武进区水务局');
    expect(await entity('person/lin-shui')).toBeUndefined();
    await packs.back('changzhou', 'd1');
    expect(await only()).toMatchObject({ revision: '2026.01.01', previous: { revision: '2027.01.01' } });
    expect((await entity('person/lin-shui'))?.entity.name).toBe('林水');
  });

  it('left, is gone and nothing else', async () => {
    const before = await entity('org/wujin.water');
    await packs.leave('changzhou');
    expect(await only()).not.toHaveProperty('pending');
    expect(await entity('org/wujin.water')).toEqual(before);
  });

  it('is not taken for another that came meanwhile', async () => {
    await expect(packs.apply('changzhou', 'd3', [])).rejects.toMatchObject({ code: 'conflict' });
    expect(await only()).toMatchObject({ revision: '2026.01.01', pending: { digest: 'd2' } });
  });

  it.each(['QuotaExceededError', 'AbortError'] as const)('is all there or not at all, wherever %s strikes', async (cause) => {
    await edit('org/wujin.water', { name: '水利局(我的)' });
    const decisions = [{ id: 'org/wujin.water' as const, theirs: ['name'] }];
    const before = await takeDump(name);
    let struck = true;
    for (let writes = 0; struck; writes += 3) {
      const wasStruck = failAfterWrites(writes, cause);
      await packs.apply('changzhou', 'd2', decisions).catch(() => undefined);
      struck = wasStruck();
      vi.restoreAllMocks();
      if (struck) expect(await takeDump(name)).toEqual(before);
    }
    expect(await only()).toMatchObject({ revision: '2027.01.01' });
    expect((await entity('org/wujin.water'))?.entity.name).toBe('常州市武进区水务局');
  });
});

describe('what a version would change', () => {
  it('is told by entity, with what of it the reader saved or edited', async () => {
    await createSaved({ db, now, word: (key) => key }).put({ entityId: 'person/lin-shui' });
    await edit('org/wujin.water', { name: '水利局(我的)' });
    await edit('person/jiang-he', { note: '问水' });
    await edit('person/lin-shui', { note: '问谁' });
    await putPending(db, nextSamplePack(), PENDING);
    const difference = await packDifference(db, 'changzhou', 'pending');
    expect(difference).toMatchObject({
      rows: [
        { kind: 'removed', id: 'person/lin-shui', saved: true },
        { kind: 'changed', id: 'org/wujin.water', saved: false },
        { kind: 'changed', id: 'person/jiang-he', said: [{ field: 'other_names', after: '江大河' }] },
      ],
      outcomes: [
        { id: 'org/wujin.water', state: 'conflict', conflicts: [{ path: 'name', mine: '水利局(我的)', theirs: '常州市武进区水务局' }] },
        { id: 'person/lin-shui', state: 'gone' },
      ],
      standing: 1,
    });
  });

  it('is settled as the reader decides: mine stays mine, theirs is taken, as one entry that can be taken back', async () => {
    await edit('org/wujin.water', { name: '水利局(我的)', note: '我的注' });
    await edit('person/lin-shui', { note: '问谁' });
    await putPending(db, nextSamplePack(), PENDING);
    await packs.apply('changzhou', 'd2', [
      { id: 'org/wujin.water', theirs: ['name'] },
      { id: 'person/lin-shui', theirs: [''] },
    ]);
    expect(await entity('org/wujin.water')).toMatchObject({ entity: { name: '常州市武进区水务局', note: '我的注' }, origin: 'changed' });
    expect(await entity('person/lin-shui')).toBeUndefined();
    expect(await packDifference(db, 'changzhou', 'previous')).toMatchObject({ outcomes: [], standing: 1 });
  });

  it('leaves a conflict to be decided later', async () => {
    await edit('org/wujin.water', { name: '水利局(我的)' });
    await putPending(db, nextSamplePack(), PENDING);
    await packs.apply('changzhou', 'd2', []);
    expect((await entity('org/wujin.water'))?.entity.name).toBe('水利局(我的)');
    expect(await packDifference(db, 'changzhou', 'previous')).toMatchObject({ outcomes: [{ id: 'org/wujin.water', state: 'conflict' }] });
    await packs.settle([{ id: 'org/wujin.water', theirs: [] }]);
    expect((await entity('org/wujin.water'))?.entity.name).toBe('水利局(我的)');
    expect(await packDifference(db, 'changzhou', 'previous')).toMatchObject({ outcomes: [], standing: 1 });
  });

  it('does not reach an edit of what a pack above holds', async () => {
    const above = { ...samplePack({ id: 'above' }), persons: [], projects: [], areas: [] };
    await installPack(db, above, { ...ABOUT, digest: 'a1', origin: 'file' });
    await edit('org/wujin.water', { name: '水利局(我的)' });
    await putPending(db, nextSamplePack(), PENDING);
    expect(await packDifference(db, 'changzhou', 'pending')).toMatchObject({ outcomes: [], standing: 0 });
  });
});

describe('packs', () => {
  beforeEach(() => installPack(db, { ...nextSamplePack(), id: 'other' }, { ...ABOUT, digest: 'o1', origin: 'file' }));

  it('lie above one another, and can be moved, switched off and taken out', async () => {
    const bureau = async () => (await entity('org/wujin.water'))?.entity.name;
    const ids = async () => (await list()).installed.map(({ id }) => id);
    expect(await bureau()).toBe('常州市武进区水务局');
    await packs.move('other', -1);
    expect(await ids()).toEqual(['other', 'changzhou']);
    expect(await bureau()).toBe('常州市武进区水利局');
    await packs.move('other', -1);
    expect(await ids()).toEqual(['other', 'changzhou']);
    await packs.enable('changzhou', false);
    expect(await bureau()).toBe('常州市武进区水务局');
    await packs.remove('changzhou');
    expect(await ids()).toEqual(['other']);
    expect(await entity('person/lin-shui')).toBeUndefined();
  });

  it('that came with the extension stay', async () => {
    await installPack(db, samplePack({ id: 'built-in' }), { ...ABOUT, digest: 'b1' });
    await expect(packs.remove('built-in')).rejects.toMatchObject({ code: 'invalid' });
    expect((await list()).installed).toHaveLength(3);
  });

  it('get a place of their own after one was taken out', async () => {
    await packs.remove('changzhou');
    await installPack(db, samplePack({ id: 'third' }), { ...ABOUT, digest: 't1', origin: 'file' });
    expect((await list()).installed.map(({ id }) => id)).toEqual(['other', 'third']);
  });
});
