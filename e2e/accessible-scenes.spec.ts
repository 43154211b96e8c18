import axe from 'axe-core';
import { type Browser, chromium } from 'playwright-core';
import { createServer, type ViteDevServer } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findBrowser } from '../tools/browsers.mjs';
import { annotated, openBrowser } from './reader';
import { demoSite } from './site/site';
import { violations } from './violations';

// What stands in closed shadow trees no checker can enter, so the same views are checked where they stand open. One browser is enough
// for that: the rules are about what is written, not about who draws it.
const usable = process.env.CI !== undefined || findBrowser('chromium') !== undefined;
describe.skipIf(!usable)('axe-core', () => {
  let server: ViteDevServer;
  let browser: Browser;
  beforeAll(async () => {
    server = await createServer({ configFile: new URL('catalogue/vite.config.ts', import.meta.url).pathname, logLevel: 'warn' });
    await server.listen();
    browser = await chromium.launch({ executablePath: findBrowser('chromium'), args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] });
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  it.each([
    ['cards of every type, of a discovered name and of undecided namesakes', 'card', '', '.card'],
    ['the page for appearance', 'options', '#/appearance', '.type-row'],
  ])('finds no fault in %s, light and dark', async (_, scene, hash, ready) => {
    for (const scheme of ['light', 'dark'] as const) {
      const page = await browser.newPage({ colorScheme: scheme, reducedMotion: 'reduce' });
      await page.goto(`${server.resolvedUrls?.local[0]}?scene=${scene}&scheme=${scheme}${hash}`);
      await page.waitForSelector(ready);
      await page.evaluate(axe.source);
      const found = await page.evaluate(async () => {
        const { axe: there } = globalThis as unknown as {
          axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
        };
        return (await there.run()).violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
      });
      expect(found, scheme).toEqual([]);
      await page.close();
    }
  });

  it('finds no fault in the first page one sees, in the dark', async () => {
    const desk = await openBrowser('chromium', demoSite, { colorScheme: 'dark' });
    try {
      const page = await desk.driver.open(desk.driver.extensionUrl('welcome.html'));
      await annotated(page);
      expect(await violations(page)).toEqual([]);
    } finally {
      await desk.driver.close();
      await desk.server.close();
    }
  });
});
