import { expect, it } from 'vitest';
import { seededRandom } from '../tools/seeded-random';
import type { Page } from './drivers/driver';
import { inEachBrowser, until } from './reader';
import { giveFile, pressControl, textsOf } from './toolbar';

const SEED = 20_261_125;
/** How often the page that takes a file in is closed or loaded anew amid it, its worker with it. */
const RUNS = { chromium: 24, firefox: 5 };
const PEOPLE = 100;
const AT = '2026-11-24T08:00:00.000Z';
const revision = (run: number) => `2026.01.01.${run}`;
const page = (run: number) => `http://www.wj.gov.cn/html/${run}.html`;

/** A backup with something for every kind of store: edits, saved entities, a pack, a page read. */
function backup(run: number): string {
  const people = Array.from({ length: PEOPLE }, (_, at) => ({ id: `person/import-${run}-${at}`, name: `来人${at}` }));
  const edit = ({ id, name }: { id: string; name: string }) => ({
    kind: 'created',
    v: 1,
    id,
    entity: { type: 'official', id, name, other_names: [], memberships: [] },
    sources: [],
    at: AT,
  });
  const pack = {
    format: 'longcheng-pack',
    format_version: 1,
    id: 'brought',
    title: '带来的包',
    revision: revision(run),
    licence: 'CC0-1.0',
    areas: [],
    organizations: [],
    persons: people.map(({ name }, at) => ({ id: `person/brought-${at}`, name, note: revision(run) })),
    projects: [],
    sources: [],
  };
  const about = { id: 'brought', origin: 'file', order: 1, enabled: true, digest: String(run).padStart(64, '0'), installedAt: AT };
  const stores = {
    edits: people.map(edit),
    saved: people.map(({ id, name }) => ({ entityId: id, name, type: 'official', note: '', tags: [], savedAt: AT })),
    visits: [{ page: page(run), host: 'www.wj.gov.cn', title: '某日', date: '2026-11-24', readAt: AT, times: 1 }],
    meetings: [],
    inbox: [],
    verdicts: [],
  };
  const counts = { packs: 1, ...Object.fromEntries(Object.entries(stores).map(([part, list]) => [part, list.length])) };
  const header = { format: 'longcheng-backup', format_version: 1, made_at: AT, counts, settings: { 'setting.cardSize': run } };
  return JSON.stringify({ ...header, packs: [{ ...about, contents: pack }], stores });
}

interface Found {
  /** Of what the run brings. */
  edits: number;
  saved: number;
  visits: number;
  revision: string;
  /** Revisions that the pack's entities are of, each once. */
  brought: string[];
  entries: number;
  changes: number;
}

/** What the database holds of a run's file, read at one moment, past all code of ours. */
function readDatabase(watcher: Page, run: number): Promise<Found> {
  return watcher.evaluate(
    (of, address) =>
      new Promise<Found>((resolve, reject) => {
        const opening = indexedDB.open('longcheng');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const db = opening.result;
          const tx = db.transaction(['packs', 'entities', 'edits', 'saved', 'visits', 'journal', 'journalChanges']);
          const own = IDBKeyRange.bound(`person/import-${of}-`, `person/import-${of}-~`);
          const asked = {
            edits: tx.objectStore('edits').count(own),
            saved: tx.objectStore('saved').count(own),
            visits: tx.objectStore('visits').count(address),
            pack: tx.objectStore('packs').get('brought'),
            brought: tx.objectStore('entities').getAll(IDBKeyRange.bound(['brought'], ['brought', []])),
            entries: tx.objectStore('journal').getAllKeys(),
            changes: tx.objectStore('journalChanges').count(),
          };
          tx.onerror = () => reject(tx.error);
          tx.oncomplete = () => {
            db.close();
            resolve({
              edits: asked.edits.result,
              saved: asked.saved.result,
              visits: asked.visits.result,
              revision: asked.pack.result?.revision ?? '',
              brought: [...new Set(asked.brought.result.map(({ entity }) => entity.note as string))],
              entries: asked.entries.result.length,
              changes: asked.changes.result,
            });
          };
        };
      }),
    String(run),
    page(run),
  );
}

/** The setting that a file brings, as the browser keeps it. */
const settingKept = (watcher: Page): Promise<unknown> =>
  watcher.evaluate(async () => {
    type Storage = { storage: { local: { get(key: string): Promise<Record<string, unknown>> } } };
    const scope = globalThis as unknown as Record<'browser' | 'chrome', Storage>;
    return (await (scope.browser ?? scope.chrome).storage.local.get('setting.cardSize'))['setting.cardSize'];
  });

inEachBrowser(
  () => undefined,
  (desk) => {
    it('takes a file in wholly or not at all, wherever the page is closed amid it', async () => {
      const { driver } = desk;
      const random = seededRandom(SEED);
      const watcher = await driver.open(`${driver.extensionUrl('options.html')}#/about`);
      const begin = () => driver.open(`${driver.extensionUrl('options.html')}#/transfer`);
      let importer = await begin();
      const preview = async (run: number) => {
        await giveFile(importer, 'backup.json', backup(run));
        await until('preview', async () => (await textsOf(importer, '.import-preview .primary')).length > 0, 30);
        expect(await textsOf(importer, '.problems')).toEqual([]);
      };
      await preview(0);
      const start = performance.now();
      await pressControl(importer, '.import-preview .primary');
      await until('taken in', async () => (await textsOf(importer, '[role=status] .link')).length > 0, 30);
      const takes = performance.now() - start;
      let written = 0;
      let before = await readDatabase(watcher, 0);
      for (let run = 1; run <= RUNS[driver.name]; run++) {
        await preview(run);
        await pressControl(importer, '.import-preview .primary');
        await new Promise((resolve) => setTimeout(resolve, random() * takes));
        if (run % 2 === 0) await importer.reload();
        else {
          await importer.close();
          importer = await begin();
        }
        const found = await readDatabase(watcher, run);
        const isIn = found.edits > 0;
        expect(found, `run ${run}`).toEqual({
          edits: isIn ? PEOPLE : 0,
          saved: isIn ? PEOPLE : 0,
          visits: isIn ? 1 : 0,
          revision: isIn ? revision(run) : before.revision,
          brought: [found.revision],
          entries: before.entries + (isIn ? 1 : 0),
          changes: before.changes + (isIn ? PEOPLE : 0),
        });
        if (isIn) written++;
        before = found;
      }
      console.log(`${driver.name}: ${written} of ${RUNS[driver.name]} files taken in (${Math.round(takes)} ms)`);
      expect(written).toBeGreaterThan(0);
      expect(written).toBeLessThan(RUNS[driver.name]);
      const earlier = await settingKept(watcher);
      const last = RUNS[driver.name] + 1;
      await preview(last);
      await pressControl(importer, '.import-preview .primary');
      await until('its settings', async () => (await settingKept(watcher)) === last, 30);
      await until('taken in', async () => (await textsOf(importer, '[role=status] .link')).length > 0, 30);
      await pressControl(importer, '[role=status] .link');
      await until('the settings there were', async () => (await settingKept(watcher)) === earlier, 30);
      expect(await readDatabase(watcher, last)).toMatchObject({ edits: 0, saved: 0, visits: 0, revision: before.revision });
      await importer.close();
      await watcher.close();
    }, 300_000);
  },
);
