import { expect, it } from 'vitest';
import { ask } from './background';
import type { Page } from './drivers/driver';
import { annotated, cardText, closeCard, inEachBrowser, until } from './reader';
import { network } from './site/articles/network';
import { taihu } from './site/articles/taihu';
import { demoSite } from './site/site';
import { openPanel, pressControl, textsOf } from './toolbar';

const names = (panel: Page, type: string) => textsOf(panel, `.member[data-type=${type}] b`);
const title = (panel: Page) => textsOf(panel, '.side h1').then((texts) => texts.join());

/** Presses the name of a member, or a control beside it. */
const pressMember = (panel: Page, name: string, control = '.main') =>
  until(`${control} of ${name}`, () =>
    panel.evaluate(
      (wanted, selector) => {
        const row = [...document.querySelectorAll('.member')].find((member) => member.querySelector('b')?.textContent === wanted);
        const pressed = row?.querySelector<HTMLElement>(selector);
        pressed?.click();
        return pressed !== undefined && pressed !== null;
      },
      name,
      control,
    ),
  );

/** What the next file given to the reader will hold; taken where it would be written. */
async function fileOf(panel: Page, label: string): Promise<string> {
  await panel.evaluate(() => {
    const scope = globalThis as unknown as { given?: Promise<string> };
    URL.createObjectURL = (blob: Blob | MediaSource) => {
      scope.given = (blob as Blob).arrayBuffer().then((bytes) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes));
      return '#';
    };
  });
  return until(label, () =>
    panel.evaluate((text) => {
      const button = [...document.querySelectorAll<HTMLElement>('.tools button')].find((found) => found.textContent === text);
      button?.click();
      return (globalThis as unknown as { given?: Promise<string> }).given ?? null;
    }, label),
  );
}

inEachBrowser(demoSite, (desk) => {
  it('lists the cast of the article: officials in its order with their posts, bodies below those they belong to, projects', async () => {
    const page = await desk.driver.open(taihu.url);
    await annotated(page);
    const panel = await openPanel(desk.driver, page);
    expect(await title(panel)).toContain(taihu.title);
    expect(await names(panel, 'official')).toEqual(['吴震宇', '朱小平']);
    const [first, second] = await textsOf(panel, '.member[data-type=official]');
    expect(first).toContain('中共常州市武进区委员会副书记');
    expect(first).toContain('区委副书记');
    expect(second).toContain('常州市武进区人民政府副区长');
    const underGovernment = await textsOf(panel, 'li:has(> .over) li b, li:has(> .member) li b');
    expect(underGovernment).toEqual(expect.arrayContaining(['常州市武进区水利局', '常州市武进区农业农村局']));
    expect(await names(panel, 'project')).toEqual(expect.arrayContaining(['新一轮太湖综合治理', '麦杂顶浜整治工程']));

    await page.evaluate(() => {
      document.body.style.paddingBlock = '2000px 4000px';
    });
    await pressMember(panel, '吴震宇');
    await until('first place', async () => (await textsOf(panel, '.place'))[0]?.startsWith('1 / '));
    const at = await page.evaluate(() => scrollY);
    expect(at).toBeGreaterThan(0);
    await pressMember(panel, '吴震宇');
    await until('second place', async () => (await textsOf(panel, '.place'))[0]?.startsWith('2 / '));
    expect(await textsOf(panel, '.steps blockquote')).toEqual([expect.stringContaining('吴震宇')]);
    await pressMember(panel, '吴震宇', '.steps .link');
    await until('card', async () => (await cardText(page))?.includes('吴震宇'));
    await closeCard(page);

    const csv = await fileOf(panel, 'CSV');
    expect(csv.startsWith('\uFEFF')).toBe(true);
    const records = csv.trim().split('\r\n');
    expect(records).toHaveLength(1 + (await textsOf(panel, '.member')).length);
    expect(records.find((record) => record.includes('朱小平'))).toMatch(
      /^[^,]+,朱小平,朱小平,副区长,常州市武进区人民政府副区长,.*,2023-10-28,http/,
    );
    expect(await fileOf(panel, 'Markdown')).toContain(' | 朱小平 | ');
    expect(panel.errors).toEqual([]);
    await panel.close();
    await page.close();
  });

  it('follows the tab beside it: its page as it changes, other pages, and other tabs', async () => {
    const page = await desk.driver.open(taihu.url);
    await annotated(page);
    const panel = await openPanel(desk.driver, page);
    await page.evaluate(() => {
      const late = document.createElement('p');
      late.textContent = '市委书记陈金虎随后到场。';
      document.querySelector('#zoom')?.append(late);
    });
    await until('a late name', async () => (await names(panel, 'official')).includes('陈金虎'));
    await page.goto(network.url);
    await until('the next article', async () => (await title(panel)).includes(network.title));
    expect((await names(panel, 'official')).slice(0, 3)).toEqual(['陈金虎', '盛蕾', '季培东']);
    const other = await desk.driver.open(taihu.url);
    await other.activate();
    await until('the other tab', async () => (await title(panel)).includes(taihu.title));
    await other.close();
    await page.activate();
    await until('the first tab', async () => (await title(panel)).includes(network.title));
    await page.goto('about:blank');
    await until('nothing to list', async () => (await textsOf(panel, '.not-read')).length > 0);
    await panel.close();
    await page.close();
  });

  it('marks a name again that the reader had set aside', async () => {
    const page = await desk.driver.open(taihu.url);
    await annotated(page);
    const panel = await openPanel(desk.driver, page);
    const name = '常州市武进区水利局';
    await ask(panel, 'verdict.decide', { type: 'organization', name, page: taihu.url, entityId: null, reach: 'page' });
    await page.reload();
    await until('set aside', async () => (await textsOf(panel, '.aside')).join().includes(name));
    expect(await names(panel, 'organization')).not.toContain(name);
    await pressControl(panel, '.aside .link');
    await until('marked again', async () => (await names(panel, 'organization')).includes(name));
    expect(await textsOf(panel, '.aside')).toEqual([]);
    await panel.close();
    await page.close();
  });

  it('saves them all, and says when a site is switched off and switches it on again', async () => {
    const page = await desk.driver.open(taihu.url);
    await annotated(page);
    const panel = await openPanel(desk.driver, page);
    await pressControl(panel, '.tools button');
    await until('all saved', async () => (await textsOf(panel, '.member button[aria-pressed=false]')).length === 0);
    await until('told', async () => (await textsOf(panel, '.outcome')).join().match(/\d/));
    const popup = await desk.driver.open(desk.driver.extensionUrl('popup.html'));
    await until('saved list', async () => (await textsOf(popup, '.entity-row')).some((row) => row.includes('朱小平')));
    await popup.evaluate(async () => {
      const scope = globalThis as unknown as Record<'browser' | 'chrome', { storage: { local: { set(items: object): Promise<void> } } }>;
      await (scope.browser ?? scope.chrome).storage.local.set({ 'setting.disabledSites': ['www.wj.gov.cn'] });
    });
    await popup.close();
    await page.activate();
    await until('switched off', async () => (await textsOf(panel, '.not-read')).join().includes('www.wj.gov.cn'));
    await pressControl(panel, '.not-read button');
    await until('listed again', async () => (await names(panel, 'official')).includes('朱小平'));
    await panel.close();
    await page.close();
  });
});
