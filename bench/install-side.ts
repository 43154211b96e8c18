import { openDB } from 'idb';
import { compileDictionary } from '../lib/finder/dictionary/compile';
import type { Lexicon } from '../lib/finder/dictionary/lexicon';
import { referencesOf } from '../lib/model/references';
import { entitiesOf } from '../lib/packs/entities';
import { readPack } from '../lib/packs/read';
import { Database } from '../lib/store/database';
import { writeDictionary } from '../lib/store/dictionary';
import { readIndex } from '../lib/store/index-contents';
import { installPack } from '../lib/store/packs';

// Runs in a page of the extension, on databases of its own. Each function gives the milliseconds of its work.

let round = 0;

async function inDatabase(work: (name: string) => Promise<number>): Promise<number> {
  const name = `bench-${round++}`;
  const took = await work(name);
  indexedDB.deleteDatabase(name);
  return took;
}

const bench = {
  /** The least that stores the same records: one transaction, nothing read, checked or indexed. */
  bareWrite: (text: string) =>
    inDatabase(async (name) => {
      const pack = readPack(text);
      if (!pack.ok) throw new Error('the pack cannot be read');
      const { id, areas, sources } = pack.pack;
      const entities = entitiesOf(pack.pack).map((entity) => ({
        pack: id,
        id: entity.id,
        entity,
        references: [...referencesOf(entity).entities],
      }));
      const db = await openDB(name, 1, {
        upgrade(opened) {
          for (const store of ['entities', 'areas', 'sources']) opened.createObjectStore(store, { keyPath: ['pack', 'id'] });
        },
      });
      const start = performance.now();
      const tx = db.transaction(['entities', 'areas', 'sources'], 'readwrite');
      for (const record of entities) void tx.objectStore('entities').put(record);
      for (const area of areas) void tx.objectStore('areas').put({ pack: id, id: area.id, area });
      for (const source of sources) void tx.objectStore('sources').put({ pack: id, id: source.id, source });
      await tx.done;
      const took = performance.now() - start;
      db.close();
      return took;
    }),

  /** From the pack's text to a stored index and a stored dictionary. `stored` is the time the records alone took. */
  async install(text: string, lexicon: Lexicon): Promise<{ ready: number; stored: number }> {
    let stored = 0;
    const ready = await inDatabase(async (name) => {
      const db = new Database(name);
      await db.run(['state'], 'readonly', async () => null);
      const start = performance.now();
      const pack = readPack(text);
      if (!pack.ok) throw new Error('the pack cannot be read');
      const before = performance.now();
      await installPack(db, pack.pack, { origin: 'builtin', digest: '', installedAt: '2026-01-01T00:00:00.000Z' });
      stored = performance.now() - before;
      const { areas, entities } = await readIndex(db);
      const dictionary = compileDictionary({ areas, entities: entities.map(({ entity }) => entity) }, lexicon);
      await writeDictionary(db, { key: name, dictionary, counts: { official: 0, organization: 0, project: 0 } });
      const took = performance.now() - start;
      await db.close();
      return took;
    });
    return { ready, stored };
  },
};
export type InstallBench = typeof bench;

Object.assign(globalThis, { longchengInstall: bench });
