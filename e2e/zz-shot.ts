import { annotated, closeCard, hoverCard, openBrowser } from './reader';
import { taihu } from './site/articles/taihu';
import { demoSite } from './site/site';

const desk = await openBrowser('chromium', demoSite, { width: 1000, height: 800 });
try {
  const page = await desk.driver.open(taihu.url);
  await annotated(page);
  const names = () => page.evaluate(() => JSON.stringify([...(CSS.highlights as any)].map(([n, h]: any) => [n, h.size, h.priority])));
  console.log(await names());
  await page.evaluate(() => {
    for (const e of document.querySelectorAll('*')) {
      (e as HTMLElement).style.background = '#15171a';
      (e as HTMLElement).style.color = '#d9dce1';
    }
  });
  for (let i = 0; i < 6; i++) {
    await new Promise((r) => setTimeout(r, 1000));
    console.log(await names());
  }
  await page.screenshot(`/tmp/page-lab/shots/dark2.png`);
} finally {
  await desk.driver.close();
  await desk.server.close();
}
