import { mkdir, readFile } from 'node:fs/promises';
import { chromium } from 'playwright-core';

/**
 * Draws public/icon/*.png from the two drawings in tools/icon: 16 and 32 pixels have one of their own, with fewer and firmer lines.
 * npx tsx tools/draw-icons.ts
 */
const SIZES = { 16: 'icon-small', 32: 'icon-small', 48: 'icon', 96: 'icon', 128: 'icon' };

await mkdir('public/icon', { recursive: true });
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox'] });
try {
  for (const [size, drawing] of Object.entries(SIZES)) {
    const side = Number(size);
    const page = await browser.newPage({ viewport: { width: side, height: side } });
    const svg = await readFile(new URL(`icon/${drawing}.svg`, import.meta.url), 'utf8');
    await page.setContent(`<style>body{margin:0}svg{display:block;width:${side}px;height:${side}px}</style>${svg}`);
    await page.screenshot({ path: `public/icon/${side}.png`, omitBackground: true });
    await page.close();
  }
} finally {
  await browser.close();
}
