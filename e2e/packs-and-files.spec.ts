import { expect, it } from 'vitest';
import { ask } from './background';
import type { Page } from './drivers/driver';
import { inEachBrowser, until } from './reader';
import type { Site } from './server';
import { clickControl, giveFile, pressControl, textsOf, typeInto } from './toolbar';
import { violations } from './violations';

const ADDRESS = 'http://localhost/henglin.json';

/** What the address gives; changed by the tests as its publisher would. */
let published: string;
const site: Site = (url) => (url.href === ADDRESS ? { body: published, type: 'application/json' } : undefined);

const pack = (revision: string, note: string, more: object[] = []) =>
  JSON.stringify({
    format: 'longcheng-pack',
    format_version: 1,
    id: 'henglin',
    title: '横林镇补充资料',
    revision,
    licence: 'CC0-1.0',
    areas: [],
    organizations: [],
    persons: [{ id: 'person/henglin-1', name: '横林人', note }, ...more],
    projects: [],
    sources: [],
  });

/** What the page hands to the browser's downloads at the press of a button. */
async function saved(page: Page, selector: string): Promise<string> {
  await page.evaluate(() => {
    const scope = globalThis as unknown as { savedBlob?: Blob };
    URL.createObjectURL = (blob) => {
      scope.savedBlob = blob as Blob;
      return 'data:,';
    };
    // Kept from the browser's downloads.
    HTMLAnchorElement.prototype.click = () => undefined;
  });
  await pressControl(page, selector);
  return until('saved file', () =>
    page.evaluate(async () => (await (globalThis as unknown as { savedBlob?: Blob }).savedBlob?.text()) ?? null),
  );
}

const noteOf = async (page: Page, id: string) =>
  (await ask<{ entity: { note?: string } } | null>(page, 'entities.get', { id }))?.entity.note;
const text = async (page: Page) => (await textsOf(page, 'main')).join('');
/** Waits for a text in either language: Firefox's follows the machine. */
const says = (page: Page, ...wanted: string[]) =>
  until(
    wanted[0]!,
    async () => {
      const shown = await text(page);
      return wanted.some((one) => shown.includes(one));
    },
    30,
  );

inEachBrowser(site, (desk) => {
  const open = (route: string) => desk.driver.open(`${desk.driver.extensionUrl('options.html')}#/${route}`);

  it('shows what a table would change, takes it in and takes it back', async () => {
    const page = await open('transfer');
    await giveFile(
      page,
      'list.csv',
      'type,id,name,note\r\nofficial,person/zhu-xiaoping,朱小平,表格备注\r\nofficial,,新来的,\r\nofficial,person/x,,\r\n',
    );
    await says(page, '第 4 行', 'Line 4');
    expect(await violations(page)).toEqual([]);
    expect(await noteOf(page, 'person/zhu-xiaoping')).not.toBe('表格备注');
    await pressControl(page, '.import-preview .primary');
    await says(page, '已导入 2 条', '2 taken in');
    expect(await noteOf(page, 'person/zhu-xiaoping')).toBe('表格备注');
    await pressControl(page, '[role=status] .link');
    await says(page, '已撤销导入', 'was taken back');
    expect(await noteOf(page, 'person/zhu-xiaoping')).not.toBe('表格备注');
    await giveFile(page, 'broken.json', '{"format":"longcheng-backup"');
    await says(page, '不是完整的 JSON', 'Not complete JSON');
    expect(page.errors).toEqual([]);
    await page.close();
  });

  it('subscribes to an address, shows an update with a conflict, and settles it as chosen', async () => {
    published = pack('2026.01.01', '第一版');
    await desk.driver.allowHost('localhost');
    const page = await open('packs');
    await until('packs', async () => (await textsOf(page, '.pack')).length > 0);
    await typeInto(page, '#pack-url', ADDRESS);
    await clickControl(page, '.pack-address [type=submit]');
    await says(page, '2026.01.01');
    await pressControl(page, '.pack-preview .primary');
    await until('installed', async () => (await textsOf(page, '.pack h2')).includes('横林镇补充资料'));
    expect(await noteOf(page, 'person/henglin-1')).toBe('第一版');
    const { entity } = await ask<{ entity: object }>(page, 'entities.get', { id: 'person/henglin-1' });
    await ask(page, 'entities.put', { entity: { ...entity, note: '我的' }, sources: [] });
    published = pack('2026.02.01', '第二版', [{ id: 'person/henglin-2', name: '新来者' }]);
    await pressControl(page, '.pack:first-child .pack-actions button');
    await pressControl(page, '.pack:first-child .notice a');
    await says(page, '保留我的：我的', 'Keep mine: 我的');
    expect(await violations(page)).toEqual([]);
    expect(await noteOf(page, 'person/henglin-2')).toBeUndefined();
    await pressControl(page, '.outcomes label:last-child input');
    await pressControl(page, '.pack-preview .primary');
    await until('updated', async () => (await text(page)).includes('2026.02.01'));
    expect(await noteOf(page, 'person/henglin-1')).toBe('第二版');
    published = '<!doctype html>';
    await pressControl(page, '.pack:first-child .pack-actions button');
    await says(page, '那里不是资料包', 'is no pack');
    expect(await noteOf(page, 'person/henglin-1')).toBe('第二版');
    await page.close();
  });

  it('brings everything back from a backup after everything was cleared', async () => {
    const page = await open('transfer');
    const { entity } = await ask<{ entity: object }>(page, 'entities.get', { id: 'person/zhu-xiaoping' });
    await ask(page, 'entities.put', { entity: { ...entity, note: '留下的备注' }, sources: [] });
    await ask(page, 'saved.put', { entityId: 'person/zhu-xiaoping', note: '旧友' });
    const backup = await saved(page, '.exports li:nth-child(1) button');
    await page.evaluate(
      () =>
        new Promise<void>((resolve, reject) => {
          const request = indexedDB.deleteDatabase('longcheng');
          request.onsuccess = () => resolve();
          request.onerror = () => reject(request.error);
        }),
    );
    await desk.driver.stopBackground();
    await page.reload();
    expect(await noteOf(page, 'person/zhu-xiaoping')).not.toBe('留下的备注');
    await giveFile(page, 'backup.json', backup);
    await until('preview', async () => (await textsOf(page, '.import-preview .primary')).length > 0, 30);
    await pressControl(page, '.import-preview .primary');
    await says(page, '已导入', 'taken in');
    expect(await noteOf(page, 'person/zhu-xiaoping')).toBe('留下的备注');
    expect(await ask<object[]>(page, 'saved.list')).toMatchObject([{ entityId: 'person/zhu-xiaoping', note: '旧友' }]);
    expect(JSON.parse(await saved(page, '.exports li:nth-child(1) button')).stores).toEqual(JSON.parse(backup).stores);
    await page.close();
  });
});
