import { expect, it } from 'vitest';
import { annotated, inEachBrowser, until } from './reader';
import { taihu } from './site/articles/taihu';
import { demoSite } from './site/site';
import { openPanel, openPopup, pressControl, textsOf } from './toolbar';
import { violations } from './violations';

/** Every page of the options, and what of it shows that it is there. */
const PLACES = [
  ['', '.table-row'],
  ['entity/org/longcheng-lab', '.editor footer'],
  ['entity/project/taihu-1-8', '.editor footer'],
  ['new/official', '.editor footer'],
  ['entity/person/zhu-xiaoping/history', 'h1'],
  ['inbox', 'h1'],
  ['changes', 'h1'],
  ['history', '.empty'],
  ['packs', '.pack'],
  ['transfer', 'h1'],
  ['appearance', 'button'],
  ['sites', 'li'],
  ['sync', 'h1'],
  ['storage', 'dl'],
  ['about', 'h1'],
] as const;

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

  it('finds no fault on any page of the options, nor in its dark colours', async () => {
    const options = await desk.driver.open(`${desk.driver.extensionUrl('options.html')}#/`);
    await options.activate();
    // It reads the same tree in both, in one of them slowly.
    for (const [route, shown] of desk.driver.name === 'chromium' ? PLACES : PLACES.slice(0, 3)) {
      await options.evaluate((hash) => {
        location.hash = hash;
      }, `#/${route}`);
      await until(route, async () => (await textsOf(options, `main ${shown}`)).some((text) => text !== ''));
      await options.emulate('screen');
      await until('at rest', () => options.evaluate(() => document.getAnimations().length === 0));
      expect(await violations(options), route).toEqual([]);
      await options.emulate('dark');
      // Some colours fade into the others.
      await until('at rest', () => options.evaluate(() => document.getAnimations().length === 0));
      expect(await violations(options, 'color-contrast'), `${route}, dark`).toEqual([]);
    }
    await options.close();
  }, 180_000);
});
