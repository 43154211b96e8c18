import { expect, it } from 'vitest';
import type { Page } from './drivers/driver';
import { annotated, cardText, inEachBrowser, pointOn, until } from './reader';
import type { Site } from './server';
import { openPanel, openPopup, pressControl, textsOf } from './toolbar';

const BASE = 'http://www.wj.gov.cn/html/czwj/2023/CNJQKLMB_1028/';
const page = (body: string) => ({ body: `<!DOCTYPE html><html lang="zh-CN"><meta charset="utf-8"><title>督查</title>${body}` });

const PAGES: Record<string, ReturnType<typeof page>> = {
  'frames.html': page(`<body><p>区委副书记吴震宇。</p><iframe src="inner.html" width="700" height="420"></iframe>
    <iframe srcdoc="<p>副区长朱小平在此。</p>" width="700" height="200"></iframe><iframe id="written" width="300" height="80"></iframe>
    <script>document.getElementById('written').contentDocument.body.innerHTML = '<p>区委副书记吴震宇。</p>';</script></body>`),
  'inner.html': page('<body><p>副区长朱小平来到区水利局。</p></body>'),
  'set.html': page('<frameset cols="30%,70%"><frame src="inner.html"><frame src="inner.html"></frameset>'),
  'shadow.html': page(`<body><p>区委副书记吴震宇。</p><div id="early"></div><x-card>副区长朱小平</x-card><x-late></x-late>
    <script>
    document.getElementById('early').attachShadow({ mode: 'open' }).innerHTML = '<style>p { color: #222 }</style><p>区委副书记吴震宇。</p>';
    document.querySelector('x-card').attachShadow({ mode: 'open' }).innerHTML = '<section><slot></slot><a href="#x">来到嘉泽镇</a></section>';
    </script></body>`),
};
const site: Site = (url) => PAGES[url.href.replace(BASE, '')];

/** Texts our highlights hold in the page and in the frames it can reach. */
const everywhere = (page: Page) =>
  page.evaluate(() => {
    const texts = (scope: Window & typeof globalThis) =>
      [...(scope.CSS.highlights as unknown as Iterable<[string, Iterable<AbstractRange>]>)]
        .filter(([name]) => /^(on-\w+-)?longcheng-official/.test(name))
        .flatMap(([, ranges]) => [...ranges].map((range) => (range.startContainer as Text).data.slice(range.startOffset, range.endOffset)));
    return [globalThis as unknown as Window, ...Array.from(frames as unknown as ArrayLike<Window>)].map((scope) =>
      texts(scope as Window & typeof globalThis).join(),
    );
  });

inEachBrowser(site, (desk) => {
  it('annotates the frames of a page, whatever they were made from, and counts them together', async () => {
    const page = await desk.driver.open(`${BASE}frames.html`);
    await until('all frames', async () => (await everywhere(page)).join('|') === '吴震宇|朱小平|朱小平|吴震宇');
    const popup = await openPopup(desk.driver, page);
    await pressControl(popup, '[role=tab][data-key=page]');
    await until('both counted', async () => {
      const rows = await textsOf(popup, '.entity-row');
      return rows.some((row) => /吴震宇.*2/.test(row)) && rows.some((row) => /朱小平.*2/.test(row));
    });
    await popup.close();
    const panel = await openPanel(desk.driver, page);
    await until('both in the panel', async () => {
      const rows = await textsOf(panel, '.member');
      return rows.some((row) => /吴震宇.*2/.test(row)) && rows.some((row) => /朱小平.*2/.test(row));
    });
    await panel.close();
    expect(page.errors).toEqual([]);
    await page.close();
  });

  it('annotates framesets', async () => {
    const page = await desk.driver.open(`${BASE}set.html`);
    await until('both frames', async () => (await everywhere(page)).slice(1).join('|') === '朱小平|朱小平');
    await page.close();
  });

  it('reads open shadow trees, also those that come late, and shows their marks and cards', async () => {
    const page = await desk.driver.open(`${BASE}shadow.html`);
    await annotated(page);
    await until(
      'shadow trees',
      async () => (await everywhere(page))[0] === '吴震宇,吴震宇,朱小平' || (await everywhere(page))[0]!.split(',').length === 3,
    );
    const root = await page.evaluate(() => {
      const host = document.getElementById('early')!;
      const text = host.shadowRoot!.querySelector('p')!.firstChild!;
      const range = document.createRange();
      range.setStart(text, 5);
      range.setEnd(text, 8);
      const rect = range.getBoundingClientRect();
      return { x: rect.left + rect.width / 2, y: rect.top + rect.height / 2 };
    });
    await page.move(root.x, root.y);
    await until('card in a shadow tree', async () => (await cardText(page))?.includes('吴震宇'));
    await page.move(2, 2);
    await page.press('Escape');
    await until('card closed', async () => (await cardText(page)) === null);
    const slotted = await pointOn(page, '朱小平');
    await page.move(slotted.x, slotted.y);
    await until('card of what is slotted', async () => (await cardText(page))?.includes('朱小平'));
    await page.evaluate(() => {
      document.querySelector('x-late')!.attachShadow({ mode: 'open' }).innerHTML = '<p>副区长朱小平晚到。</p>';
    });
    await until('the late tree', async () => (await everywhere(page))[0]!.split(',').length === 4);
    await page.evaluate(() => document.getElementById('early')!.shadowRoot!.querySelector('p')!.append('副区长朱小平。'));
    await until('a change within', async () => (await everywhere(page))[0]!.split(',').length === 5);
    expect(page.errors).toEqual([]);
    await page.close();
  });
});
