import { expect, it } from 'vitest';
import { annotated, cardText, closeCard, hoverCard, inEachBrowser, officialsIn, until } from './reader';
import { demoSite } from './site/site';
import { violations } from './violations';

inEachBrowser(demoSite, (desk) => {
  it('shows on its own article what the extension does, with cards, and nothing that hinders', async () => {
    const page = await desk.driver.open(desk.driver.extensionUrl('welcome.html'));
    const texts = await annotated(page);
    expect(officialsIn(texts)).toEqual(expect.arrayContaining(['吴震宇', '朱小平']));
    expect(texts['longcheng-project'] ?? []).toContain('麦杂顶浜整治工程');
    expect(await hoverCard(page, '朱小平', '朱小平')).toContain('副区长');
    await closeCard(page);
    expect(await hoverCard(page, '区水利局', '武进区水利局')).toContain('水利局');
    await closeCard(page);
    await until('no card', async () => (await cardText(page)) === null);
    expect(await violations(page)).toEqual([]);
    expect(page.errors).toEqual([]);
    await page.close();
  });
});
