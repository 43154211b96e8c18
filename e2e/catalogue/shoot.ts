import { mkdir } from 'node:fs/promises';
import { chromium, type Page } from 'playwright-core';
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
  { name: 'panel-light', scene: 'panel', press: '.main', width: 360, height: 760 },
  { name: 'panel-dark', scene: 'panel', scheme: 'dark', press: '.main', width: 360, height: 760 },
  { name: 'panel-narrow', scene: 'panel', press: '.main', width: 280, height: 760 },
  { name: 'panel-english', scene: 'panel', language: 'en', press: '.main', width: 420, height: 760 },
  { name: 'panel-given-up', scene: 'panel-given-up', width: 320, height: 760 },
  { name: 'panel-off', scene: 'panel-off', width: 320, height: 240 },
  { name: 'popup-light', scene: 'popup', width: 360, height: 480 },
  { name: 'popup-page-dark', scene: 'popup', scheme: 'dark', tab: 2, width: 360, height: 480 },
  { name: 'popup-page-light', scene: 'popup', tab: 2, width: 360, height: 480 },
  { name: 'popup-search', scene: 'popup', type: '周', width: 360, height: 480 },
  { name: 'popup-foreign', scene: 'popup-foreign', tab: 2, width: 360, height: 480 },
  { name: 'popup-off-narrow', scene: 'popup-off', width: 320, height: 480 },
  { name: 'options-light', scene: 'options', hash: '#/entity/person/zhou-yuan', width: 1240, height: 760 },
  { name: 'options-dark', scene: 'options', scheme: 'dark', hash: '#/entity/project/liutang', width: 1240, height: 760 },
  { name: 'options-work', scene: 'options', hash: '#/entity/org/water', work: true, width: 1240, height: 900 },
  { name: 'options-work-dark', scene: 'options', scheme: 'dark', hash: '#/entity/org/water', work: true, width: 1240, height: 900 },
  { name: 'options-narrow', scene: 'options', width: 320, height: 640 },
  { name: 'options-editor-narrow', scene: 'options', hash: '#/entity/org/water', width: 320, height: 640 },
  { name: 'options-new', scene: 'options', hash: '#/new/official', submit: true, width: 1240, height: 760 },
  { name: 'appearance-light', scene: 'options', hash: '#/appearance', width: 900, height: 980 },
  { name: 'appearance-dark', scene: 'options', scheme: 'dark', hash: '#/appearance', width: 900, height: 980 },
  { name: 'appearance-narrow', scene: 'options', hash: '#/appearance', width: 320, height: 640 },
  { name: 'appearance-english', scene: 'options', language: 'en', hash: '#/appearance', width: 900, height: 980 },
  { name: 'options-sites', scene: 'options', hash: '#/sites/add/news.example.cn', width: 860, height: 960 },
  { name: 'options-sites-dark', scene: 'options', scheme: 'dark', hash: '#/sites', width: 860, height: 960 },
  { name: 'options-sites-narrow', scene: 'options', hash: '#/sites', width: 320, height: 640 },
  { name: 'options-sync', scene: 'options', hash: '#/sync', width: 860, height: 760 },
  { name: 'options-sync-dark', scene: 'options', scheme: 'dark', hash: '#/sync', width: 860, height: 760 },
  { name: 'options-sync-narrow', scene: 'options', hash: '#/sync', width: 320, height: 900 },
  { name: 'options-storage', scene: 'options', hash: '#/storage', width: 860, height: 1180 },
  { name: 'options-storage-dark', scene: 'options', scheme: 'dark', hash: '#/storage', width: 860, height: 1180 },
  { name: 'options-storage-narrow', scene: 'options', hash: '#/storage', width: 320, height: 1400 },
  { name: 'history-light', scene: 'options', hash: '#/history', width: 1000, height: 560 },
  { name: 'history-narrow', scene: 'options', hash: '#/history', width: 320, height: 640 },
  { name: 'inbox-light', scene: 'options', hash: '#/inbox', width: 1000, height: 760 },
  { name: 'inbox-dark', scene: 'options', scheme: 'dark', hash: '#/inbox', width: 1000, height: 760 },
  { name: 'inbox-narrow', scene: 'options', hash: '#/inbox', width: 320, height: 760 },
  { name: 'met-official-light', scene: 'options', hash: '#/entity/person/zhou-yuan/history', width: 1000, height: 900 },
  { name: 'met-official-narrow', scene: 'options', hash: '#/entity/person/zhou-yuan/history', width: 320, height: 900 },
  { name: 'met-project-dark', scene: 'options', scheme: 'dark', hash: '#/entity/project/liutang/history', width: 1000, height: 900 },
  { name: 'options-packs', scene: 'options', hash: '#/packs', width: 1000, height: 820 },
  { name: 'options-packs-narrow', scene: 'options', hash: '#/packs', scheme: 'dark', width: 320, height: 1100 },
  { name: 'options-pack-update', scene: 'options', hash: '#/packs/henglin', width: 1000, height: 1240 },
  {
    name: 'options-pack-update-dark',
    scene: 'options',
    hash: '#/packs/henglin',
    scheme: 'dark',
    language: 'en',
    width: 1000,
    height: 1240,
  },
  { name: 'options-transfer', scene: 'options', hash: '#/transfer', width: 1000, height: 900 },
  { name: 'options-transfer-import', scene: 'options', hash: '#/transfer', file: 'list.csv', width: 1000, height: 1240 },
  { name: 'options-transfer-narrow', scene: 'options', hash: '#/transfer', file: 'list.csv', scheme: 'dark', width: 320, height: 1500 },
  { name: 'options-english', scene: 'options', language: 'en', hash: '#/entity/org/water', width: 1240, height: 760 },
];

interface Shot {
  name: string;
  scene: string;
  scheme?: 'light' | 'dark';
  language?: string;
  hash?: string;
  /** A file of this name is given to the page. */
  file?: string;
  /** Presses save, so that what is wrong is shown. */
  submit?: boolean;
  /** Changes, saves and deletes, selects rows, and types a name that is taken. */
  work?: boolean;
  /** The tab to open first, counted from 1. */
  tab?: number;
  /** What to press first. */
  press?: string;
  /** What to search for first. */
  type?: string;
  width: number;
  height: number;
}

async function workOn(page: Page): Promise<void> {
  await page.fill('[data-path=note]', '2024 年起兼管农村水务');
  await page.click('[type=submit]');
  await page.click('.compare > summary');
  await page.locator('[data-row="3"]').focus();
  await page.keyboard.press('Delete');
  for (const row of [3, 4, 5]) await page.click(`[data-row="${row}"] .tick`);
  await page.fill('[data-path="other_names.0.name"]', '周予安');
  await page.waitForSelector('.warnings');
}

const [folder = 'docs/screenshots', only = ''] = process.argv.slice(2);
await mkdir(folder, { recursive: true });
const server = await createServer({ configFile: new URL('vite.config.ts', import.meta.url).pathname, logLevel: 'warn' });
await server.listen();
const address = server.resolvedUrls?.local[0];
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox'] });
try {
  for (const { name, scene, scheme = 'light', language = 'zh', hash = '', file, submit, tab, press, type, work, width, height } of SHOTS) {
    if (!name.startsWith(only)) continue;
    const page = await browser.newPage({
      viewport: { width, height },
      colorScheme: scheme === 'dark' ? 'dark' : 'light',
      reducedMotion: 'reduce',
    });
    page.on('pageerror', (error) => console.error(`${name}: ${error.message}`));
    await page.goto(`${address}?scene=${scene}&scheme=${scheme}&language=${language}${hash}`);
    await page.waitForSelector('.margins main, .margins .card');
    if (tab) await page.click(`[role=tab]:nth-child(${tab})`);
    if (press) await page.click(press);
    if (type) await page.fill('[type=search]', type);
    if (file) {
      await page.setInputFiles('[type=file]', { name: file, mimeType: 'text/plain', buffer: Buffer.from('') });
      await page.waitForSelector('.import-preview');
    }
    if (work) await workOn(page);
    if (submit) await page.click('[type=submit]');
    await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true });
    await page.close();
  }
} finally {
  await browser.close();
  await server.close();
}
