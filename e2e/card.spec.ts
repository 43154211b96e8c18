import { expect, it } from 'vitest';
import type { Page } from './drivers/driver';
import { annotated, cardText, closeCard, highlightedTexts, hoverCard, inEachBrowser, officialsIn, pointOn, until } from './reader';
import type { Site } from './server';

const HOST = 'http://www.wj.gov.cn';
const ADDRESS = `${HOST}/html/czwj/2023/CNJQKLMB_1028/1.html`;
const OTHER = `${HOST}/html/czwj/2023/CNJQKLMB_1028/2.html`;
const SPOKEN = `${HOST}/html/czwj/2023/CNJQKLMB_1028/3.html`;

const BODY = `<div class="xx">发布日期:2023-10-28 来源:武进日报</div>
<p>区委副书记吴震宇来到嘉泽镇。</p>
<p>副区长朱小平随后讲话。</p>
<dialog id="dialog"><p>网站改版</p><button>好</button></dialog>
<div style="height: 3000px"></div>`;

/** Where the text goes on by other words than names. */
const SPOKEN_BODY = `<div class="xx">发布日期:2023-10-28 来源:武进日报</div>
<p>区财政局召开会议，副区长朱小平出席。</p>
<p>该局与区水利局商定，雪堰镇参加。</p>
<p>朱副区长说，要把好质量关。</p>`;

const page = (body: string) =>
  `<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>督查</title><script>${EAVESDROPPER}</script></head><body>${body}</body></html>`;

/** A page that hears everything typed anywhere, before anybody else. */
const EAVESDROPPER = `heard = [];
for (const type of ['keydown', 'keyup', 'keypress', 'beforeinput', 'input']) addEventListener(type, () => heard.push(type), true);`;

const site: Site = (url) =>
  url.href === ADDRESS || url.href === OTHER ? { body: page(BODY) } : url.href === SPOKEN ? { body: page(SPOKEN_BODY) } : undefined;

const boxOf = (page: Page, selector: string) =>
  page.inCard((root, wanted) => {
    const box = root.querySelector(wanted)?.getBoundingClientRect();
    return box ? { x: box.x, y: box.y, width: box.width, height: box.height } : null;
  }, selector);

async function press(page: Page, key: string): Promise<void> {
  const at = await until(`${key} in the card`, () =>
    page.inCard((root, wanted) => {
      const button = root.querySelector(`[data-key=${wanted}]`);
      button?.scrollIntoView({ block: 'nearest' });
      const box = button?.getBoundingClientRect();
      return box ? { x: box.x + box.width / 2, y: box.y + box.height / 2 } : null;
    }, key),
  );
  await page.click(at.x, at.y);
}

const officials = async (page: Page) => officialsIn(await highlightedTexts(page));

inEachBrowser(site, (desk) => {
  const open = async (address = ADDRESS) => {
    const page = await desk.driver.open(address);
    await annotated(page);
    return page;
  };

  it('is dragged by its head, stays where it was put while the page scrolls', async () => {
    const page = await open();
    const { x, y } = await pointOn(page, '吴震宇');
    await page.click(x, y);
    await until('card', async () => (await cardText(page))?.includes('吴震宇'));
    const before = (await until('head', () => boxOf(page, '.top')))!;
    const from = { x: before.x + 40, y: before.y + before.height / 2 };
    await page.drag(from, { x: from.x + 120, y: from.y + 90 });
    const after = await until('the card moved', async () => {
      const box = await boxOf(page, '.top');
      return box && Math.abs(box.x - before.x - 120) < 3 && box;
    });
    expect(after.y - before.y).toBeCloseTo(90, -1);
    await page.drag({ x: after.x + 40, y: after.y + 10 }, { x: 4000, y: 4000 }).catch(() => undefined);
    await page.evaluate(() => scrollTo({ top: 2000, behavior: 'instant' }));
    const kept = (await boxOf(page, '.card'))!;
    const [width, height] = await page.evaluate(() => [innerWidth, innerHeight]);
    expect(kept.x + kept.width).toBeLessThanOrEqual(width! + 1);
    expect(kept.y + kept.height).toBeLessThanOrEqual(height! + 1);
    await page.press('Escape');
    await until('card closed', async () => (await cardText(page)) === null);
    await page.close();
  });

  it('says what its sentence means by 该局, and who 朱副区长 is', async () => {
    const page = await open(SPOKEN);
    expect(await hoverCard(page, '区水利局', '常州市武进区水利局')).toContain('该局 = 常州市武进区财政局');
    await closeCard(page);
    const card = await hoverCard(page, '朱', '朱小平');
    expect(card).toContain('“朱副区长”');
    expect(card).not.toContain('该局');
    await page.close();
  });

  it('keeps a note written in it, and the page hears no key of it', async () => {
    const page = await open();
    await hoverCard(page, '吴震宇', '吴震宇');
    await press(page, 'note');
    await until('the field has the focus', () => page.inCard((root) => root.activeElement?.localName === 'textarea'));
    for (const key of 'abc') await page.press(key);
    await press(page, 'save-note');
    await until('the note in the card', async () => (await cardText(page))?.includes(' abc'));
    expect(await page.evaluate(() => (globalThis as unknown as { heard: string[] }).heard)).toEqual([]);
    await page.reload();
    await annotated(page);
    expect(await hoverCard(page, '吴震宇', '吴震宇')).toContain('abc');
    await page.close();
  });

  it('remembers that a name means nobody here, on this page or the whole site, until it is taken back', async () => {
    const page = await open();
    await hoverCard(page, '朱小平', '朱小平');
    await press(page, 'not');
    await press(page, 'none');
    await until('the mark gone', async () => !(await officials(page)).includes('朱小平'));
    expect(await officials(page)).toContain('吴震宇');
    await page.reload();
    await annotated(page);
    expect(await officials(page)).not.toContain('朱小平');
    const other = await open(OTHER);
    expect(await officials(other)).toContain('朱小平');
    await other.close();
    await page.close();
  });

  it('lies along the foot of a narrow screen, within it even at a zoom of 400%', async () => {
    const page = await open();
    for (const [width, height] of [
      [320, 640],
      [320, 225],
    ] as const) {
      await page.resize(width, height);
      const { x, y } = await pointOn(page, '吴震宇');
      await page.click(x, y);
      await until('card', async () => (await cardText(page))?.includes('吴震宇'));
      const card = (await until('its place', () => boxOf(page, '.card')))!;
      // A scroll bar may take some of the width.
      const room = await page.evaluate(() => document.documentElement.clientWidth);
      expect(room).toBeGreaterThan(width - 20);
      expect([card.x, card.width]).toEqual([0, room]);
      expect(Math.round(card.y + card.height)).toBe(height);
      expect(card.y).toBeGreaterThanOrEqual(0);
      const fits = await page.inCard((root) => [...root.querySelectorAll('*')].every((part) => part.getBoundingClientRect().right <= 321));
      expect(fits).toBe(true);
      await closeCard(page);
    }
    await page.close();
  });

  it('cuts nothing off in a low frame', async () => {
    const page = await open();
    for (const height of [90, 160]) {
      await page.resize(700, height);
      const { x, y } = await pointOn(page, '吴震宇');
      await page.click(x, y);
      await until('card', async () => (await cardText(page))?.includes('吴震宇'));
      const card = (await until('its place', () => boxOf(page, '.card')))!;
      expect(card.y).toBeGreaterThanOrEqual(0);
      expect(Math.round(card.y + card.height)).toBeLessThanOrEqual(height);
      // What does not fit is scrolled to, to the last of it.
      const seen = await page.inCard((root) => {
        const [frame, foot] = [root.querySelector('.card')!, root.querySelector('.foot')!];
        frame.scrollTop = frame.scrollHeight;
        return foot.getBoundingClientRect().bottom <= frame.getBoundingClientRect().bottom + 1;
      });
      expect(seen).toBe(true);
      await closeCard(page);
    }
    await page.close();
  });

  it('makes way for a dialog of the page that opens above it', async () => {
    const page = await open();
    await hoverCard(page, '吴震宇', '吴震宇');
    await page.evaluate(() => (document.getElementById('dialog') as HTMLDialogElement).showModal());
    await until('card closed', async () => (await cardText(page)) === null);
    await page.evaluate(() => (document.getElementById('dialog') as HTMLDialogElement).close());
    await page.move(2, 2);
    await hoverCard(page, '吴震宇', '吴震宇');
    await press(page, 'close');
    await until('card closed', async () => (await cardText(page)) === null);
    expect(page.errors).toEqual([]);
    await page.close();
  });
});
