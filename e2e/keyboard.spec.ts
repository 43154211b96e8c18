import { expect, it } from 'vitest';
import type { Page } from './drivers/driver';
import { annotated, cardText, highlightedTexts, inEachBrowser, until } from './reader';
import type { Site } from './server';
import { openPanel, textsOf } from './toolbar';

const ADDRESS = 'http://www.wj.gov.cn/html/czwj/2023/CNJQKLMB_1028/4.html';

// A page with keys of its own, of which none may be missed or taken twice.
const BODY = `<p>副区长吴震宇来到嘉泽镇。</p><p style="display: none">副区长朱小平</p>
<div style="height: 2000px"></div><p id="far">副区长朱小平参加。</p><button id="own">自己的按钮</button>
<iframe srcdoc="<p>副区长吴震宇。</p>"></iframe>
<script>globalThis.heard = []; addEventListener('keydown', (event) => heard.push(event.key), true);</script>`;

const site: Site = (url) =>
  url.href === ADDRESS
    ? { body: `<!DOCTYPE html><html lang="zh-CN"><meta charset="utf-8"><title>督查</title><body>${BODY}</body></html>` }
    : undefined;

/** The text under the keyboard's mark, in the page or in its frame. */
const marked = (page: Page) =>
  page.evaluate(() => {
    for (const scope of [globalThis, frames[0]] as (typeof globalThis)[]) {
      for (const [name, ranges] of scope.CSS.highlights as unknown as Iterable<[string, Iterable<AbstractRange>]>) {
        if (!name.endsWith('longcheng-focus')) continue;
        for (const { startContainer, startOffset, endOffset } of ranges) {
          return `${scope === globalThis ? '' : 'frame:'}${(startContainer as Text).data.slice(startOffset, endOffset)}`;
        }
      }
    }
    return null;
  });

const said = (page: Page) => page.inNotice((root) => root.querySelector('[role=status]')?.textContent ?? '');

inEachBrowser(site, (desk) => {
  const open = async () => {
    const page = await desk.driver.open(ADDRESS);
    await annotated(page);
    await until('frame', () => page.evaluate(() => (frames[0] as unknown as typeof globalThis).CSS.highlights.size > 0));
    return page;
  };
  const press = async (page: Page, command: string, text: string) => {
    await desk.driver.command(command);
    await until(`${command}: ${text}`, async () => (await marked(page)) === text);
  };

  it('goes from mention to mention, through frames and round again, past what is hidden', async () => {
    const page = await open();
    await press(page, 'next-mention', '吴震宇');
    await until('said', async () => /吴震宇.*1.*2/.test((await said(page)) ?? ''));
    await press(page, 'next-mention', '朱小平');
    expect(await page.evaluate(() => document.getElementById('far')!.getBoundingClientRect().top < innerHeight)).toBe(true);
    await press(page, 'next-mention', 'frame:吴震宇');
    await press(page, 'next-mention', '吴震宇');
    await press(page, 'previous-mention', 'frame:吴震宇');
    await press(page, 'previous-mention', '朱小平');
    expect(await page.evaluate(() => (globalThis as unknown as { heard: string[] }).heard)).toEqual([]);
    expect(page.errors).toEqual([]);
    await page.close();
  });

  it('opens the card at the mark with the focus in it, and gives the focus back', async () => {
    const page = await open();
    await page.evaluate(() => document.getElementById('own')!.focus({ preventScroll: true }));
    await press(page, 'next-mention', '吴震宇');
    await desk.driver.command('open-mention');
    await until('card', async () => (await cardText(page))?.includes('吴震宇'));
    await until('focus in the card', () => page.evaluate(() => document.activeElement?.localName === 'longcheng-card'));
    await page.press('Tab');
    await page.press('Escape');
    await until('card closed', async () => (await cardText(page)) === null);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('own');
    expect(await marked(page)).toBe('吴震宇');
    await desk.driver.command('open-mention');
    await until('focus in the card again', () => page.evaluate(() => document.activeElement?.localName === 'longcheng-card'));
    // What has the focus in the card may go, as a button does that was pressed: nothing has it then.
    await page.inCard((root) => (root.activeElement as HTMLElement).blur());
    await page.press('Escape');
    await until('card closed again', async () => (await cardText(page)) === null);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('own');
    // The mark follows its text, and goes when the pointer is used elsewhere.
    await page.evaluate(() => document.body.prepend(document.createElement('hr')));
    expect(await marked(page)).toBe('吴震宇');
    await page.click(600, 5);
    await until('mark gone', async () => (await marked(page)) === null);
    await page.close();
  });

  it('carries a whole reading: on to another name from the card and back, saved, noted, closed, found in the panel', async () => {
    const page = await open();
    const inCard = (selector: string) => page.inCard((root, wanted) => root.activeElement?.matches(wanted) ?? false, selector);
    const tabTo = async (selector: string) => {
      for (let presses = 0; presses < 40 && !(await inCard(selector)); presses++) await page.press('Tab');
      expect(await inCard(selector), `${selector} reached`).toBe(true);
    };
    const title = () => page.inCard((root) => root.querySelector('h2')?.textContent ?? '');
    await page.evaluate(() => document.getElementById('own')!.focus({ preventScroll: true }));
    await press(page, 'next-mention', '吴震宇');
    await press(page, 'next-mention', '朱小平');
    await press(page, 'previous-mention', '吴震宇');
    await desk.driver.command('open-mention');
    await until('facts', () => page.inCard((root) => root.querySelector('.body .link[lang=zh-CN]') !== null));
    await tabTo('.body .link[lang=zh-CN]');
    await page.press('Enter');
    await until('the body it names', async () => (await title())?.includes('武进区'));
    await until('focus in the card', () => page.evaluate(() => document.activeElement?.localName === 'longcheng-card'));
    await tabTo('[data-key=back]');
    await page.press('Enter');
    await until('back', async () => (await title()) === '吴震宇');
    await tabTo('[aria-pressed]');
    await page.press('Enter');
    await until('saved', () => page.inCard((root) => root.querySelector('[aria-pressed=true]') !== null));
    await tabTo('[data-key=note]');
    await page.press('Enter');
    await until('field', () => inCard('textarea'));
    for (const key of 'ok') await page.press(key);
    await tabTo('[data-key=save-note]');
    await page.press('Enter');
    await until('noted', () => page.inCard((root) => root.querySelector('textarea') === null && root.textContent?.includes('ok')));
    await page.press('Escape');
    await until('card closed', async () => (await cardText(page)) === null);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('own');
    const panel = await openPanel(desk.driver, page);
    await panel.activate();
    const inPanel = (selector: string) => panel.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector);
    for (let presses = 0; presses < 20 && !(await inPanel('.member .main')); presses++) await panel.press('Tab');
    await panel.press('ArrowDown');
    await panel.press('Enter');
    await until('stepped to the second', async () => (await textsOf(panel, '.member:has(.steps) b')).join() === '朱小平');
    await panel.close();
    await page.close();
  });

  it('switches the site off and on', async () => {
    const page = await open();
    await desk.driver.command('switch-site');
    await until('no marks', async () => Object.keys(await highlightedTexts(page)).length === 0);
    await until('said off', async () => /关闭|off/.test((await said(page)) ?? ''));
    await desk.driver.command('switch-site');
    await annotated(page);
    await until('said on', async () => /打开|is on/.test((await said(page)) ?? ''));
    await page.close();
  });
});
