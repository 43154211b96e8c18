import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { Page } from './drivers/driver';
import { annotated, highlightedTexts, inEachBrowser, until } from './reader';
import type { Site } from './server';
import { pressControl } from './toolbar';

const ADDRESS = 'http://www.wj.gov.cn/html/czwj/2023/CNJQKLMB_1028/2.html';

const BODY = `<h1>督查</h1><div>发布日期:2023-10-28 来源:武进日报</div>
<p>区委副书记吴震宇、副区长朱小平来到区水利局。吴震宇说。</p>
<p>副区长朱小平参加。</p>
<section style="background: #15171a; color: #d9dce1"><p>区委副书记吴震宇讲话。</p></section>
<section style="background: #808080; color: #000"><p>区委副书记吴震宇讲话。</p></section>`;

const site: Site = (url) =>
  url.href === ADDRESS
    ? { body: `<!DOCTYPE html><html lang="zh-CN"><meta charset="utf-8"><title>督查</title><body>${BODY}</body></html>` }
    : undefined;

/** How many mentions each of our highlights holds. */
const sizes = (page: Page) =>
  page.evaluate(() =>
    Object.fromEntries(
      [...(CSS.highlights as unknown as Iterable<[string, { size: number }]>)].map(([name, { size }]) => [name, size] as const),
    ),
  );

/** The page as it looks, and as it would look without any mark. */
async function pixels(page: Page): Promise<{ marked: Buffer; bare: Buffer }> {
  const folder = await mkdtemp(join(tmpdir(), 'longcheng-shots-'));
  try {
    const shoot = async (name: string) => {
      await page.screenshot(join(folder, name));
      return readFile(join(folder, name));
    };
    const marked = await shoot('marked.png');
    await page.evaluate(() => {
      const all = [...(CSS.highlights as unknown as Iterable<[string, Highlight]>)];
      Object.assign(globalThis, { all });
      CSS.highlights.clear();
    });
    const bare = await shoot('bare.png');
    await page.evaluate(() => {
      for (const [name, highlight] of (globalThis as unknown as { all: [string, Highlight][] }).all) CSS.highlights.set(name, highlight);
    });
    return { marked, bare };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

inEachBrowser(site, (desk) => {
  it('draws in the hues that fit what a name stands on, on screens alone', async () => {
    const page = await desk.driver.open(ADDRESS);
    await annotated(page);
    await until('tones', async () => {
      const of = await sizes(page);
      return of['on-dark-longcheng-official'] === 1 && of['on-middle-longcheng-official'] === 1;
    });
    for (const medium of ['screen', 'forced-colors'] as const) {
      await page.emulate(medium);
      const { marked, bare } = await pixels(page);
      expect(marked.equals(bare), medium).toBe(false);
    }
    await page.emulate('print');
    const { marked, bare } = await pixels(page);
    expect(marked.equals(bare)).toBe(true);
    await page.close();
  });

  it('follows the appearance the reader chooses, at once and without a reload', async () => {
    const page = await desk.driver.open(ADDRESS);
    await annotated(page);
    const before = (await pixels(page)).marked;
    const options = await desk.driver.open(`${desk.driver.extensionUrl('options.html')}#/appearance`);
    const officials = async () => (await highlightedTexts(page))['longcheng-official'] ?? [];
    expect(await officials()).toHaveLength(6);
    await pressControl(options, 'input[value=page]');
    await until('the first of each name', async () => (await officials()).join() === '吴震宇,朱小平');
    await pressControl(options, 'input[value=all]');
    await pressControl(options, '.type-row input[value=none]');
    await until('officials left out', async () => (await officials()).length === 0);
    await pressControl(options, '.type-row input[value=background]');
    await until('officials again', async () => (await officials()).length === 6);
    await page.activate();
    await until('another look', async () => !(await pixels(page)).marked.equals(before));
    await options.close();
    await page.close();
  });
});
