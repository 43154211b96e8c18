import { join } from 'node:path';
import { launchChromium } from '../e2e/drivers/chromium';
import { builtExtension } from '../e2e/reader';
import { type Site, serveSite } from '../e2e/server';
import { ROOT } from '../tools/setup.mjs';
import { median, report } from './measure';

const ROUNDS = 5;
const STORM_MS = 6000;
const ADDRESS = 'http://www.wj.gov.cn/html/czwj/2023/CNJQKLMB_1028/9.html';

/** A page at rest until it is told to change: ten times ten changes in a hundredth of a second, 1,000 a second. */
const PAGE = `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>直播</title><h1>直播</h1><div>发布日期:2023-10-28 来源:武进日报</div>
${'<p>副区长朱小平带领区水利局督查新一轮太湖综合治理，区委副书记吴震宇参加。</p>\n'.repeat(60)}<ul id="live"></ul>
<script>
globalThis.storm = (ms) => new Promise((resolve) => {
  const list = document.getElementById('live');
  const end = performance.now() + ms;
  let count = 0;
  const timer = setInterval(() => {
    for (let n = 0; n < 10; n++) {
      const item = document.createElement('li');
      item.textContent = '第' + count++ + '条，区长到场。';
      list.prepend(item);
      if (list.childElementCount > 100) list.lastChild.remove();
    }
    if (performance.now() > end) { clearInterval(timer); resolve(count); }
  }, 10);
});
</script></html>`;

const site: Site = (url) => (url.href === ADDRESS ? { body: PAGE } : undefined);

/** Work of the main thread while a page changes a thousand times a second, with the extension and with one that does nothing. */
export async function benchStorm(): Promise<void> {
  const server = await serveSite(site);
  const options = { port: server.port, headless: true };
  const work: Record<'ours' | 'bare', number[]> = { ours: [], bare: [] };
  try {
    for (let round = 0; round < ROUNDS; round++) {
      for (const name of ['bare', 'ours'] as const) {
        const driver = await launchChromium({
          ...options,
          extension: name === 'ours' ? builtExtension('chromium') : join(ROOT, 'bench/bare-extension'),
        });
        try {
          const page = await driver.open(ADDRESS);
          await page.evaluate(
            () =>
              new Promise<void>((resolve) => {
                const look = () => (CSS.highlights.size > 0 ? setTimeout(resolve, 500) : setTimeout(look, 20));
                look();
              }),
          );
          const before = await page.workSeconds();
          const changes = await page.evaluate(
            (ms) => (globalThis as unknown as { storm(ms: number): Promise<number> }).storm(ms),
            STORM_MS,
          );
          work[name].push((await page.workSeconds()) - before);
          work[name][work[name].length - 1]! /= changes;
        } finally {
          await driver.close();
        }
      }
    }
    const [ours, bare] = [median(work.ours), median(work.bare)];
    console.log('\nA page that changes 1,000 times a second');
    console.log(`  main thread per change: ${(bare * 1e6).toFixed(0)} µs bare, ${(ours * 1e6).toFixed(0)} µs with the extension`);
    report('main-thread work with the extension / without', ours / bare, 1.1);
  } finally {
    await server.close();
  }
}
