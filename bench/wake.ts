import { join } from 'node:path';
import { launchChromium } from '../e2e/drivers/chromium';
import type { Driver, Page } from '../e2e/drivers/driver';
import { builtExtension } from '../e2e/reader';
import { type Site, serveSite } from '../e2e/server';
import { taihu } from '../e2e/site/articles/taihu';
import { demoSite } from '../e2e/site/site';
import { ROOT } from '../tools/setup.mjs';
import { median, milliseconds, report } from './measure';

const ROUNDS = 11;

/** Notes when the first of our highlights is there, counted from when the page's document was ready for content scripts. */
const WATCH = `<script>
  addEventListener('DOMContentLoaded', () => {
    const start = performance.now();
    const look = () => {
      if (!CSS.highlights.has('longcheng-official')) return setTimeout(look, 1);
      document.documentElement.dataset.waited = performance.now() - start;
    };
    look();
  });
</script>`;

const watchedSite: Site = (url) => {
  const answer = demoSite(url);
  return answer && { ...answer, body: String(answer.body).replace('</head>', `${WATCH}</head>`) };
};

async function waited(driver: Driver, page: Page): Promise<number> {
  await driver.stopBackground();
  await page.reload();
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const look = () => {
          const value = document.documentElement.dataset.waited;
          if (value === undefined) setTimeout(look, 10);
          else resolve(Number(value));
        };
        look();
      }),
  );
}

/** From a killed worker to painted highlights, against a killed worker of an extension that only answers. */
export async function benchWake(): Promise<void> {
  const server = await serveSite(watchedSite);
  const options = { port: server.port, headless: true };
  const ours = await launchChromium({ ...options, extension: builtExtension('chromium') });
  const bare = await launchChromium({ ...options, extension: join(ROOT, 'bench/bare-extension') });
  try {
    const ourPage = await ours.open(taihu.url);
    const barePage = await bare.open(taihu.url);
    const ourTimes: number[] = [];
    const bareTimes: number[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      bareTimes.push(await waited(bare, barePage));
      ourTimes.push(await waited(ours, ourPage));
    }
    console.log('\nKilled worker, page reloaded');
    console.log(`  bare answer ${milliseconds(median(bareTimes))}, painted highlights ${milliseconds(median(ourTimes))}`);
    report('killed worker to painted highlights / bare answer of a killed worker', median(ourTimes) / median(bareTimes), 2);
  } finally {
    await ours.close();
    await bare.close();
    await server.close();
  }
}
