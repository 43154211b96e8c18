import 'fake-indexeddb/auto';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { Database } from './database';
import { readDictionary } from './dictionary';
import { readEntities, readSources } from './entities';
import { type DatabaseDump, restoreDump, takeDump } from './fixtures/dump';
import { readIndex } from './index-contents';
import { listPacks } from './packs';
import { listSaved } from './saved';
import { DATABASE_VERSION } from './schema';

/** A database of each version there ever was, as it lay on a reader's disk. Never changed afterwards: a new version adds a file. */
const FROZEN = new URL('fixtures/', import.meta.url);
const frozen = (version: number): DatabaseDump => JSON.parse(readFileSync(new URL(`version-${version}.json`, FROZEN), 'utf8'));
const versions = Array.from({ length: DATABASE_VERSION }, (_, i) => i + 1);

const shapeOf = ({ stores }: DatabaseDump) => stores.map(({ name, keyPath, indexes }) => ({ name, keyPath, indexes }));

describe('a database of an earlier version', () => {
  it('is kept as a sample, one for each version, and one migration each', () => {
    expect(versions.map((version) => frozen(version).version)).toEqual(versions);
    expect(readdirSync(new URL('migrations/', import.meta.url))).toHaveLength(DATABASE_VERSION);
  });

  it.each(versions)('%i climbs to the shape of a new one', async (version) => {
    const [old, fresh] = [crypto.randomUUID(), crypto.randomUUID()];
    await restoreDump(old, frozen(version));
    for (const name of [old, fresh]) {
      const db = new Database(name);
      await listPacks(db);
      await db.close();
    }
    expect(shapeOf(await takeDump(old))).toEqual(shapeOf(await takeDump(fresh)));
  });

  it.each(versions)('%i is read by the code of today, with nothing lost', async (version) => {
    const name = crypto.randomUUID();
    await restoreDump(name, frozen(version));
    const db = new Database(name);
    expect(await listPacks(db)).toMatchObject([{ id: 'changzhou', revision: '2026.01.01', origin: 'builtin', enabled: true }]);
    const { entities, areas, revision } = await readIndex(db);
    expect(revision).toBe('00000000-0000-4000-8000-000000000001');
    expect(areas.map(({ id }) => id)).toEqual(['area/wujin']);
    expect(entities.map(({ entity, origin }) => [entity.id, origin]).sort()).toEqual([
      ['org/wujin.gov', 'pack'],
      ['org/wujin.water', 'pack'],
      ['person/jiang-he', 'changed'],
      ['person/lin-shui', 'hidden'],
      ['person/mine', 'reader'],
      ['project/taihu', 'pack'],
    ]);
    const head = (await readEntities(db, ['person/jiang-he'])).get('person/jiang-he');
    expect(head).toMatchObject({ entity: { name: '江河', note: '我的笔记' }, edit: { sources: [{ id: 'source/mine' }] } });
    expect(Object.keys(await readSources(db, ['source/a', 'source/b']))).toHaveLength(2);
    expect(await listSaved(db)).toMatchObject([{ entityId: 'person/jiang-he', note: '问水', tags: ['水'] }]);
    expect(await readDictionary(db)).toMatchObject({ record: { key: '1:00000000-0000-4000-8000-000000000001' } });
  });
});
