import { launchChromium } from '../e2e/drivers/chromium';
import { builtExtension } from '../e2e/reader';
import { serveSite } from '../e2e/server';
import { bundleForPage } from './bundle';
import type { ImportBench } from './import-side';
import { median, milliseconds, report } from './measure';

const ROUNDS = 1;
const ENTITIES = 100_000;

/** A table of 100,000 entities taken in, against a bare write of the edits it makes, in a page of the extension. */
export async function benchImport(): Promise<void> {
  const script = await bundleForPage('bench/import-side.ts');
  const server = await serveSite(() => undefined);
  const driver = await launchChromium({ extension: builtExtension('chromium'), port: server.port, headless: true });
  try {
    const page = await driver.open(driver.extensionUrl('options.html'));
    await page.execute(script);
    const samples: Awaited<ReturnType<ImportBench['importTable']>>[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      samples.push(
        await page.evaluate(
          (count) => (globalThis as unknown as { longchengImport: ImportBench }).longchengImport.importTable(count),
          ENTITIES,
        ),
      );
    }
    const of = (name: 'preview' | 'written' | 'bare') => median(samples.map((sample) => sample[name]));
    console.log(`\nTaking in a table of ${ENTITIES} entities in a page of the extension (Chromium)`);
    console.log(`  bare write ${milliseconds(of('bare'))}, preview ${milliseconds(of('preview'))}, written ${milliseconds(of('written'))}`);
    report('import written with its journal / bare idb write of the same edits', of('written') / of('bare'));
    report('preview of the file / bare idb write of the same edits', of('preview') / of('bare'));
  } finally {
    await driver.close();
    await server.close();
  }
}
