import { mkdir } from 'node:fs/promises';
import { chromium } from 'playwright-core';
import { createServer } from 'vite';

/**
 * Screenshots of every view in light, dark, narrow and English.
 * npx tsx e2e/catalogue/shoot.ts [folder] [scene]
 */
const SHOTS: Shot[] = [
  { name: 'card-light', scene: 'card', width: 1160, height: 400 },
  { name: 'card-dark', scene: 'card', scheme: 'dark', width: 1160, height: 400 },
  { name: 'card-narrow', scene: 'card', width: 320, height: 600 },
  { name: 'card-english', scene: 'card', language: 'en', width: 1160, height: 400 },
  { name: 'popup-light', scene: 'popup', width: 360, height: 480 },
  { name: 'popup-page-dark', scene: 'popup', scheme: 'dark', tab: 2, width: 360, height: 480 },
  { name: 'popup-page-light', scene: 'popup', tab: 2, width: 360, height: 480 },
  { name: 'popup-search', scene: 'popup', type: '周', width: 360, height: 480 },
  { name: 'popup-off-narrow', scene: 'popup-off', width: 320, height: 480 },
];

interface Shot {
  name: string;
  scene: string;
  scheme?: 'light' | 'dark';
  language?: string;
  /** The tab to open first, counted from 1. */
  tab?: number;
  /** What to search for first. */
  type?: string;
  width: number;
  height: number;
}

const [folder = 'docs/screenshots', only = ''] = process.argv.slice(2);
await mkdir(folder, { recursive: true });
const server = await createServer({ configFile: new URL('vite.config.ts', import.meta.url).pathname, logLevel: 'warn' });
await server.listen();
const address = server.resolvedUrls?.local[0];
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox'] });
try {
  for (const { name, scene, scheme = 'light', language = 'zh', tab, type, width, height } of SHOTS) {
    if (!name.startsWith(only)) continue;
    const page = await browser.newPage({
      viewport: { width, height },
      colorScheme: scheme === 'dark' ? 'dark' : 'light',
      reducedMotion: 'reduce',
    });
    page.on('pageerror', (error) => console.error(`${name}: ${error.message}`));
    await page.goto(`${address}?scene=${scene}&scheme=${scheme}&language=${language}`);
    await page.waitForSelector('.margins main, .margins .card');
    if (tab) await page.click(`[role=tab]:nth-child(${tab})`);
    if (type) await page.fill('[type=search]', type);
    await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true });
    await page.close();
  }
} finally {
  await browser.close();
  await server.close();
}
