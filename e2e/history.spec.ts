import { expect, it } from 'vitest';
import { ask } from './background';
import type { Page } from './drivers/driver';
import { annotated, highlightedTexts, inEachBrowser, until } from './reader';
import type { Site } from './server';
import { network } from './site/articles/network';
import { taihu } from './site/articles/taihu';
import { articlePage } from './site/layout';
import { demoSite } from './site/site';
import { dateRow, type Story } from './site/story';
import { pressControl, textsOf } from './toolbar';
import { violations } from './violations';

/** Names an official no index holds, with the post. */
const FLOOD: Story = {
  url: 'http://www.wj.gov.cn/html/czwj/2023/CNJQKLMB_1028/777001.html',
  title: '区水利局检查防汛',
  date: '2023-10-28',
  dateRow: dateRow('2023-10-28', '武进日报'),
  masthead: '武 进',
  breadcrumb: ['首页'],
  body: '<p>昨天上午,区水利局副局长麦水生来到嘉泽镇,察看防汛物资。麦水生要求各地做好准备。</p>',
  names: [],
  bystanders: [],
};
const site: Site = (url) => (url.href === FLOOD.url ? { body: articlePage(FLOOD) } : demoSite(url));

const LAKE = 'project/taihu-2023';

interface Met {
  pages: number;
}
const pagesOf = async (options: Page, entityId: string) => (await ask<Met>(options, 'history.met', { entityId })).pages;

inEachBrowser(site, (desk) => {
  /** Reads a page until it is kept: it counts when it was in view for some seconds. */
  async function read(options: Page, url: string): Promise<void> {
    const page = await desk.driver.open(url);
    await annotated(page);
    await until('page kept', async () =>
      (await ask<{ visits: Visit[] }>(options, 'history.pages')).visits.some(({ page: kept }) => kept === url),
    );
    await page.close();
  }

  it('keeps nothing until the reader asks for it, then who was met where, and wipes it at a click', async () => {
    const options = await desk.driver.open(`${desk.driver.extensionUrl('options.html')}#/history`);
    await until('history page', async () => (await textsOf(options, '.history .empty')).length > 0);
    expect(await options.evaluate(() => document.querySelector('[role=switch]')?.getAttribute('aria-checked'))).toBe('false');
    await switchOn(options);
    const id = await entityIdOf(options, '吴震宇');
    for (const { url } of [taihu, network]) await read(options, url);
    await options.activate();
    await options.evaluate((entity) => {
      location.hash = `#/entity/${entity}/history`;
    }, id);
    const met = await until('met pages', async () => {
      const lines = await textsOf(options, '.met-pages li');
      return lines.length > 0 && lines;
    });
    expect(met.find((line) => line.includes(taihu.title))).toContain('区委副书记吴震宇来到嘉泽镇');
    expect(await textsOf(options, '.companions a')).toContainEqual(expect.stringContaining('朱小平'));
    expect(await violations(options)).toEqual([]);
    await pressControl(options, '.history > section > .button');
    await pressControl(options, '.confirm .danger');
    await until('entity wiped', async () => (await pagesOf(options, id)) === 0 && (await textsOf(options, '.met-pages')).length === 0);

    await options.evaluate(() => {
      location.hash = '#/history';
    });
    await until('both pages', async () => (await textsOf(options, '.visit')).length === 2);
    expect(await violations(options)).toEqual([]);
    await pressControl(options, '.reading .filters > .button');
    await pressControl(options, '.confirm .danger');
    await until('all wiped', async () => (await textsOf(options, '.visit')).length === 0);
    expect(await pagesOf(options, LAKE)).toBe(0);
    expect(options.errors).toEqual([]);
    await options.close();
  });

  it('proposes what pages name and the index does not have, and takes it over by a press', async () => {
    const options = await desk.driver.open(`${desk.driver.extensionUrl('options.html')}#/history`);
    await switchOn(options);
    await read(options, FLOOD.url);
    await until('noted', async () => (await ask<unknown[]>(options, 'inbox.list')).length > 0);
    await options.activate();
    await options.evaluate(() => {
      location.hash = '#/inbox';
    });
    const [row] = await until('proposal', async () => {
      const rows = await textsOf(options, '.inbox-row');
      return rows.length > 0 && rows;
    });
    expect(row).toContain('麦水生区水利局副局长');
    expect(row).toContain('昨天上午,区水利局副局长麦水生来到嘉泽镇');
    expect(await violations(options)).toEqual([]);
    await pressControl(options, '.inbox-row .actions button');
    await until('proposal gone', async () => (await textsOf(options, '.inbox-row')).length === 0);
    const id = await entityIdOf(options, '麦水生');
    const { entity } = await ask<{ entity: { memberships: object[] } }>(options, 'entities.get', { id });
    expect(entity.memberships).toMatchObject([{ organization: 'org/wujin.water', role: '副局长', seen: [{ date: '2023-10-28' }] }]);
    const again = await desk.driver.open(FLOOD.url);
    await until('own entity marked', async () => (await highlightedTexts(again))['longcheng-official']?.includes('麦水生'));
    await again.close();
    expect(options.errors).toEqual([]);
    await options.close();
  });
});

async function switchOn(options: Page): Promise<void> {
  await until('switch', () => options.evaluate(() => document.querySelector('[role=switch]') !== null));
  if (await options.evaluate(() => document.querySelector('[role=switch][aria-checked=false]') !== null)) {
    await pressControl(options, '[role=switch]');
  }
  await until('history on', () => options.evaluate(() => document.querySelector('[role=switch][aria-checked=true]') !== null));
}

interface Visit {
  page: string;
}

async function entityIdOf(options: Page, name: string): Promise<string> {
  const { rows } = await ask<{ rows: { id: string; name: string }[] }>(options, 'entities.search', { query: name });
  const row = rows.find((known) => known.name === name);
  if (!row) throw new Error(`${name} is not in the index`);
  return row.id;
}
