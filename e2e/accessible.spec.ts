import { expect, it } from 'vitest';
import { annotated, inEachBrowser, until } from './reader';
import { taihu } from './site/articles/taihu';
import { demoSite } from './site/site';
import { openPanel, openPopup, pressControl, textsOf } from './toolbar';
import { violations } from './violations';

inEachBrowser(demoSite, (desk) => {
  it('finds no fault in the popup', async () => {
    const page = await desk.driver.open(taihu.url);
    await annotated(page);
    const popup = await openPopup(desk.driver, page);
    await pressControl(popup, '[role=tab][data-key=page]');
    await until('rows', async () => (await textsOf(popup, '.entity-row')).length > 0);
    expect(await violations(popup)).toEqual([]);
    await popup.close();
    await page.close();
  });

  it('finds no fault in the side panel, with a mention stepped to', async () => {
    const page = await desk.driver.open(taihu.url);
    await annotated(page);
    const panel = await openPanel(desk.driver, page);
    await pressControl(panel, '.member .main');
    await until('step', async () => (await textsOf(panel, '.steps')).length > 0);
    await panel.activate();
    expect(await violations(panel)).toEqual([]);
    await panel.close();
    await page.close();
  });

  it('finds no fault in the options page, with an entity open in the editor', async () => {
    const options = await desk.driver.open(`${desk.driver.extensionUrl('options.html')}#/entity/person/zhu-xiaoping`);
    await until('editor', async () => (await textsOf(options, '.editor footer')).length > 0);
    await until('rows', async () => (await textsOf(options, '.table-row')).some((row) => row !== ''));
    expect(await violations(options)).toEqual([]);
    await options.close();
  });
});
