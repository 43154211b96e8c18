import { expect, it } from 'vitest';
import type { Page } from './drivers/driver';
import { annotated, cardText, highlightedTexts, hoverCard, inEachBrowser, officialsIn, until } from './reader';
import type { Site } from './server';
import { clickControl } from './toolbar';

const ADDRESS = 'http://www.wj.gov.cn/html/czwj/2023/CNJQKLMB_1028/5.html';
// The twin for elder readers: no date in the address, all paragraphs in one line.
const ELDER = 'http://www.wj.gov.cn/content/suitable/show?catid=11&id=5';

const SHOWN = '<p>区委副书记吴震宇来到嘉泽镇。</p>';

const BODY = `<div>发布日期:2023-10-28 来源:武进日报 <a href="#" id="traditional">繁體</a></div>
<div id="text">${SHOWN}</div>
<button id="other-tab">部门动态</button><div id="tab" style="display: none"><p>副区长朱小平参加。</p></div>
<details id="fold"><summary>更多</summary><p>副区长朱小平讲话。</p></details>
<button id="full">全屏</button><div id="stage" style="background: #fff"><p>副区长朱小平在现场。</p></div>
<div style="height: 1500px"></div><div id="feed"></div>
<script>
// As the sites do it: each text is turned where it stands.
const FORMS = { 区: '區', 书: '書', 记: '記', 来: '來', 镇: '鎮', 吴: '吳' };
document.getElementById('traditional').onclick = (event) => {
  event.preventDefault();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) walker.currentNode.data = walker.currentNode.data.replace(/[区书记来镇吴]/g, (c) => FORMS[c]);
};
document.getElementById('other-tab').onclick = () => { document.getElementById('tab').style.display = ''; };
document.getElementById('full').onclick = () => document.getElementById('stage').requestFullscreen();
let pages = 0;
addEventListener('scroll', () => {
  if (pages < 3 && innerHeight + scrollY > document.documentElement.scrollHeight - 20) {
    pages++;
    document.getElementById('feed').insertAdjacentHTML('beforeend', '<div style="height: 1200px"><p>第' + pages + '页：区委副书记吴震宇到场。</p></div>');
  }
});
</script>`;

const html = (body: string) => `<!DOCTYPE html><html lang="zh-CN"><meta charset="utf-8"><title>督查</title><body>${body}</body></html>`;

const site: Site = (url) => {
  if (url.href === ADDRESS) return { body: html(BODY) };
  if (url.href !== ELDER) return undefined;
  return {
    body: html(
      '<div>退出长者模式</div><div style="font-size: 30px">发布日期:2023-10-28　　区委副书记吴震宇来到嘉泽镇。　　副区长朱小平参加。</div>',
    ),
  };
};

const officials = async (page: Page) => officialsIn(await highlightedTexts(page));
const times = async (page: Page, name: string) => (await officials(page)).filter((text) => text === name).length;

/** Whether an official is marked in a text that begins so. */
const isMarked = (page: Page, beginning: string) =>
  page.evaluate(
    (wanted) =>
      [...(CSS.highlights as unknown as Iterable<[string, Iterable<AbstractRange>]>)].some(
        ([name, ranges]) =>
          /^(on-\w+-)?longcheng-official/.test(name) &&
          [...ranges].some(({ startContainer }) => (startContainer as Text).data.startsWith(wanted)),
      ),
    beginning,
  );

inEachBrowser(site, (desk) => {
  const open = async (address = ADDRESS) => {
    const page = await desk.driver.open(address);
    await annotated(page);
    return page;
  };

  it('marks what an endless page brings as it is scrolled to', async () => {
    const page = await open();
    for (const count of [1, 2, 3]) {
      await page.evaluate(() => scrollTo({ top: document.documentElement.scrollHeight, behavior: 'instant' }));
      // While such a page changes, what is far from the view need not be marked.
      await until(`part ${count}`, () => isMarked(page, `第${count}页`));
    }
    expect(page.errors).toEqual([]);
    await page.close();
  });

  it('knows everybody again in traditional characters and on the page for elder readers', async () => {
    const page = await open();
    await clickControl(page, '#traditional');
    await until('turned and marked', async () => (await officials(page)).includes('吳震宇'));
    expect(await hoverCard(page, '吳震宇', '吴震宇')).toContain('副书记');
    await page.goto(ELDER);
    await annotated(page);
    expect(await officials(page)).toEqual(['吴震宇', '朱小平']);
    expect(await hoverCard(page, '朱小平', '朱小平')).toContain('2023');
    await page.close();
  });

  it('follows tabs and folds', async () => {
    const page = await open();
    expect(await times(page, '朱小平')).toBe(1);
    await clickControl(page, '#other-tab');
    await until('the tab', async () => (await times(page, '朱小平')) === 2);
    await clickControl(page, '#fold summary');
    await until('the fold', async () => (await times(page, '朱小平')) === 3);
    await clickControl(page, '#fold summary');
    await until('the fold closed', async () => (await times(page, '朱小平')) === 2);
    await page.close();
  });

  it('opens its card above an element that fills the screen', async () => {
    const page = await open();
    await clickControl(page, '#full');
    await until('the full screen', () => page.evaluate(() => document.fullscreenElement?.id === 'stage'));
    expect(await hoverCard(page, '朱小平', '朱小平')).toContain('朱小平');
    // What lies on top gets the press.
    const { x, y } = (await page.inCard((root) => {
      const box = root.querySelector('[data-key=close]')!.getBoundingClientRect();
      return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    }))!;
    await page.click(x, y);
    await until('card closed', async () => (await cardText(page)) === null);
    await page.evaluate(() => document.exitFullscreen());
    expect(page.errors).toEqual([]);
    await page.close();
  });
});
