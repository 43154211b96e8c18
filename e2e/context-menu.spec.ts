import { expect, it } from 'vitest';
import type { Driver, Page } from './drivers/driver';
import { annotated, inEachBrowser, until } from './reader';
import { taihu } from './site/articles/taihu';
import { demoSite } from './site/site';

/** Selects the first place where a text stands. */
const select = (page: Page, text: string) =>
  page.evaluate((wanted) => {
    const walker = document.createTreeWalker(document.querySelector('#zoom')!, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const at = (walker.currentNode.nodeValue ?? '').indexOf(wanted);
      if (at < 0) continue;
      getSelection()?.setBaseAndExtent(walker.currentNode, at, walker.currentNode, at + wanted.length);
      return;
    }
    throw new Error(`${wanted} is not on the page`);
  }, text);

/** The place of the options page that opens, as the extension itself sees its tabs. */
const opened = (driver: Driver, watcher: Page, wanted: string) =>
  until(`a tab at ${wanted}`, async () => {
    const urls = await watcher.evaluate(async () => {
      interface Tabs {
        query(filter: object): Promise<{ id: number; url?: string }[]>;
        remove(id: number): Promise<void>;
      }
      const scope = globalThis as unknown as Record<'browser' | 'chrome', { tabs: Tabs }>;
      return (await (scope.browser ?? scope.chrome).tabs.query({})).map(({ url = '' }) => url);
    });
    return urls.find((url) => url.startsWith(`${driver.extensionUrl('options.html')}${wanted}`));
  });

inEachBrowser(demoSite, (desk) => {
  it('looks up what is selected, and takes it to the editor with its sentence and page', async () => {
    const { driver } = desk;
    const watcher = await driver.open(driver.extensionUrl('popup.html'));
    const page = await driver.open(taihu.url);
    await annotated(page);
    await select(page, '朱小平');
    await driver.chooseMenu(page, 'look-up');
    await opened(driver, watcher, '#/entity/person/zhu-xiaoping');
    await page.activate();
    await select(page, '嘉泽');
    await driver.chooseMenu(page, 'add:organization');
    const address = await opened(driver, watcher, '#/new/organization/');
    const editor = await driver.open(address);
    const field = (path: string) =>
      editor.evaluate((wanted) => document.querySelector<HTMLInputElement>(`[data-path="${wanted}"]`)?.value ?? null, path);
    await until('form filled in', async () => (await field('name')) === '嘉泽');
    expect(await field('note')).toMatch(/嘉泽.*2023-\d\d-\d\d.*太湖/s);
    await editor.close();
    await page.close();
    await watcher.close();
  });
});
