import { expect, it } from 'vitest';
import { ask } from './background';
import type { Page } from './drivers/driver';
import { annotated, inEachBrowser, until } from './reader';
import { network } from './site/articles/network';
import { taihu } from './site/articles/taihu';
import { demoSite } from './site/site';
import { pressControl, textsOf } from './toolbar';

const LAKE = 'project/taihu-2023';

interface Met {
  pages: number;
}
const pagesOf = async (options: Page, entityId: string) => (await ask<Met>(options, 'history.met', { entityId })).pages;

inEachBrowser(demoSite, (desk) => {
  it('keeps nothing until the reader asks for it, then who was met where, and wipes it at a click', async () => {
    const options = await desk.driver.open(`${desk.driver.extensionUrl('options.html')}#/history`);
    await until('history page', async () => (await textsOf(options, '.history .empty')).length > 0);
    expect(await options.evaluate(() => document.querySelector('[role=switch]')?.getAttribute('aria-checked'))).toBe('false');
    await pressControl(options, '[role=switch]');
    await until('history on', () => options.evaluate(() => document.querySelector('[role=switch][aria-checked=true]') !== null));

    const id = await entityIdOf(options, '吴震宇');
    for (const { url } of [taihu, network]) {
      const page = await desk.driver.open(url);
      await annotated(page);
      // A page counts as read when it was in view for some seconds.
      await until('page kept', async () =>
        (await ask<{ visits: Visit[] }>(options, 'history.pages')).visits.some(({ page: kept }) => kept === url),
      );
      await page.close();
    }
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
    await pressControl(options, '.history > section > .button');
    await pressControl(options, '.confirm .danger');
    await until('entity wiped', async () => (await pagesOf(options, id)) === 0 && (await textsOf(options, '.met-pages')).length === 0);

    await options.evaluate(() => {
      location.hash = '#/history';
    });
    await until('both pages', async () => (await textsOf(options, '.visit')).length === 2);
    await pressControl(options, '.reading .filters > .button');
    await pressControl(options, '.confirm .danger');
    await until('all wiped', async () => (await textsOf(options, '.visit')).length === 0);
    expect(await pagesOf(options, LAKE)).toBe(0);
    expect(options.errors).toEqual([]);
    await options.close();
  });
});

interface Visit {
  page: string;
}

async function entityIdOf(options: Page, name: string): Promise<string> {
  const { rows } = await ask<{ rows: { id: string; name: string }[] }>(options, 'entities.search', { query: name });
  const row = rows.find((known) => known.name === name);
  if (!row) throw new Error(`${name} is not in the index`);
  return row.id;
}
