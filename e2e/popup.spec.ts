import { expect, it } from 'vitest';
import { annotated, closeCard, highlightedTexts, hoverCard, inEachBrowser, until } from './reader';
import { taihu } from './site/articles/taihu';
import { demoSite } from './site/site';
import { openPopup, pressControl, saveFromCard, textsOf, typeInto } from './toolbar';

const SAVED = '[role=tab][data-key=saved]';
const ON_PAGE = '[role=tab][data-key=page]';
const ROW = '.entity-row';

inEachBrowser(demoSite, (desk) => {
  it('keeps what was saved in a card, and lets it go again', async () => {
    const page = await desk.driver.open(taihu.url);
    await annotated(page);
    await hoverCard(page, '朱小平', '朱小平');
    await saveFromCard(page);
    await closeCard(page);
    const popup = await openPopup(desk.driver, page);
    await pressControl(popup, SAVED);
    await until('saved row', async () => (await textsOf(popup, ROW)).some((row) => row.includes('朱小平')));
    await pressControl(popup, `${ROW} button[aria-pressed=true]`);
    await until('row gone', async () => (await textsOf(popup, ROW)).length === 0);
    await popup.close();
    await page.close();
  });

  it('lists what the page mentions with counts, and scrolls to the next mention', async () => {
    const page = await desk.driver.open(taihu.url);
    const texts = await annotated(page);
    const times = Object.values(texts)
      .flat()
      .filter((text) => text === '吴震宇').length;
    const popup = await openPopup(desk.driver, page);
    await pressControl(popup, ON_PAGE);
    const rows = await until('rows', async () => {
      const shown = await textsOf(popup, ROW);
      return shown.some((row) => row.includes('吴震宇')) && shown;
    });
    expect(rows.find((row) => row.includes('吴震宇'))).toMatch(new RegExp(`(^|\\D)${times}(\\D|$)`));
    await page.evaluate(() => {
      document.body.style.paddingBottom = '4000px';
      scrollTo({ top: document.documentElement.scrollHeight, behavior: 'instant' });
    });
    await until('popup row pressed', () =>
      popup.evaluate(() => {
        const row = [...document.querySelectorAll('.entity-row')].find((element) => element.textContent?.includes('吴震宇'));
        row?.querySelector<HTMLElement>('.main')?.click();
        return row !== undefined;
      }),
    );
    await page.activate();
    await until('scrolled up', () => page.evaluate(() => scrollY + innerHeight < document.documentElement.scrollHeight));
    await popup.close();
    await page.close();
  });

  it('searches the whole index', async () => {
    const page = await desk.driver.open(taihu.url);
    await annotated(page);
    const popup = await openPopup(desk.driver, page);
    await typeInto(popup, 'input', '智能制造龙城');
    await until('found', async () => (await textsOf(popup, ROW)).some((row) => row.includes('智能制造龙城实验室')));
    await popup.close();
    await page.close();
  });

  it('is worked by the keyboard alone: find, save, note, open', async () => {
    const page = await desk.driver.open(taihu.url);
    await annotated(page);
    const popup = await openPopup(desk.driver, page);
    const focused = () => popup.evaluate(() => document.activeElement?.textContent ?? '');
    await popup.press('/');
    for (const letter of 'znzzlcsys') await popup.press(letter);
    await until('found', async () => (await textsOf(popup, ROW)).some((row) => row.includes('智能制造龙城实验室')));
    await popup.press('ArrowDown');
    await until('row focused', async () => (await focused()).includes('智能制造龙城实验室'));
    await popup.press('ArrowRight');
    await popup.press('Enter');
    await until('saved', () => popup.evaluate(() => document.querySelector('.entity-row [aria-pressed=true]') !== null));
    await popup.press('/');
    await popup.press('Escape');
    await popup.evaluate(() => {
      const field = document.querySelector<HTMLInputElement>('[type=search]');
      if (field && field.value !== '') throw new Error('Escape did not empty the search');
    });
    await until('saved list', async () => (await textsOf(popup, ROW)).length === 1);
    await popup.press('ArrowDown');
    await popup.press('e');
    await until('note field', () => popup.evaluate(() => document.activeElement?.tagName === 'INPUT'));
    await popup.press('x');
    await popup.press('Enter');
    await until('note kept', async () => (await textsOf(popup, ROW)).some((row) => row.includes('x ·')));
    await until('row focused again', async () => (await focused()).includes('智能制造龙城实验室'));
    await popup.press('Delete');
    await until('let go', async () => (await textsOf(popup, ROW)).length === 0);
    await popup.close();
    await page.close();
  });

  it('takes everything off a site that is switched off, and puts it back', async () => {
    const page = await desk.driver.open(taihu.url);
    const before = await annotated(page);
    const popup = await openPopup(desk.driver, page);
    // First: the popup looks anew at whichever tab is active.
    await page.activate();
    await pressControl(popup, '[role=switch]');
    await until('page as it was', async () => {
      const left = await page.evaluate(() => document.querySelector('longcheng-card') === null);
      return left && Object.keys(await highlightedTexts(page)).length === 0;
    });
    await page.reload();
    expect(Object.keys(await highlightedTexts(page))).toEqual([]);
    await pressControl(popup, '[role=switch][aria-checked=false]');
    expect(await annotated(page)).toEqual(before);
    await popup.close();
    await page.close();
  });
});
