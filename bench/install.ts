import { readFileSync } from 'node:fs';
import { launchChromium } from '../e2e/drivers/chromium';
import { builtExtension } from '../e2e/reader';
import { serveSite } from '../e2e/server';
import { buildLexicon } from '../lib/finder/lexicon/lexicon';
import { ensurePack } from '../tools/data/build';
import { bundleForPage } from './bundle';
import type { InstallBench } from './install-side';
import { median, milliseconds, report } from './measure';

const ROUNDS = 9;

/** From the pack's text to an index that can be read with, against a bare write of the same records, in a page of the extension. */
export async function benchInstall(): Promise<void> {
  const pack = readFileSync(ensurePack(), 'utf8');
  const script = await bundleForPage('bench/install-side.ts');
  const server = await serveSite(() => undefined);
  const driver = await launchChromium({ extension: builtExtension('chromium'), port: server.port, headless: true });
  try {
    const page = await driver.open(driver.extensionUrl('options.html'));
    await page.execute(script);
    const samples = await page.evaluate(
      async (rounds, text, lexicon) => {
        const bench = (globalThis as unknown as { longchengInstall: InstallBench }).longchengInstall;
        const found: { bare: number; ready: number; stored: number }[] = [];
        for (let round = 0; round <= rounds; round++) {
          const bare = await bench.bareWrite(text);
          found.push({ bare, ...(await bench.install(text, lexicon)) });
        }
        return found.slice(1);
      },
      ROUNDS,
      pack,
      buildLexicon(),
    );
    const of = (name: 'bare' | 'ready' | 'stored') => median(samples.map((sample) => sample[name]));
    console.log(`\nInstalling the pack (${Math.round(Buffer.byteLength(pack) / 1024)} KB) in a page of the extension (Chromium)`);
    console.log(
      `  bare write ${milliseconds(of('bare'))}, records stored ${milliseconds(of('stored'))}, ready index ${milliseconds(of('ready'))}`,
    );
    report('records stored / bare idb write of the same records', of('stored') / of('bare'));
    report('pack’s text to ready index / bare idb write of the same records', of('ready') / of('bare'), 2);
  } finally {
    await driver.close();
    await server.close();
  }
}
