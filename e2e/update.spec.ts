import { expect, it } from 'vitest';
import { annotated, highlightedTexts, hoverCard, inEachBrowser, until } from './reader';
import { taihu } from './site/articles/taihu';
import { demoSite } from './site/site';

inEachBrowser(demoSite, (desk) => {
  it('ends without a word when the extension is loaded anew, and goes on as the browser allows', async () => {
    const page = await desk.driver.open(taihu.url);
    await annotated(page);
    const untouched = await page.evaluate(() => document.body.outerHTML);
    await hoverCard(page, '吴震宇', '吴震宇');
    await desk.driver.reloadExtension();
    await page.activate();
    if (desk.driver.name === 'chromium') {
      const words = await until('the notice', () => page.inNotice((root) => root.querySelector('.offer')?.textContent));
      expect(words).toContain('刷新');
      expect(await highlightedTexts(page)).toEqual({});
      expect(await page.evaluate(() => document.querySelectorAll('longcheng-card').length)).toBe(0);
      expect(await page.evaluate(() => document.body.outerHTML)).toBe(untouched);
      const button = await page.inNotice((root) => {
        const rect = root.querySelector('button')!.getBoundingClientRect();
        return { x: rect.left + rect.width / 2, y: rect.top + rect.height / 2 };
      });
      await page.evaluate(() => {
        Object.assign(globalThis, { stale: true });
      });
      await page.click(button!.x, button!.y);
      // An extension that came by a flag does not come back by itself: here ends what can be seen.
      await until('reloaded', () => page.evaluate(() => !('stale' in globalThis)));
      expect(page.errors).toEqual([]);
      return;
    }
    // Firefox runs the new scripts in pages that are open.
    await until('annotated by the new one', async () => ((await highlightedTexts(page))['longcheng-official'] ?? []).length > 0);
    await hoverCard(page, '吴震宇', '吴震宇');
    expect(await page.evaluate(() => document.querySelectorAll('longcheng-card').length)).toBe(1);
    expect(await page.evaluate(() => document.querySelectorAll('longcheng-notice').length)).toBe(0);
    expect(page.errors).toEqual([]);
    await page.close();
  });
});
