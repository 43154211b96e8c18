import { expect, it } from 'vitest';
import { ask } from './background';
import { annotated, closeCard, highlightedTexts, hoverCard, inEachBrowser, until } from './reader';
import type { Site } from './server';
import { choose, clickControl, pressControl, textsOf, typeInto } from './toolbar';

const HOST = 'news.example.cn';
const ADDRESS = `http://${HOST}/2023/1.html`;
const ELSEWHERE = 'http://visited.example.cn/2023/2.html';

const page = (text: string) =>
  `<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"><title>检查</title></head><body><h1>检查</h1><div>发布日期:2023-10-28</div><p>${text}</p></body></html>`;
const site: Site = (url) => ([ADDRESS, ELSEWHERE].includes(url.href) ? { body: page('副区长朱小平与区水利局一同检查。') } : undefined);

const OWN = '.own-site';

inEachBrowser(site, (desk) => {
  const start = async (url: string) => {
    const options = await desk.driver.open(desk.driver.extensionUrl('options.html'));
    const tabId = await options.evaluate(async (address) => {
      interface Tabs {
        query(filter: object): Promise<{ id: number; url?: string }[]>;
      }
      const scope = globalThis as unknown as Record<'browser' | 'chrome', { tabs: Tabs }>;
      return (await (scope.browser ?? scope.chrome).tabs.query({})).find((tab) => tab.url === address)?.id ?? null;
    }, url);
    expect(tabId, `${url} may be read`).not.toBeNull();
    const { outcome } = await ask<{ outcome: string }>(options, 'page.start', { tabId });
    await options.close();
    return outcome;
  };

  it('annotates a site the reader adds, from its own area, until it is removed', async () => {
    const { driver } = desk;
    const article = await driver.open(ADDRESS);
    const options = await driver.open(`${driver.extensionUrl('options.html')}#/sites/add/${HOST}`);
    await driver.allowHost(HOST);
    await until('areas', async () => (await textsOf(options, '#site-area option')).length > 5);
    await choose(options, '#site-area', 'area/wujin');
    await typeInto(options, '#site-paper', '某报');
    await options.activate();
    await clickControl(options, '.add-site [type=submit]');
    await until('site listed', async () => (await textsOf(options, OWN)).length === 1);
    // The page that was open already, and any opened later.
    await article.activate();
    await annotated(article);
    expect(await hoverCard(article, '区水利局', '武进区水利局')).toContain('水利局');
    await closeCard(article);
    await driver.stopBackground();
    await article.reload();
    await annotated(article);
    await options.activate();
    await pressControl(options, `${OWN} .icon-button`);
    await until('site gone', async () => (await textsOf(options, OWN)).length === 0);
    await article.activate();
    await until('marks taken off', async () => Object.keys(await highlightedTexts(article)).length === 0);
    await article.reload();
    expect(await highlightedTexts(article)).toEqual({});
    expect(article.errors).toEqual([]);
    await options.close();
    await article.close();
  });

  it('annotates any page this once when it is called upon there, with its card', async () => {
    const article = await desk.driver.open(ELSEWHERE);
    await desk.driver.callOn(article);
    expect(await start(ELSEWHERE)).toBe('started');
    await article.activate();
    await annotated(article);
    await hoverCard(article, '朱小平', '朱小平');
    await closeCard(article);
    await article.reload();
    expect(await highlightedTexts(article)).toEqual({});
    await article.close();
  });

  it('says that the browser’s own pages cannot be annotated', async () => {
    const own = await desk.driver.open(desk.driver.extensionUrl('popup.html'));
    expect(await start(desk.driver.extensionUrl('popup.html'))).toBe('refused');
    await own.close();
  });
});
