import { expect, it } from 'vitest';
import { seededRandom } from '../tools/seeded-random';
import { ask } from './background';
import type { Page } from './drivers/driver';
import { inEachBrowser, until } from './reader';
import { giveFile } from './toolbar';

const SEED = 20_261_124;
/** How often the background is ended amid a write; with the imports that are cut off, 200. Ending Firefox's takes longer, and is the same code beneath. */
const RUNS = { chromium: 176, firefox: 18 };
const PEOPLE = 300;

/** A pack large enough that its writing takes a while; every entity says which revision it is of. */
const pack = (revision: string) =>
  JSON.stringify({
    format: 'longcheng-pack',
    format_version: 1,
    id: 'large',
    title: '大包',
    revision,
    licence: 'CC0-1.0',
    areas: [],
    organizations: [],
    persons: Array.from({ length: PEOPLE }, (_, at) => ({ id: `person/large-${at}`, name: `某${at}`, note: revision })),
    projects: [],
    sources: [],
  });

interface Found {
  revision: string;
  /** Revisions its entities are of, each once, and how many there are. */
  entities: string[];
  count: number;
  previous: { revision: string; digest: string; entities: string[] } | null;
  /** Of the entities that are edited: what the edit says, and how many entries of the journal speak of it. */
  note: string | null;
  entries: number;
  changes: number;
}

/** What the database holds, read at one moment, past all code of ours. */
function readDatabase(page: Page): Promise<Found> {
  return page.evaluate(
    () =>
      new Promise<Found>((resolve, reject) => {
        const opening = indexedDB.open('longcheng');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const db = opening.result;
          const names = ['packs', 'entities', 'packVersions', 'packContents', 'edits', 'journal', 'journalChanges'];
          const tx = db.transaction(names);
          const all = Object.fromEntries(
            names.map((name) => [
              name,
              name === 'entities'
                ? tx.objectStore(name).getAll(IDBKeyRange.bound(['large'], ['large', []]))
                : tx.objectStore(name).getAll(),
            ]),
          );
          tx.onerror = () => reject(tx.error);
          tx.oncomplete = () => {
            db.close();
            // biome-ignore lint/suspicious/noExplicitAny: records as they lie there
            const of = (name: string) => all[name]!.result as any[];
            const record = of('packs').find(({ id }) => id === 'large');
            const version = of('packVersions').find(({ role }) => role === 'previous');
            const contents = of('packContents').find(({ role }) => role === 'previous');
            const edit = of('edits').find(({ id }) => id === 'person/zhu-xiaoping');
            const notes = (people: { note: string }[]) => [...new Set(people.map(({ note }) => note))];
            resolve({
              revision: record?.revision ?? '',
              entities: notes(of('entities').map(({ entity }) => entity)),
              count: of('entities').length,
              previous: version
                ? { revision: version.revision, digest: version.digest, entities: notes(contents?.contents.persons ?? []) }
                : null,
              note: edit?.edit.fields.note ?? null,
              entries: of('journal').length,
              changes: of('journalChanges').length,
            });
          };
        };
      }),
  );
}

inEachBrowser(
  () => undefined,
  (desk) => {
    it('leaves every write whole or undone, wherever the background is ended amid it', async () => {
      const { driver } = desk;
      const page = await driver.open(driver.extensionUrl('options.html'));
      const give = async (revision: string) => {
        await page.evaluate(() => {
          location.hash = '#/packs';
        });
        await giveFile(page, 'large.json', pack(revision));
        const { digest } = await until('version', async () => {
          const { waiting, installed } = await ask<{
            waiting: { pack: string; revision: string; digest: string }[];
            installed: { pending?: { revision: string; digest: string } }[];
          }>(page, 'packs.list');
          return [...waiting, ...installed.flatMap(({ pending }) => pending ?? [])].find((version) => version.revision === revision);
        });
        await ask(page, 'packs.apply', { pack: 'large', digest, decisions: [] });
      };
      await give('2026.01.01');
      await give('2026.02.02');
      const { entity } = await ask<{ entity: object }>(page, 'entities.get', { id: 'person/zhu-xiaoping' });
      const random = seededRandom(SEED);
      const send = (name: string, input: object, patient: boolean) =>
        page.evaluate(
          async (request, wait) => {
            interface Runtime {
              runtime: { sendMessage(message: unknown): Promise<unknown> };
            }
            const scope = globalThis as unknown as Record<'browser' | 'chrome', Runtime>;
            const start = performance.now();
            const answer = (scope.browser ?? scope.chrome).runtime.sendMessage(request).catch(() => undefined);
            if (wait) await answer;
            return performance.now() - start;
          },
          { name, input },
          patient,
        );
      /** How long a write takes of a background that has to wake for it: within that time it is ended. */
      const takes = async (name: string, input: object) => {
        await driver.killBackground(page);
        return send(name, input, true);
      };
      const swapTakes = await takes('packs.back', { pack: 'large', digest: (await readDatabase(page)).previous!.digest });
      const putTakes = await takes('entities.put', { entity: { ...entity, note: '先写一回' }, sources: [] });
      let written = 0;
      let before = await readDatabase(page);
      for (let run = 0; run < RUNS[driver.name]; run++) {
        const swap = run % 2 === 0;
        const [name, input]: [string, object] = swap
          ? ['packs.back', { pack: 'large', digest: before.previous!.digest }]
          : ['entities.put', { entity: { ...entity, note: `第 ${run} 回` }, sources: [] }];
        // Not waited for: the background is ended while it works.
        await send(name, input, false);
        await new Promise((resolve) => setTimeout(resolve, random() * 1.3 * (swap ? swapTakes : putTakes)));
        await driver.killBackground(page);
        const found = await readDatabase(page);
        expect(found.count, `run ${run}`).toBe(PEOPLE);
        expect(found.entities, `run ${run}`).toEqual([found.revision]);
        expect(found.previous!.entities, `run ${run}`).toEqual([found.previous!.revision]);
        expect([found.revision, found.previous!.revision].sort(), `run ${run}`).toEqual(['2026.01.01', '2026.02.02']);
        // An edit and its entry of the journal are there together or not at all. A message that never reached the background it was
        // meant for may reach the next one, so a write may be found a run later.
        const entries = found.entries - before.entries;
        expect(found.changes - before.changes, `run ${run}`).toBe(entries);
        expect(found.note !== before.note, `run ${run}`).toBe(entries > 0);
        written += entries + (found.revision === before.revision ? 0 : 1);
        before = found;
      }
      console.log(`${driver.name}: ${written} of ${RUNS[driver.name]} written (${Math.round(swapTakes)} and ${Math.round(putTakes)} ms)`);
      // The moments were spread over the writes, not all before or after them.
      expect(written).toBeGreaterThan(RUNS[driver.name] / 20);
      expect(written).toBeLessThan(RUNS[driver.name]);
      await page.close();
    }, 600_000);
  },
);
