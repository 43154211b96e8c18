import { expect, it } from 'vitest';
import type { Driver, Page } from './drivers/driver';
import { annotated, closeCard, highlightedTexts, hoverCard, inEachBrowser, until } from './reader';
import { alliance } from './site/articles/alliance';
import { taihu } from './site/articles/taihu';
import { demoSite } from './site/site';
import { choose, pressControl, textsOf, typeInto } from './toolbar';

const ROW = '.table-row';
const SEARCH = 'input[type=search]';
const NOTE = '[data-path=note]';
const SAVE = '.editor footer [type=submit]';
const DELETE = '.editor footer .danger';
/** Of an entity that was changed or hidden, the first button takes that back. */
const RESTORE = '.editor footer [type=button]:not(.danger)';

const openOptions = (driver: Driver, route: string) => driver.open(`${driver.extensionUrl('options.html')}#/${route}`);

const fieldValue = (page: Page, selector: string) =>
  page.evaluate((wanted) => document.querySelector<HTMLTextAreaElement>(wanted)?.value ?? null, selector);

async function rowsFor(options: Page, query: string, wanted: (rows: string[]) => boolean): Promise<string[]> {
  await typeInto(options, SEARCH, query);
  return until(`rows for ${query}`, async () => {
    const rows = await textsOf(options, ROW);
    return wanted(rows) && rows;
  });
}

const outcome = (options: Page) => textsOf(options, '.editor footer .outcome').then((texts) => texts.join(''));

inEachBrowser(demoSite, (desk) => {
  it('finds an entity by name and narrows the list by type', async () => {
    const options = await openOptions(desk.driver, '');
    const all = await rowsFor(options, '水利局', (rows) => rows.some((row) => row.includes('常州市武进区水利局')));
    expect(all.every((row) => row !== '')).toBe(true);
    await choose(options, '.filters select', 'official');
    await until('no body left', async () => (await textsOf(options, ROW)).every((row) => !row.includes('常州市武进区水利局')));
    await rowsFor(options, '朱小平', (rows) => rows.some((row) => row.includes('朱小平')));
    expect(options.errors).toEqual([]);
    await options.close();
  });

  it('keeps a change over a killed background, and takes it back', async () => {
    const options = await openOptions(desk.driver, 'entity/person/zhu-xiaoping');
    await until('editor', async () => (await fieldValue(options, NOTE)) !== null);
    const before = await fieldValue(options, NOTE);
    await typeInto(options, NOTE, '读者的备注');
    await pressControl(options, SAVE);
    await until('stored', async () => (await outcome(options)) !== '');
    await desk.driver.stopBackground();
    await options.reload();
    await until('note kept', async () => (await fieldValue(options, NOTE)) === '读者的备注');
    await pressControl(options, RESTORE);
    await until('note as in the pack', async () => (await fieldValue(options, NOTE)) === before);
    await options.close();
  });

  it('shows a body of the reader’s own on the page, until it is deleted', async () => {
    const name = '麦杂顶浜护河志愿队';
    const options = await openOptions(desk.driver, 'new/organization');
    await typeInto(options, '[data-path=name]', name);
    await choose(options, '[data-path=classification]', 'association');
    await pressControl(options, SAVE);
    await until('stored', async () => (await options.evaluate(() => location.hash)).startsWith('#/entity/org/'));
    const page = await desk.driver.open(taihu.url);
    await annotated(page);
    await page.evaluate((text) => {
      const late = document.createElement('p');
      late.textContent = `当天,${text}也来到现场。`;
      document.querySelector('#zoom')?.append(late);
    }, name);
    await until('own body marked', async () => (await highlightedTexts(page))['longcheng-organization']?.includes(name));
    expect(await hoverCard(page, name, name)).toContain(name);
    await closeCard(page);
    await options.activate();
    await pressControl(options, DELETE);
    await rowsFor(options, name, (rows) => rows.length === 0);
    await page.activate();
    await until('mark taken off', async () => !(await highlightedTexts(page))['longcheng-organization']?.includes(name));
    await page.close();
    await options.close();
  });

  it('hides a body of the pack, and shows it again', async () => {
    const name = '智能制造龙城实验室';
    const isIndexed = async (page: Page) => (await highlightedTexts(page))['longcheng-organization']?.includes(name) ?? false;
    const options = await openOptions(desk.driver, 'entity/org/longcheng-lab');
    const page = await desk.driver.open(alliance.url);
    await until('indexed', () => isIndexed(page));
    await options.activate();
    await pressControl(options, DELETE);
    await page.activate();
    await until('no longer indexed', async () => !(await isIndexed(page)));
    await options.activate();
    await options.evaluate(() => {
      location.hash = '#/entity/org/longcheng-lab';
    });
    await pressControl(options, RESTORE);
    await page.activate();
    await until('indexed again', () => isIndexed(page));
    await page.close();
    await options.close();
  });
});
