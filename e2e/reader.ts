import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe } from 'vitest';
import { findBrowser } from '../tools/browsers.mjs';
import { ROOT } from '../tools/setup.mjs';
import { launchChromium } from './drivers/chromium';
import type { Driver, LaunchOptions, Page } from './drivers/driver';
import { launchFirefox } from './drivers/firefox';
import { type Site, type SiteServer, serveSite } from './server';

const LAUNCH = { chromium: launchChromium, firefox: launchFirefox };
export type BrowserName = keyof typeof LAUNCH;

/** Folder of the built extension for a browser. */
export const builtExtension = (name: BrowserName) => join(ROOT, '.output', name === 'chromium' ? 'chrome-mv3' : 'firefox-mv3');

export interface Desk {
  readonly driver: Driver;
  readonly server: SiteServer;
}

export async function openBrowser(name: BrowserName, site: Site, options: Partial<LaunchOptions> = {}): Promise<Desk> {
  const extension = builtExtension(name);
  if (!existsSync(extension)) throw new Error(`${extension} is missing (npm run build)`);
  const server = await serveSite(site);
  try {
    return { driver: await LAUNCH[name]({ extension, port: server.port, headless: true, ...options }), server };
  } catch (error) {
    await server.close();
    throw error;
  }
}

/**
 * Declares the same tests for both browsers, each with a browser of its own that reads `site`. Where a browser is not installed its
 * tests are skipped; on a build server, which must have both, they fail.
 */
export function inEachBrowser(site: Site, declare: (desk: Desk) => void, options: Partial<LaunchOptions> = {}): void {
  for (const name of ['chromium', 'firefox'] as const) {
    const usable = process.env.CI !== undefined || findBrowser(name) !== undefined;
    describe.skipIf(!usable)(name, () => {
      let opened: Desk | undefined;
      const desk = (): Desk => {
        if (!opened) throw new Error('the browser is not open');
        return opened;
      };
      beforeAll(async () => {
        opened = await openBrowser(name, site, options);
      });
      afterAll(async () => {
        await opened?.driver.close();
        await opened?.server.close();
      });
      declare({
        get driver() {
          return desk().driver;
        },
        get server() {
          return desk().server;
        },
      });
    });
  }
}

/** Asks again until `ask` gives something other than null, undefined or false. */
export async function until<T>(what: string, ask: () => Promise<T | null | undefined | false>, seconds = 15): Promise<T> {
  const deadline = Date.now() + seconds * 1000;
  for (;;) {
    const answer = await ask();
    if (answer !== null && answer !== undefined && answer !== false) return answer;
    if (Date.now() > deadline) throw new Error(`not seen within ${seconds} s: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}

/** Texts under each of our highlights, white space taken out, in the order of the page. */
export function highlightedTexts(page: Page): Promise<Record<string, string[]>> {
  return page.evaluate(() => {
    const marked: Record<string, Range[]> = {};
    for (const [name, highlight] of CSS.highlights as unknown as Iterable<[string, Iterable<AbstractRange>]>) {
      // What stands on dark is painted under a name of its own.
      const kind = /^(?:on-\w+-)?(longcheng-(?:official|organization|project)(?:-discovered)?)$/.exec(name)?.[1];
      if (!kind) continue;
      const ranges = [...highlight].map((range) => {
        const live = document.createRange();
        live.setStart(range.startContainer, range.startOffset);
        live.setEnd(range.endContainer, range.endOffset);
        return live;
      });
      marked[kind] = [...(marked[kind] ?? []), ...ranges];
    }
    const texts: Record<string, string[]> = {};
    for (const [kind, ranges] of Object.entries(marked)) {
      // Texts of different shadow trees have no order among themselves.
      const inOneTree = (a: Range, b: Range) => a.startContainer.getRootNode() === b.startContainer.getRootNode();
      ranges.sort((a, b) => (inOneTree(a, b) ? a.compareBoundaryPoints(Range.START_TO_START, b) : 0));
      texts[kind] = ranges.map((range) => range.toString().replace(/\s/g, ''));
    }
    return texts;
  });
}

/** All texts highlighted as officials, in the index or not. */
export function officialsIn(texts: Record<string, string[]>): string[] {
  return [...(texts['longcheng-official'] ?? []), ...(texts['longcheng-official-discovered'] ?? [])];
}

/** Waits until the page has highlights, and gives their texts. */
export function annotated(page: Page): Promise<Record<string, string[]>> {
  return until('highlights', async () => {
    const texts = await highlightedTexts(page);
    return Object.values(texts).some((list) => list.length > 0) && texts;
  });
}

/**
 * Scrolls to where `text` is highlighted and gives a point on it.
 * @param part which line rectangle of the highlighted range: a name broken over paragraphs has several
 */
export async function pointOn(page: Page, text: string, { occurrence = 0, part = 0 } = {}): Promise<{ x: number; y: number }> {
  const point = await page.evaluate(
    async (wanted, nth, rectangle) => {
      const found: Range[] = [];
      for (const [name, highlight] of CSS.highlights as unknown as Iterable<[string, Iterable<AbstractRange>]>) {
        if (!/^(on-\w+-)?longcheng-(official|organization|project)/.test(name)) continue;
        for (const range of highlight) {
          const live = document.createRange();
          live.setStart(range.startContainer, range.startOffset);
          live.setEnd(range.endContainer, range.endOffset);
          if (live.toString().replace(/\s/g, '') === wanted) found.push(live);
        }
      }
      const inOneTree = (a: Range, b: Range) => a.startContainer.getRootNode() === b.startContainer.getRootNode();
      found.sort((a, b) => (inOneTree(a, b) ? a.compareBoundaryPoints(Range.START_TO_START, b) : 0));
      const range = found[nth];
      if (!range) return null;
      range.startContainer.parentElement?.scrollIntoView({ block: 'center', behavior: 'instant' });
      const visible = [...range.getClientRects()].filter((rect) => rect.width > 4 && rect.height > 4);
      const rect = visible[rectangle < 0 ? visible.length + rectangle : rectangle];
      return rect ? { x: rect.left + rect.width / 2, y: rect.top + rect.height / 2 } : null;
    },
    text,
    occurrence,
    part,
  );
  if (!point) throw new Error(`${text} is not highlighted (occurrence ${occurrence}, part ${part})`);
  return point;
}

/** What the card says, as one line; null while none is shown. */
export async function cardText(page: Page): Promise<string | null> {
  const text = await page.inCard((root) => {
    const parts: string[] = [];
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const element = walker.currentNode.parentElement;
      if (element && !element.closest('style') && element.checkVisibility()) parts.push(walker.currentNode.nodeValue ?? '');
    }
    return parts.join(' ').replace(/\s+/g, ' ').trim();
  });
  return text || null;
}

/** Rests the pointer on a highlighted text and waits for the card that names `name`. */
export async function hoverCard(page: Page, text: string, name: string, options?: { occurrence?: number; part?: number }): Promise<string> {
  const { x, y } = await pointOn(page, text, options);
  await page.move(x, y);
  return until(`card of ${name}`, async () => {
    // A card opens with the name alone, and facts come when the background has answered.
    const complete = await page.inCard((root) => root.querySelector('.wait[role=status]') === null);
    const shown = complete ? await cardText(page) : null;
    return shown?.includes(name) && shown;
  });
}

/** Takes the pointer away and closes whatever card is open. */
export async function closeCard(page: Page): Promise<void> {
  await page.move(2, 2);
  await page.press('Escape');
  await until('card closed', async () => (await cardText(page)) === null);
}
