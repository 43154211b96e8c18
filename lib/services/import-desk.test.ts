import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Entity } from '../model/entity';
import { entityOf } from '../packs/fixtures/arbitraries';
import { makeEdit } from '../packs/reader-edit';
import { writePack } from '../packs/write';
import { writeBackup } from '../store/backup';
import { changeIndex } from '../store/change-index';
import { Database } from '../store/database';
import { readEntities } from '../store/entities';
import { takeDump } from '../store/fixtures/dump';
import { failAfterWrites } from '../store/fixtures/faults';
import { ABOUT, samplePack } from '../store/fixtures/sample-pack';
import { takeKept, wipe } from '../store/fixtures/wipe';
import { listVersions } from '../store/pack-versions';
import { installPack, listPacks } from '../store/packs';
import { exportCsv, exportLayer, exportPopolo } from './export-files';
import { ImportDesk } from './import-desk';
import { createReaderIndex } from './reader-index';
import { createSaved } from './saved';

let name: string;
let db: Database;
let desk: ImportDesk;
const now = () => new Date('2026-03-04T05:06:07Z');
const bytes = (text: string) => new TextEncoder().encode(text);
const HEAD = 'type,id,name,memberships,note,classification';

beforeEach(async () => {
  name = crypto.randomUUID();
  db = new Database(name);
  desk = new ImportDesk({ db, now });
  await installPack(db, samplePack(), ABOUT);
});
afterEach(() => {
  vi.restoreAllMocks();
});

const readerIndex = () => createReaderIndex({ db, now, changed: () => {} });
const entity = async (id: Entity['id']) => (await readEntities(db, [id])).get(id)?.entity;
const open = (text: string, label = 'list.csv') => desk.open(bytes(text), label);
const counted = ({ counts }: { counts: Record<string, { all: number; taken: number }> }) =>
  Object.fromEntries(Object.entries(counts).flatMap(([group, { all, taken }]) => (all ? [[group, [all, taken]]] : [])));

const settingsDue = async () =>
  JSON.parse((await db.run(['state'], 'readonly', (tx) => tx.objectStore('state').get('settingsDue'))) ?? 'null');

describe('a table', () => {
  const table = [
    HEAD,
    'official,person/jiang-he,江河,,问水',
    'official,person/lin-shui,林水深,,',
    'official,person/new,新人,org/wujin.water | 科长,',
    'official,,无名,org/wujin.water | 科员,',
    'official,person/bad,,,',
    'project,project/taihu,太湖整治工程,,,works',
  ].join('\n');

  it('is shown before anything is written: new, changed, the same, in conflict, and broken with line and reason', async () => {
    await readerIndex().put({ ...(await entity('person/lin-shui'))!, note: '我的' }, []);
    const before = await takeDump(name);
    const summary = await open(table);
    expect(counted(summary)).toEqual({ new: [2, 2], changed: [1, 1], conflict: [1, 0], same: [1, 0] });
    expect(summary.problems).toEqual([{ place: '6', fault: 'required', field: 'name' }]);
    expect(desk.rows('changed', 0, 10)).toEqual([
      {
        index: 0,
        group: 'changed',
        type: 'official',
        name: '江河',
        place: '2',
        said: [
          { field: 'memberships', before: '常州市武进区水利局 党组书记、局长' },
          { field: 'note', after: '问水' },
        ],
        taken: true,
      },
    ]);
    expect(desk.rows('conflict', 0, 10)).toMatchObject([
      { name: '林水深', said: [{ field: 'name' }, { field: 'memberships' }, { field: 'note' }] },
    ]);
    expect(await takeDump(name)).toEqual(before);
  });

  it('is taken over as one, as chosen, and taken back as one', async () => {
    const before = await takeKept(name);
    await open(table);
    desk.choose('new', null, false);
    expect(desk.choose('new', desk.rows('new', 1, 1)[0]!.index, true).new).toEqual({ all: 2, taken: 1 });
    expect(await desk.run()).toEqual({ count: 3, skipped: 0, entry: 1 });
    expect(await entity('person/jiang-he')).toMatchObject({ note: '问水' });
    expect(await entity('person/new')).toBeUndefined();
    await desk.takeBack();
    expect(await takeKept(name)).toEqual(before);
  });

  it('read again after it was taken over says nothing new', async () => {
    await open(table);
    await desk.run();
    expect(counted(await open(table))).toEqual({ same: [5, 0] });
  });

  it('does not overwrite what was edited while it was looked at', async () => {
    await open(table);
    await readerIndex().put({ ...(await entity('person/jiang-he'))!, note: '刚写的' }, []);
    expect(await desk.run()).toMatchObject({ skipped: 1 });
    expect(await entity('person/jiang-he')).toMatchObject({ note: '刚写的' });
  });

  it('written here comes back as what is here already', async () => {
    await readerIndex().put({ ...(await entity('person/jiang-he'))!, note: '=1+1' }, []);
    const summary = await open(await exportCsv(db));
    expect(counted(summary)).toEqual({ same: [5, 0] });
    expect(summary.problems).toEqual([]);
  });

  it.each(['QuotaExceededError', 'AbortError'] as const)('is taken over wholly or not at all, wherever %s strikes', async (cause) => {
    const before = await takeDump(name);
    let struck = true;
    for (let writes = 0; struck; writes++) {
      await open(table);
      const wasStruck = failAfterWrites(writes, cause);
      const done = desk.run();
      const result = await done.then(
        () => 'done',
        (error) => error.name,
      );
      struck = wasStruck();
      vi.restoreAllMocks();
      if (!struck) continue;
      expect(result).toBe(cause);
      expect(await takeDump(name)).toEqual(before);
    }
    expect(await entity('person/new')).toBeDefined();
  });

  it('can be stopped, which leaves everything as it was', async () => {
    await open([HEAD, ...Array.from({ length: 2100 }, (_, i) => `official,person/n${i},新人${i},,`)].join('\n'));
    const before = await takeDump(name);
    const stop = new AbortController();
    const seen: number[] = [];
    const onProgress = (done: number) => {
      seen.push(done);
      if (seen.length === 2) stop.abort();
    };
    await expect(desk.run({ signal: stop.signal, onProgress })).rejects.toMatchObject({ name: 'AbortError' });
    expect(seen).toEqual([500, 1000]);
    expect(await takeDump(name)).toEqual(before);
  }, 30_000);
});

it('what two pages and the background write at one time all stands', async () => {
  const [otherPage, background] = [new Database(name), new Database(name)];
  const otherDesk = new ImportDesk({ db: otherPage, now });
  const list = (from: number) => [HEAD, ...Array.from({ length: 200 }, (_, i) => `official,person/n${from + i},新人,,,`)].join('\n');
  await open(list(0));
  await otherDesk.open(bytes(list(150)), 'other.csv');
  const index = createReaderIndex({ db: background, now, changed: () => {} });
  const head = (await entity('person/jiang-he'))!;
  const saved = createSaved({ db: background, now, word: (key) => key });
  const outcomes = await Promise.all([
    desk.run(),
    index.put({ ...head, note: '问水' }, []),
    otherDesk.run(),
    saved.put({ entityId: 'person/jiang-he', note: '旧友' }),
    index.remove(['person/lin-shui']),
  ]);
  expect(outcomes[0]).toMatchObject({ count: 200, skipped: 0 });
  const all = await readEntities(
    db,
    Array.from({ length: 350 }, (_, i) => `person/n${i}` as const),
  );
  expect(all.size).toBe(350);
  expect(await entity('person/jiang-he')).toMatchObject({ note: '问水' });
  expect((await readEntities(db, ['person/lin-shui'])).get('person/lin-shui')).toMatchObject({ origin: 'hidden' });
  expect(await saved.list()).toMatchObject([{ note: '旧友' }]);
  const { stores } = await takeDump(name);
  expect(stores.find((store) => store.name === 'journal')!.records).toHaveLength(4);
});

describe('a pack', () => {
  it('is laid aside to be looked through, and its address in the list stays its own', async () => {
    const summary = await open(writePack(samplePack({ id: 'other' })), 'other.json');
    expect(summary).toMatchObject({ kind: 'pack', pack: 'other' });
    expect(await listVersions(db)).toMatchObject([{ pack: 'other', role: 'pending', origin: 'file', counts: { persons: 2 } }]);
    expect(await listPacks(db)).toHaveLength(1);
  });

  it('by the id of the one that came with the extension is refused', async () => {
    expect(await open(writePack(samplePack({ revision: '2028.01.01' })))).toMatchObject({
      kind: 'refused',
      problems: [{ fault: 'builtin-id' }],
    });
    expect(await listVersions(db)).toEqual([]);
  });

  it('made of the reader’s layer holds what the reader wrote, and another reader can install it', async () => {
    await readerIndex().put({ ...(await entity('person/jiang-he'))!, note: '问水' }, []);
    await readerIndex().remove(['person/lin-shui']);
    const text = await exportLayer(db, { id: 'mine', title: '我的', licence: 'CC0-1.0' }, '2026.03.04');
    expect(JSON.parse(text)).toMatchObject({ id: 'mine', counts: { persons: 1, sources: 1 }, persons: [{ note: '问水' }] });
    expect(await open(text)).toMatchObject({ kind: 'pack', pack: 'mine' });
  });
});

it('Popolo goes out and comes back as what is here already', async () => {
  const text = await exportPopolo(db, { id: 'x', title: 'x', licence: 'CC0-1.0' }, '2026.03.04');
  expect(counted(await open(text, 'popolo.json'))).toEqual({ same: [4, 0] });
});

describe('a backup', () => {
  const restoreAll = async (text: string) => {
    await open(text, 'backup.json');
    for (const group of ['new', 'changed', 'conflict'] as const) desk.choose(group, null, true);
    return desk.run();
  };
  const fill = async () => {
    await readerIndex().put({ ...(await entity('person/jiang-he'))!, note: '问水' }, []);
    await readerIndex().put({ ...(await entity('person/jiang-he'))!, id: 'person/mine', name: '我' } as Entity, []);
    await readerIndex().remove(['person/lin-shui']);
    await createSaved({ db, now, word: (key) => key }).put({ entityId: 'person/jiang-he', note: '旧友', tags: ['水'] });
    await installPack(db, samplePack({ id: 'other' }), { origin: 'file', digest: 'o1', installedAt: now().toISOString() });
    await db.run(['visits', 'meetings', 'inbox', 'verdicts'], 'readwrite', async (tx) => {
      const page = 'https://www.wj.gov.cn/1.html';
      const at = now().toISOString();
      await tx.objectStore('visits').put({ page, host: 'www.wj.gov.cn', title: '治水', date: '2023-10-28', readAt: at, times: 2 });
      await tx.objectStore('meetings').put({ entityId: 'person/jiang-he', page, at, text: '江河', sentence: '江河到场。', mentions: 1 });
      const item = {
        kind: 'name',
        state: 'open',
        type: 'official',
        name: '水生',
        entityId: null,
        page,
        title: '治水',
        date: '2023-10-28',
      } as const;
      await tx.objectStore('inbox').put({ id: 'name:水生', ...item, sentence: '水生说。', pages: 1, at });
      await tx.objectStore('verdicts').put({ key: `official:江河@${page}`, entityId: null, at });
    });
  };

  /** The backup of what there was, and an index without it. */
  const filledThenWiped = async (settings = {}) => {
    await fill();
    const text = await writeBackup(db, settings, now().toISOString());
    await db.close();
    await wipe(name);
    await installPack(db, samplePack(), ABOUT);
    return text;
  };

  it('brings everything back after everything was wiped', async () => {
    await fill();
    const before = await takeKept(name);
    const text = await writeBackup(db, { 'setting.paused': true }, now().toISOString());
    await db.close();
    await wipe(name);
    await installPack(db, samplePack(), ABOUT);
    expect(await restoreAll(text)).toMatchObject({ settings: true });
    expect(await settingsDue()).toEqual({ 'setting.paused': true });
    expect(await takeKept(name)).toEqual(before);
    expect(counted(await open(text))).toEqual({ same: [6, 0] });
    await desk.run();
    expect(await takeKept(name)).toEqual(before);
  });

  it('taken over can be taken back', async () => {
    const text = await filledThenWiped();
    await readerIndex().put({ ...(await entity('person/jiang-he'))!, note: '别处写的' }, []);
    const before = await takeKept(name);
    await restoreAll(text);
    expect(await entity('person/jiang-he')).toMatchObject({ note: '问水' });
    await desk.takeBack({ 'setting.density': 'first' });
    expect(await takeKept(name)).toEqual(before);
    expect(await settingsDue()).toEqual({ 'setting.density': 'first' });
  });

  it('is taken back wholly or not at all, wherever it is cut off', async () => {
    const text = await filledThenWiped();
    await restoreAll(text);
    const taken = await takeDump(name);
    let writes = 0;
    for (; ; writes++) {
      const failed = failAfterWrites(writes, 'AbortError');
      const outcome = await desk.takeBack({}).then(
        () => 'done',
        () => 'cut off',
      );
      vi.restoreAllMocks();
      if (!failed()) break;
      expect(outcome).toBe('cut off');
      expect(await takeDump(name)).toEqual(taken);
    }
    expect(writes).toBeGreaterThan(5);
    expect(await takeDump(name)).not.toEqual(taken);
  });

  it('adds to what is here, and asks before it replaces', async () => {
    await fill();
    const text = await writeBackup(db, {}, now().toISOString());
    await readerIndex().put({ ...(await entity('person/jiang-he'))!, note: '后来写的' }, []);
    await readerIndex().restore(['person/lin-shui']);
    expect(counted(await open(text))).toEqual({ changed: [1, 1], conflict: [1, 0], same: [4, 0] });
    await desk.run();
    expect(await entity('person/jiang-he')).toMatchObject({ note: '后来写的' });
  });

  it('of any edits brings them back as they were', async () => {
    await fc.assert(
      fc.asyncProperty(entityOf('e'), entityOf('f'), async ([pack, mine], [own]) => {
        const at = now().toISOString();
        const edits = [makeEdit(pack, mine, { at }), makeEdit(null, own, { at })].filter((edit) => edit !== null);
        const database = crypto.randomUUID();
        const filled = new Database(database);
        await changeIndex(
          filled,
          { at, kind: 'edit' },
          edits.map(({ id }) => id),
          (id) => ({ edit: edits.find((edit) => edit.id === id)! }),
        );
        const before = await takeKept(database);
        const text = await writeBackup(filled, {}, at);
        await filled.close();
        await wipe(database);
        const fresh = new ImportDesk({ db: filled, now });
        await fresh.open(bytes(text), 'backup.json');
        await fresh.run();
        expect(await takeKept(database)).toEqual(before);
        await filled.close();
      }),
      { numRuns: 40 },
    );
  });
});
