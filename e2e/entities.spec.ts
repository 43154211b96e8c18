import { expect, it } from 'vitest';
import type { Driver, Page } from './drivers/driver';
import { inEachBrowser, until } from './reader';
import { demoSite } from './site/site';
import { pressControl, textsOf, typeInto } from './toolbar';

const ROW = '.table-row';
const NOTICE = '.change-notice';
/** Of an entity that was changed, the first button takes that back. */
const RESTORE = '.editor footer [type=button]:not(.danger)';
const TOTAL = '.filters .total';

const open = (driver: Driver, route: string) => driver.open(`${driver.extensionUrl('options.html')}#/${route}`);
const textOf = async (page: Page, selector: string) => (await textsOf(page, selector)).join(' ');

const rowsWith = (options: Page, ...names: string[]) =>
  until(`rows with ${names}`, async () => {
    const rows = await textsOf(options, ROW);
    return names.every((name) => rows.some((row) => row.includes(name))) && rows;
  });

/** Presses a key on the first row of the table. */
const keyOnRow = (options: Page, key: string, modifiers: { ctrlKey?: boolean; shiftKey?: boolean } = {}) =>
  options.evaluate(
    (pressed, held) => {
      const focused = document.activeElement?.closest('.table-row') ?? document.querySelector<HTMLElement>('.table-row');
      (focused as HTMLElement).focus();
      focused!.dispatchEvent(new KeyboardEvent('keydown', { key: pressed, bubbles: true, cancelable: true, ...held }));
    },
    key,
    modifiers,
  );

inEachBrowser(demoSite, (desk) => {
  it('finds by pinyin, deletes several as one by keys, and takes that back', async () => {
    const options = await open(desk.driver, '');
    await typeInto(options, 'input[type=search]', 'zxp');
    await rowsWith(options, '朱小平');
    await typeInto(options, 'input[type=search]', 'wujinqushuiliju');
    const [first = ''] = await rowsWith(options, '常州市武进区水利局');
    await typeInto(options, 'input[type=search]', 'shuili');
    // The one row of the search before would pass for the new answer, and its count for the new count.
    await until('more than the search before', async () => (await rowsWith(options, '水利')).length > 1);
    const before = await textOf(options, TOTAL);
    await keyOnRow(options, ' ');
    await keyOnRow(options, 'ArrowDown', { shiftKey: true });
    await until('two selected', async () => (await textsOf(options, `${ROW}[aria-selected=true]`)).length === 2);
    await keyOnRow(options, 'Delete');
    await until('deleted', async () => (await textOf(options, NOTICE)) !== '' && (await textOf(options, TOTAL)) !== before);
    await pressControl(options, `${NOTICE} .link`);
    await until('back', async () => (await textOf(options, TOTAL)) === before);
    expect(first).not.toBe('');
    expect(options.errors).toEqual([]);
    await options.close();
  });

  it('warns of a name that is taken, takes back one field of two, and tells what was done', async () => {
    const options = await open(desk.driver, 'entity/person/zhu-xiaoping');
    await typeInto(options, '[data-path=note]', '读者的备注');
    await typeInto(options, '[data-path=disambiguation]', '武进区委原副书记');
    await pressControl(options, '.editor footer [type=submit]');
    await until('compared', async () => (await textsOf(options, '.compare li')).length === 2);
    const fields = await textsOf(options, '.compare li');
    await pressControl(options, `.compare li:nth-child(${fields.findIndex((field) => field.includes('读者的备注')) + 1}) button`);
    await until('one field back', async () => (await textsOf(options, '.compare li')).length === 1);
    expect(await textOf(options, '.compare')).toContain('武进区委原副书记');
    await until('history', async () => (await textsOf(options, '.past li')).length === 2);
    expect((await textsOf(options, '.past li'))[0]).toContain('读者的备注');
    await pressControl(options, '.past li:first-child button');
    await until('that undone', async () => (await textsOf(options, '.compare li')).length === 2);
    await pressControl(options, RESTORE);
    await until('as in the pack', async () => (await textsOf(options, '.compare')).length === 0);
    await typeInto(options, '[data-path=name]', '陈金虎');
    await until('warned', async () => (await textOf(options, '.warnings')).includes('陈金虎'));
    // In those months somebody else headed the government: said beside the post, and no hindrance.
    await typeInto(options, '[data-path="memberships.0.role"]', '区长');
    await until('seat taken', async () => (await textOf(options, '.item .warnings a')) !== '');
    await typeInto(options, '[data-path="memberships.0.seen.0.date"]', '2024-12-31');
    await until('seen too late', async () => (await textOf(options, '.item .item .warnings')).includes('2024-12-31'));
    expect(await textOf(options, '.editor .problem')).toBe('');
    expect(options.errors).toEqual([]);
    await options.close();
  });

  it('deletes everything there is as one, and takes that back', async () => {
    const options = await open(desk.driver, '');
    await rowsWith(options, '');
    const before = await textOf(options, TOTAL);
    await keyOnRow(options, 'a', { ctrlKey: true });
    await until('all selected', async () => (await textOf(options, '.bulk-bar strong')).includes(/[\d,]+/.exec(before)![0]), 30);
    await keyOnRow(options, 'Delete');
    await until('nothing left', async () => (await textsOf(options, ROW)).length === 0 && (await textOf(options, NOTICE)) !== '', 30);
    await pressControl(options, `${NOTICE} .link`);
    await until('all back', async () => (await textOf(options, TOTAL)) === before && (await textsOf(options, ROW)).length > 0, 30);
    expect(options.errors).toEqual([]);
    await options.close();
  });
});
