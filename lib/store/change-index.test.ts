import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Entity } from '../model/entity';
import type { EntityId } from '../model/ids';
import { changeIndex } from './change-index';
import { Database } from './database';
import { readEntities, readReferring } from './entities';
import { AT, editOne } from './fixtures/change';
import { takeDump } from './fixtures/dump';
import { failAfterWrites } from './fixtures/faults';
import { ABOUT, nextSamplePack, samplePack } from './fixtures/sample-pack';
import { readIndex } from './index-contents';
import { installPack } from './packs';
import { changeSaved, listSaved } from './saved';

let name: string;
let db: Database;
beforeEach(async () => {
  name = crypto.randomUUID();
  db = new Database(name);
  await installPack(db, samplePack(), ABOUT);
});
afterEach(() => {
  vi.restoreAllMocks();
});

const edit = (id: EntityId, change: (entity: Entity) => Entity | null, on = db) => editOne(on, id, (entity) => change(entity!));
const layered = async (id: EntityId) => (await readEntities(db, [id])).get(id);

describe("a reader's edit", () => {
  it('lies above the pack and can be taken back', async () => {
    const before = (await readIndex(db)).revision;
    const { revision } = await edit('person/jiang-he', (entity) => ({ ...entity, note: '我的笔记' }));
    expect(revision).not.toBe(before);
    expect(await layered('person/jiang-he')).toMatchObject({ origin: 'changed', entity: { note: '我的笔记' }, pack: { name: '江河' } });
    await changeIndex(db, { at: AT, kind: 'restore' }, ['person/jiang-he'], () => ({ edit: null }));
    expect(await layered('person/jiang-he')).toMatchObject({ origin: 'pack', edit: null });
  });

  it('survives an update of the pack, which goes on beneath it', async () => {
    await edit('person/jiang-he', (entity) => ({ ...entity, note: '我的笔记' }));
    await edit('person/lin-shui', (entity) => ({ ...entity, note: '还在' }));
    await edit('project/taihu', () => null);
    await installPack(db, nextSamplePack(), { ...ABOUT, digest: 'd2' });
    expect(await layered('person/jiang-he')).toMatchObject({
      origin: 'changed',
      entity: { note: '我的笔记', other_names: [{ name: '江大河' }] },
    });
    // Dropped by the pack: what the reader wrote stays whole.
    expect(await layered('person/lin-shui')).toMatchObject({ origin: 'changed', entity: { name: '林水', note: '还在' }, pack: null });
    expect(await layered('project/taihu')).toMatchObject({ origin: 'hidden' });
  });

  it('is found by the body it now speaks of, and no more by one it left', async () => {
    const own: Entity = {
      type: 'official',
      id: 'person/mine',
      name: '甲',
      other_names: [],
      memberships: [{ organization: 'org/wujin.water', role: '书记', seen: [], sources: [] }],
    };
    await editOne(db, own.id, () => own);
    await edit('project/taihu', () => null);
    const referring = await readReferring(db, 'org/wujin.water');
    expect(referring.map(({ id }) => id).sort()).toEqual(['person/jiang-he', 'person/lin-shui', 'person/mine']);
  });

  it('is not lost to another writer at the same moment', async () => {
    const elsewhere = new Database(name);
    await Promise.all([
      edit('person/jiang-he', (entity) => ({ ...entity, note: 'A' })),
      edit('person/jiang-he', (entity) => ({ ...entity, disambiguation: 'B' }), elsewhere),
      edit('person/lin-shui', (entity) => ({ ...entity, note: 'C' }), elsewhere),
    ]);
    expect((await layered('person/jiang-he'))?.entity).toMatchObject({ note: 'A', disambiguation: 'B' });
    expect((await layered('person/lin-shui'))?.entity).toMatchObject({ note: 'C' });
    await elsewhere.close();
  });

  it.each(['AbortError', 'QuotaExceededError'] as const)('is written whole or not at all when %s strikes', async (cause) => {
    await edit('person/jiang-he', (entity) => ({ ...entity, note: 'A' }));
    const before = await takeDump(name);
    for (const writes of [0, 1, 2]) {
      failAfterWrites(writes, cause);
      await expect(edit('person/jiang-he', (entity) => ({ ...entity, note: 'B' }))).rejects.toMatchObject({ name: cause });
      vi.restoreAllMocks();
      expect(await takeDump(name)).toEqual(before);
    }
  });
});

describe('what the reader saved', () => {
  const record = {
    entityId: 'person/jiang-he',
    name: '江河',
    type: 'official',
    note: '',
    tags: [],
    savedAt: '2026-01-02T03:04:05.000Z',
  } as const;

  it('keeps both of two changes made at once', async () => {
    await changeSaved(db, record.entityId, () => ({ ...record, tags: [] }));
    await Promise.all([
      changeSaved(db, record.entityId, (now) => ({ ...now!, note: '问' })),
      changeSaved(db, record.entityId, (now) => ({ ...now!, tags: ['水'] })),
    ]);
    expect(await listSaved(db)).toEqual([{ ...record, note: '问', tags: ['水'] }]);
  });
});
