import { expect, it } from 'vitest';
import { ask } from './background';
import { annotated, closeCard, hoverCard, inEachBrowser } from './reader';
import { taihu } from './site/articles/taihu';
import { demoSite } from './site/site';

interface Status {
  ready: boolean;
  dictionary: string;
}

inEachBrowser(demoSite, (desk) => {
  it('annotates as before after the background was killed, from the stored dictionary', async () => {
    const page = await desk.driver.open(taihu.url);
    const before = await annotated(page);
    await desk.driver.stopBackground();
    await page.reload();
    expect(await annotated(page)).toEqual(before);
    const options = await desk.driver.open(desk.driver.extensionUrl('popup.html'));
    expect(await ask<Status>(options, 'index.status')).toMatchObject({ ready: true, dictionary: 'stored' });
    await options.close();
    await page.close();
  });

  it('answers an open page after the background was killed beneath it', async () => {
    const page = await desk.driver.open(taihu.url);
    await annotated(page);
    await desk.driver.stopBackground();
    expect(await hoverCard(page, '朱小平', '朱小平')).toContain('副区长');
    await closeCard(page);
    await page.close();
  });
});
