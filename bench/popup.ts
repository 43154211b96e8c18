import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { builtExtension } from '../e2e/reader';
import { findBrowser } from '../tools/browsers.mjs';
import { median, milliseconds, report } from './measure';

const ROUNDS = 9;
const MANY = 1000;

/** Script time until the popup shows its list: with nothing saved, and with a thousand (Chromium's own count of script time). */
export async function benchPopup(): Promise<void> {
  const extension = builtExtension('chromium');
  const profile = await mkdtemp(join(tmpdir(), 'bench-popup-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: findBrowser('chromium'),
    headless: true,
    args: ['--no-sandbox', `--disable-extensions-except=${extension}`, `--load-extension=${extension}`],
  });
  try {
    const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
    const popup = `chrome-extension://${new URL(worker.url()).host}/popup.html`;
    const opened = async (rows: boolean): Promise<number> => {
      const page = await context.newPage();
      const cdp = await context.newCDPSession(page);
      await cdp.send('Performance.enable');
      await page.goto(popup);
      await page.waitForSelector(rows ? '.entity-row' : '.panel .empty');
      const { metrics } = await cdp.send('Performance.getMetrics');
      await page.close();
      return (metrics.find(({ name }) => name === 'ScriptDuration')?.value ?? Number.NaN) * 1000;
    };
    const none: number[] = [];
    const many: number[] = [];
    for (let round = 0; round < ROUNDS; round++) none.push(await opened(false));
    const page = await context.newPage();
    await page.goto(popup);
    await page.evaluate(async (count) => {
      interface Runtime {
        sendMessage(message: unknown): Promise<{ value: { rows: { id: string }[] } }>;
      }
      const { runtime } = (globalThis as unknown as { chrome: { runtime: Runtime } }).chrome;
      for (let offset = 0; offset < count; offset += 500) {
        const { value } = await runtime.sendMessage({ name: 'entities.search', input: { query: '', offset, limit: 500 } });
        for (const { id } of value.rows) {
          await runtime.sendMessage({ name: 'saved.put', input: { entityId: id, note: '备注', tags: ['水'] } });
        }
      }
    }, MANY);
    await page.close();
    for (let round = 0; round < ROUNDS; round++) many.push(await opened(true));
    console.log(`\nOpening the popup (Chromium's script time)`);
    console.log(`  nothing saved ${milliseconds(median(none))}, ${MANY} saved ${milliseconds(median(many))}`);
    report(`popup with ${MANY} saved / with none, script time`, median(many) / median(none), 3);
  } finally {
    await context.close();
    await rm(profile, { recursive: true, force: true, maxRetries: 3 });
  }
}
