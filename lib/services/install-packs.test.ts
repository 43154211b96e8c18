import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Database } from '../store/database';
import { readEntities } from '../store/entities';
import { failAfterWrites } from '../store/fixtures/faults';
import { nextSamplePack, samplePack } from '../store/fixtures/sample-pack';
import { listPacks } from '../store/packs';
import { createBuiltinInstaller } from './install-packs';
import { createReaderIndex } from './reader-index';

let db: Database;
let file: string;
const install = () =>
  createBuiltinInstaller({
    db,
    fetchPack: async () => file,
    now: () => new Date('2026-01-02T03:04:05Z'),
  });

beforeEach(() => {
  db = new Database(crypto.randomUUID());
  file = JSON.stringify(samplePack());
});
afterEach(() => {
  vi.restoreAllMocks();
});

describe('the pack that comes with the extension', () => {
  it('is installed once, and again only when the file is another', async () => {
    expect(await install()()).toBe(true);
    expect(await install()()).toBe(false);
    file = JSON.stringify(nextSamplePack());
    expect(await install()()).toBe(true);
    expect(await listPacks(db)).toMatchObject([{ revision: '2027.01.01', installedAt: '2026-01-02T03:04:05.000Z' }]);
  });

  it('is installed once by two who ask at one time', async () => {
    const put = install();
    expect(await Promise.all([put(), put()])).toEqual([true, true]);
    expect(await put()).toBe(false);
  });

  it("leaves the reader's layer alone", async () => {
    await install()();
    const readerIndex = createReaderIndex({ db, now: () => new Date(0), changed: () => {} });
    const head = (await readerIndex.get('person/jiang-he'))!.entity;
    await readerIndex.put({ ...head, note: '我的' }, []);
    file = JSON.stringify(nextSamplePack());
    await install()();
    expect(await readerIndex.get('person/jiang-he')).toMatchObject({
      origin: 'changed',
      entity: { note: '我的', other_names: [{ name: '江大河' }] },
      pack: { other_names: [{ name: '江大河' }] },
    });
    await readerIndex.restore(['person/jiang-he']);
    expect(await readerIndex.get('person/jiang-he')).toMatchObject({ origin: 'pack' });
  });

  it('that is none is refused, and the one before stays', async () => {
    await install()();
    file = JSON.stringify({ ...nextSamplePack(), persons: [{ id: 'person/x' }] });
    await expect(install()()).rejects.toMatchObject({ code: 'invalid', message: expect.stringContaining('person/x') });
    file = '{"format":"longcheng-pack"';
    await expect(install()()).rejects.toMatchObject({ code: 'invalid' });
    expect(await listPacks(db)).toMatchObject([{ revision: '2026.01.01' }]);
  });

  it('is tried again after the disk was full', async () => {
    failAfterWrites(5, 'QuotaExceededError');
    const put = install();
    await expect(put()).rejects.toMatchObject({ name: 'QuotaExceededError' });
    vi.restoreAllMocks();
    expect(await listPacks(db)).toEqual([]);
    expect((await readEntities(db, ['person/jiang-he'])).size).toBe(0);
    expect(await put()).toBe(true);
  });
});
