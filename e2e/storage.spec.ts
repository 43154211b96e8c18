import { expect, it } from 'vitest';
import { ask } from './background';
import type { Page } from './drivers/driver';
import { annotated, hoverCard, inEachBrowser, until } from './reader';
import { network } from './site/articles/network';
import { taihu } from './site/articles/taihu';
import { demoSite } from './site/site';
import { giveFile, pressControl, textsOf, typeInto } from './toolbar';

const SAVE = '.editor footer [type=submit]';
const RUN = '.import-preview .primary';
const HEAD = 'type,id,name,memberships,note';
const table = (prefix: string, count: number) =>
  [HEAD, ...Array.from({ length: count }, (_, at) => `official,person/${prefix}-${at},来人${at},,备注${at}`)].join('\r\n');

const noteOf = async (page: Page, id: string) =>
  (await ask<{ entity: { note?: string } } | null>(page, 'entities.get', { id }))?.entity.note;
const ids = (page: Page, query: string) => ask<string[]>(page, 'entities.ids', { query });

/** Everything that the reader keeps, as it lies in the database. */
const everythingKept = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<string>((resolve, reject) => {
        const opening = indexedDB.open('longcheng');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const db = opening.result;
          const names = ['edits', 'saved', 'journal', 'journalChanges', 'visits', 'meetings'];
          const tx = db.transaction(names);
          const found = names.map((name) => tx.objectStore(name).getAll());
          tx.onerror = () => reject(tx.error);
          tx.oncomplete = () => {
            db.close();
            resolve(JSON.stringify(found.map(({ result }) => result)));
          };
        };
      }),
  );

inEachBrowser(
  demoSite,
  (desk) => {
    const open = (route: string) => desk.driver.open(`${desk.driver.extensionUrl('options.html')}#/${route}`);

    it('keeps what two tabs and two pages of the extension write at one moment', async () => {
      const { driver } = desk;
      const [editor, importer] = [await open('entity/person/zhu-xiaoping'), await open('transfer')];
      await typeInto(editor, '[data-path=note]', '同时写下');
      await giveFile(importer, 'list.csv', table('at-once', 400));
      await until('preview', async () => (await textsOf(importer, RUN)).length > 0, 30);
      const tabs: Page[] = [];
      for (const [article, name] of [
        [taihu, '吴震宇'],
        [network, '盛蕾'],
      ] as const) {
        const tab = await driver.open(article.url);
        await annotated(tab);
        await hoverCard(tab, name, name);
        tabs.push(tab);
      }
      const star = (tab: Page) => tab.inCard((root) => root.querySelector<HTMLElement>('button[aria-pressed="false"]')?.click());
      await Promise.all([pressControl(importer, RUN), ...tabs.map(star), pressControl(editor, SAVE)]);
      await until('taken in', async () => (await textsOf(importer, '[role=status] .link')).length > 0, 30);
      await until('all saved', async () => (await ask<{ name: string }[]>(editor, 'saved.list')).length === 2);
      expect((await ask<{ name: string }[]>(editor, 'saved.list')).map(({ name }) => name).sort()).toEqual(['吴震宇', '盛蕾']);
      await until('edited', async () => (await noteOf(editor, 'person/zhu-xiaoping')) === '同时写下');
      expect(await ids(editor, '来人')).toHaveLength(400);
      expect(await ask<{ kind: string; count: number }[]>(editor, 'journal.list', { limit: 10 })).toMatchObject(
        expect.arrayContaining([
          expect.objectContaining({ kind: 'edit', count: 1 }),
          expect.objectContaining({ kind: 'import', count: 400 }),
        ]),
      );
      for (const page of [...tabs, importer, editor]) await page.close();
    });

    it('says that the disk is full, and loses nothing by it', async () => {
      const editor = await open('entity/person/zhu-xiaoping');
      await typeInto(editor, '[data-path=note]', '写不下了');
      const before = await everythingKept(editor);
      const makeRoom = await desk.driver.fillStorage(editor);
      await pressControl(editor, SAVE);
      const told = await until('failure', async () => (await textsOf(editor, '.editor footer .failure'))[0]);
      const importer = await open('transfer');
      await giveFile(importer, 'list.csv', table('too-much', 3000));
      await until('preview', async () => (await textsOf(importer, RUN)).length > 0, 30);
      await pressControl(importer, RUN);
      const toldOfFile = await until('failure', async () => (await textsOf(importer, '[role=alert]'))[0], 30);
      expect([told, toldOfFile]).toEqual([expect.stringMatching(FULL), expect.stringMatching(FULL)]);
      expect(await everythingKept(editor)).toBe(before);
      // What was written still stands in the form, and is kept once there is room.
      await makeRoom();
      await pressControl(editor, SAVE);
      await until('kept', async () => (await noteOf(editor, 'person/zhu-xiaoping')) === '写不下了');
      await importer.close();
      await editor.close();
    });
  },
  { limited: true },
);

/** In either language: Firefox's follows the machine. */
const FULL = /存储空间不足|Not enough storage/;
