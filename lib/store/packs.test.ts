import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Database } from './database';
import { readAreas, readEntities, readReferring, readSources } from './entities';
import { editOne } from './fixtures/change';
import { takeDump } from './fixtures/dump';
import { failAfterWrites } from './fixtures/faults';
import { ABOUT, nextSamplePack, samplePack } from './fixtures/sample-pack';
import { readIndex } from './index-contents';
import { installPack, listPacks } from './packs';

let name: string;
let db: Database;
beforeEach(async () => {
  name = crypto.randomUUID();
  db = new Database(name);
});
afterEach(() => {
  vi.restoreAllMocks();
});

const nameOf = async (id: `org/${string}` | `person/${string}`) => (await readEntities(db, [id])).get(id)?.entity.name;

describe('a pack', () => {
  it('can be read back as it was', async () => {
    const revision = await installPack(db, samplePack(), ABOUT);
    expect(await listPacks(db)).toMatchObject([{ id: 'changzhou', revision: '2026.01.01', order: 0, enabled: true, digest: 'd1' }]);
    const index = await readIndex(db);
    expect(index.revision).toBe(revision);
    expect(index.areas).toEqual(samplePack().areas);
    expect(index.entities.map(({ entity }) => entity.id).sort()).toEqual([
      'org/wujin.gov',
      'org/wujin.water',
      'person/jiang-he',
      'person/lin-shui',
      'project/taihu',
    ]);
    expect(index.entities.every(({ origin }) => origin === 'pack')).toBe(true);
    expect(await readSources(db, ['source/b', 'source/none'])).toEqual({ 'source/b': samplePack().sources[1] });
    expect(await readAreas(db, ['area/wujin'])).toEqual({ 'area/wujin': samplePack().areas[0] });
  });

  it('finds who speaks of a body', async () => {
    await installPack(db, samplePack(), ABOUT);
    const referring = await readReferring(db, 'org/wujin.water');
    expect(referring.map(({ id }) => id).sort()).toEqual(['person/jiang-he', 'person/lin-shui', 'project/taihu']);
  });

  it('takes the place of its earlier revision and keeps its own place', async () => {
    const before = await installPack(db, samplePack(), ABOUT);
    await installPack(db, samplePack({ id: 'other', persons: [], organizations: [], projects: [] }), ABOUT);
    const after = await installPack(db, nextSamplePack(), ABOUT);
    expect(after).not.toBe(before);
    expect(await nameOf('org/wujin.water')).toBe('常州市武进区水务局');
    expect(await nameOf('person/lin-shui')).toBeUndefined();
    expect((await listPacks(db)).map(({ id, order }) => [id, order])).toEqual([
      ['changzhou', 0],
      ['other', 1],
    ]);
  });

  it('lies below a later one', async () => {
    await installPack(db, samplePack(), ABOUT);
    await installPack(db, { ...nextSamplePack(), id: 'above', persons: [] }, ABOUT);
    expect(await nameOf('org/wujin.water')).toBe('常州市武进区水务局');
    expect(await nameOf('person/jiang-he')).toBe('江河');
    const { entities } = await readIndex(db);
    expect(entities.find(({ entity }) => entity.id === 'org/wujin.water')?.entity.name).toBe('常州市武进区水务局');
    expect(entities).toHaveLength(5);
  });
});

describe('an install that fails', () => {
  it.each(['AbortError', 'QuotaExceededError'] as const)('leaves what was there, wherever %s strikes', async (cause) => {
    await installPack(db, samplePack(), ABOUT);
    await editOne(db, 'person/lin-shui', () => null);
    const before = await takeDump(name);
    for (let writes = 0; ; writes++) {
      const struck = failAfterWrites(writes, cause);
      const install = installPack(db, nextSamplePack(), { ...ABOUT, digest: 'd2' });
      const outcome = await install.then(
        () => 'installed',
        (error: Error) => error.name,
      );
      vi.restoreAllMocks();
      if (!struck()) {
        expect(outcome).toBe('installed');
        expect(writes).toBeGreaterThan(8);
        break;
      }
      expect(outcome).toBe(cause);
      expect(await takeDump(name)).toEqual(before);
    }
    expect(await nameOf('org/wujin.water')).toBe('常州市武进区水务局');
  });
});
