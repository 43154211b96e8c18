import { expect, it } from 'vitest';
import type { Page } from './drivers/driver';
import { annotated, cardText, closeCard, highlightedTexts, hoverCard, inEachBrowser, officialsIn, pointOn, until } from './reader';
import { alliance } from './site/articles/alliance';
import { city } from './site/articles/city';
import { network } from './site/articles/network';
import { taihu } from './site/articles/taihu';
import { demoSite, FRONT_PAGE, STORIES } from './site/site';

/** Names the page mentions, as the toolbar popup would be told. */
const cast = (texts: Record<string, string[]>) => Object.values(texts).flat();

inEachBrowser(demoSite, (desk) => {
  it.each(STORIES.map((story) => [story.title, story] as const))('finds who is who in %s', async (_title, story) => {
    const page = await desk.driver.open(story.url);
    const texts = await annotated(page);
    const officials = officialsIn(texts);
    const people = story.names.filter((name) => name.length <= 3);
    expect(officials).toEqual(expect.arrayContaining(people));
    for (const bystander of story.bystanders) expect(officials).not.toContain(bystander);
    expect(page.errors).toEqual([]);
    await page.close();
  });

  it('shows the post as of the article when the pointer rests on an official', async () => {
    const page = await desk.driver.open(taihu.url);
    await annotated(page);
    expect(await hoverCard(page, '吴震宇', '吴震宇')).toMatch(/区委.*副书记/);
    await closeCard(page);
    expect(await hoverCard(page, '朱小平', '朱小平')).toContain('副区长');
    await closeCard(page);
    await page.close();
  });

  it('opens the card of a body named by its short form with its full name', async () => {
    const page = await desk.driver.open(taihu.url);
    await annotated(page);
    expect(await hoverCard(page, '区水利局', '武进区水利局')).toContain('水利局');
    await closeCard(page);
    await page.close();
  });

  it('takes a name broken over two paragraphs as one mention with one card', async () => {
    const page = await desk.driver.open(alliance.url);
    const texts = await annotated(page);
    const name = '智能制造龙城实验室';
    expect(cast(texts).filter((text) => text === name)).toHaveLength(2);
    for (const part of [0, -1]) {
      await hoverCard(page, name, name, { occurrence: 1, part });
      await closeCard(page);
    }
    await page.close();
  });

  it('finds names padded with full-width spaces, and no name in words that only look so', async () => {
    const page = await desk.driver.open(network.url);
    const texts = await annotated(page);
    const officials = officialsIn(texts);
    expect(officials.filter((text) => text === '李林')).toHaveLength(1);
    expect(officials).toEqual(expect.arrayContaining(['盛蕾', '杭勇', '朱岩']));
    await page.close();
  });

  it('opens a card on a page whose policy allows no script and no connection', async () => {
    const page = await desk.driver.open(city.url);
    await annotated(page);
    expect(await hoverCard(page, '陈金虎', '陈金虎')).toContain('市委书记');
    await page.close();
  });

  it('leaves fields and editable regions alone', async () => {
    const page = await desk.driver.open(FRONT_PAGE);
    await annotated(page);
    await page.evaluate(() => {
      const editor = document.createElement('div');
      editor.contentEditable = 'true';
      editor.textContent = '市委书记陈金虎的手记';
      const late = document.createElement('p');
      late.textContent = '市委书记陈金虎、市长盛蕾参加。';
      document.querySelector('main')?.append(editor, late);
    });
    const texts = await until('late text annotated', async () => {
      const now = await highlightedTexts(page);
      return officialsIn(now).includes('陈金虎') && now;
    });
    expect(officialsIn(texts).filter((text) => text === '陈金虎')).toHaveLength(1);
    await page.close();
  });

  it('opens a card by a click, keeps it while the pointer is away, and closes it on Escape', async () => {
    const page = await desk.driver.open(taihu.url);
    await annotated(page);
    const { x, y } = await pointOn(page, '朱小平');
    await page.click(x, y);
    await until('card', async () => (await cardText(page))?.includes('朱小平'));
    await page.move(3, 3);
    expect(await cardText(page)).toContain('朱小平');
    await page.press('Escape');
    await until('card closed', async () => (await cardText(page)) === null);
    await page.close();
  });

  it('leaves no trace in the page but its one element', async () => {
    const page = await desk.driver.open(taihu.url);
    await annotated(page);
    await hoverCard(page, '朱小平', '朱小平');
    expect(await foreignTraces(page)).toEqual(['longcheng-card']);
    await page.close();
  });

  it('reached no host but those that were opened', async () => {
    const opened = new Set([...STORIES.map((story) => new URL(story.url).host)]);
    const page = await desk.driver.open(taihu.url);
    await annotated(page);
    const reached = desk.server.requests.map((address) => new URL(address).host).filter((host) => !/google|mozilla|firefox/.test(host));
    expect(new Set(reached)).toEqual(opened);
    await page.close();
  });
});

/** Elements and attributes that were not in the page as it was served. */
function foreignTraces(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const served = new DOMParser().parseFromString(await (await fetch(location.href)).text(), 'text/html');
    const shapeOf = (root: Document) =>
      [...root.querySelectorAll('*')].map((element) => {
        const attributes = [...element.attributes].map((attribute) => `${attribute.name}=${attribute.value}`);
        return [element.localName, ...attributes].join(' ');
      });
    const before = shapeOf(served);
    const foreign: string[] = [];
    for (const shape of shapeOf(document)) {
      const at = before.indexOf(shape);
      if (at < 0) foreign.push(shape.split(' ')[0] ?? '');
      else before.splice(at, 1);
    }
    return [...foreign, ...before.map((shape) => `missing ${shape}`)];
  });
}
