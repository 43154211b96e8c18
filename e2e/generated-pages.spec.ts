import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findBrowser } from '../tools/browsers.mjs';
import type { Page } from './drivers/driver';
import { generatedPage } from './generated/pages';
import { type BrowserName, cardText, type Desk, openBrowser, until } from './reader';
import type { Site } from './server';

const BASE = 'http://www.wj.gov.cn/generated/';
/** As many pages are shown at once, each in a frame of its own. */
const BATCH = 20;
/** Of a batch, the pages a card is opened on. */
const WITH_CARD = [0, 10];
/** Firefox is driven more slowly: a part of the same pages. */
const BATCHES: Record<BrowserName, number> = { chromium: 25, firefox: 3 };

const site: Site = (url) => {
  if (!url.href.startsWith(BASE)) return undefined;
  const [kind, number] = url.pathname.slice('/generated/'.length).split('/');
  if (kind === 'page') {
    const { html, headers } = generatedPage(Number(number));
    return { body: html, headers };
  }
  const frames = Array.from({ length: BATCH }, (_, at) => `<iframe src="/generated/page/${Number(number) * BATCH + at}"></iframe>`);
  return { body: `<!DOCTYPE html><meta charset="utf-8"><title>${number}</title>${frames.join('\n')}` };
};

/** What each page is, what it saw happen to itself, and how many marks it has. */
interface Look {
  html: string;
  seen: string[];
  marks: number;
}

const look = (page: Page) =>
  page.evaluate(() => {
    const looks: Look[] = [];
    for (const frame of Array.from(frames as unknown as ArrayLike<Window>)) {
      const scope = frame as unknown as typeof globalThis & { serialise(): string; seen: string[] };
      let marks = 0;
      for (const [key, highlight] of scope.CSS.highlights as unknown as Iterable<[string, { size: number }]>) {
        if (key.includes('longcheng-')) marks += highlight.size;
      }
      looks.push({ html: scope.serialise(), seen: scope.seen, marks });
    }
    return looks;
  });

/** Presses the name every page begins with. What is opened may not stay: some pages take it away, but it has stood. */
async function openCard(page: Page, at: number): Promise<void> {
  const { x, y } = await page.evaluate((index) => {
    const frame = document.querySelectorAll('iframe')[index]!;
    frame.scrollIntoView({ block: 'center', behavior: 'instant' });
    const inside = frame.contentDocument!;
    new MutationObserver((records) => {
      for (const { addedNodes } of records)
        for (const { localName } of addedNodes as Iterable<Partial<Element>>) if (localName === 'longcheng-card') frame.name = 'stood';
    }).observe(inside.documentElement, { childList: true });
    const range = inside.createRange();
    const text = inside.querySelector('p')!.firstChild!;
    range.setStart(text, 3);
    range.setEnd(text, 6);
    const [around, name] = [frame.getBoundingClientRect(), range.getBoundingClientRect()];
    return { x: around.left + frame.clientLeft + name.left + name.width / 2, y: around.top + frame.clientTop + name.top + name.height / 2 };
  }, at);
  await page.click(x, y);
}

const haveStood = (page: Page) =>
  page.evaluate(() => [...document.querySelectorAll('iframe')].flatMap(({ name }, at) => (name === 'stood' ? at : [])));

describe.each(['chromium', 'firefox'] as const)('%s', (name) => {
  const usable = process.env.CI !== undefined || findBrowser(name) !== undefined;
  describe.skipIf(!usable)('generated pages', () => {
    let desk: Desk;
    beforeAll(async () => {
      desk = await openBrowser(name, site);
    });
    afterAll(async () => {
      await desk?.driver.close();
      await desk?.server.close();
    });

    it('stay as they are, and run as they would', { timeout: 300_000 }, async () => {
      const page = await desk.driver.open(`${BASE}batch/0`);
      for (let batch = 0; batch < BATCHES[name]; batch++) {
        if (batch > 0) await page.goto(`${BASE}batch/${batch}`);
        await page.evaluate(() => {
          for (const frame of Array.from(frames as unknown as ArrayLike<Window>)) Object.assign(frame, { settled: true });
        });
        const before = (await look(page)).map(({ html }) => html);
        const marked = await until(`marks in batch ${batch}`, async () => {
          const now = await look(page);
          return now.every(({ marks }) => marks > 0) && now;
        });
        expect(marked.map(({ html }) => html)).toEqual(before);
        // A card as well, the dearest thing we put into a page; one of the frames may be a page that takes it away.
        await desk.driver.command('next-mention');
        await until('the mark', () =>
          page.evaluate(() =>
            Array.from(frames as unknown as ArrayLike<typeof globalThis>).some(({ CSS }) =>
              Array.from(CSS.highlights.keys()).some((key) => key.endsWith('focus')),
            ),
          ),
        );
        for (const at of WITH_CARD) await openCard(page, at);
        await until(`cards in batch ${batch}`, async () => (await haveStood(page)).length === WITH_CARD.length);
        const after = await look(page);
        expect(after.map(({ html }) => html)).toEqual(before);
        for (const [at, { seen }] of after.entries()) expect(seen, `page ${batch * BATCH + at}`).toEqual([]);
      }
      expect(await cardText(page)).toBeNull();
      const last = (await look(page)).map(({ html }) => html);
      await desk.driver.command('switch-site');
      const stopped = await until('everything taken off', async () => {
        const now = await look(page);
        return now.every(({ marks }) => marks === 0) && now;
      });
      expect(stopped.map(({ html }) => html)).toEqual(last);
      for (const { seen } of stopped) expect(seen).toEqual([]);
      expect(page.errors).toEqual([]);
      await page.close();
    });
  });
});
