import { join } from 'node:path';
import { build } from 'vite';
import { launchChromium } from '../e2e/drivers/chromium';
import type { Page } from '../e2e/drivers/driver';
import { type Site, serveSite } from '../e2e/server';
import { scan } from '../lib/finder/dictionary/scan';
import { buildTrie } from '../lib/finder/dictionary/trie';
import { ROOT } from '../tools/setup.mjs';
import { makeNames, makeNews } from './corpus';
import { milliseconds, report } from './measure';
import type { PageBench } from './page-side';

const LENGTH = 20_000;
const NAMES = 5_000;
const ROUNDS = 15;

interface Spot {
  start: number;
  end: number;
  type: 'official';
  status: 'indexed';
}

async function bundle(): Promise<string> {
  const result = await build({
    root: ROOT,
    configFile: false,
    logLevel: 'error',
    build: { write: false, target: 'chrome128', lib: { entry: join(ROOT, 'bench/page-side.ts'), formats: ['iife'], name: 'bench' } },
  });
  const [output] = Array.isArray(result) ? result : [result];
  if (!output || !('output' in output)) throw new Error('nothing was bundled');
  return output.output[0].code;
}

/** Paragraphs with links and emphasis in them, as articles have. */
function newsPage(news: string): string {
  const paragraphs = news.split('\n\n').map((text) => {
    const third = Math.floor(text.length / 3);
    return `<p>${text.slice(0, third)}<b>${text.slice(third, third + 20)}</b>${text.slice(third + 20, 2 * third)}<a href="#">${text.slice(2 * third)}</a></p>`;
  });
  return `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>news</title><h1>标题</h1><div>发布日期:2023-10-28 来源:武进日报</div>
<div id="zoom">${paragraphs.join('\n')}</div><script src="/bench.js"></script></html>`;
}

/** Clocks are coarse unless a page is isolated from all others. */
const ISOLATED = { 'cross-origin-opener-policy': 'same-origin', 'cross-origin-embedder-policy': 'require-corp' };

/** The longest name at each place, none over another. */
function spotsIn(text: string, names: readonly string[]): Spot[] {
  const { data, count } = scan(
    buildTrie(new Map(names.map((name, index) => [name, [index]]))),
    Uint16Array.from(text, (_, i) => text.charCodeAt(i)),
  );
  const spots: Spot[] = [];
  for (let hit = 0; hit < count; hit++) {
    const [start = 0, end = 0] = data.subarray(3 * hit, 3 * hit + 2);
    const last = spots.at(-1);
    if (last && last.start === start) last.end = end;
    else if (!last || start >= last.end) spots.push({ start, end, type: 'official', status: 'indexed' });
  }
  return spots;
}

function rounds<A extends unknown[]>(page: Page, count: number, name: keyof PageBench, ...args: A): Promise<number[]> {
  return page.evaluate(
    (times, what, values) => {
      const run = (globalThis as unknown as { longchengBench: Record<string, (...args: unknown[]) => number> }).longchengBench[what];
      return Array.from({ length: times }, () => run?.(...values) ?? Number.NaN);
    },
    count,
    name as string,
    args,
  );
}

/** The main thread's part on a long page, against the least a pass over the text costs and against a well-known highlighter. */
export async function benchPage(): Promise<void> {
  const names = makeNames(NAMES);
  const html = newsPage(makeNews(LENGTH, names));
  const script = await bundle();
  const site: Site = (url) =>
    url.pathname === '/bench.js' ? { body: script, type: 'text/javascript', headers: ISOLATED } : { body: html, headers: ISOLATED };
  const server = await serveSite(site);
  const driver = await launchChromium({ extension: join(ROOT, 'bench/bare-extension'), port: server.port, headless: true });
  try {
    const page = await driver.open(`http://localhost:${server.port}/`);
    const text = await page.evaluate(() => (globalThis as unknown as { longchengBench: PageBench }).longchengBench.text());
    const spots = spotsIn(text, names);
    const samples: Record<'bare' | 'collect' | 'annotate', number[]> = { bare: [], collect: [], annotate: [] };
    for (let round = 0; round < ROUNDS; round++) {
      samples.bare.push(...(await rounds(page, 5, 'bareWalk')));
      samples.collect.push(...(await rounds(page, 5, 'collect')));
      samples.annotate.push(...(await rounds(page, 5, 'annotate', spots)));
    }
    const mark = Math.min(...(await rounds(page, 3, 'mark', names)));
    const [bare, collect, annotate] = [samples.bare, samples.collect, samples.annotate].map((times) => Math.min(...times)) as [
      number,
      number,
      number,
    ];
    console.log(`\nMain thread, a page of ${text.length} characters with ${spots.length} mentions of ${NAMES} names (Chromium)`);
    console.log(
      `  bare TreeWalker ${milliseconds(bare)}, text flow ${milliseconds(collect)}, whole session ${milliseconds(annotate)}, mark.js ${milliseconds(mark)}`,
    );
    report('whole session / bare TreeWalker pass', annotate / bare, 3);
    report('text flow alone / bare TreeWalker pass', collect / bare);
    report('mark.js with the same names / whole session', mark / annotate, 100, 'atLeast');
  } finally {
    await driver.close();
    await server.close();
  }
}
