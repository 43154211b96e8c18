import { expect, it } from 'vitest';
import type { Page } from './drivers/driver';
import { annotated, cardText, closeCard, highlightedTexts, hoverCard, inEachBrowser, officialsIn, pointOn, until } from './reader';
import type { Site } from './server';

const ADDRESS = 'http://www.wj.gov.cn/html/czwj/2023/CNJQKLMB_1028/1.html';

const BODY = `<div class="xx">发布日期:2023-10-28 来源:武进日报</div>
<p id="first">区委副书记吴震宇来到嘉泽镇。</p>
<p id="end" style="width: 600px">副区长朱小平</p>
<p contenteditable="true" id="editable">副区长朱小平</p>
<textarea>副区长朱小平</textarea><input value="副区长朱小平">
<p style="display: none" id="folded">副区长朱小平</p>
<p id="split">副区长朱<b>小</b><!-- x --><span><i>平</i></span>参加。</p>
<p><a href="#here" id="link">副区长朱小平</a></p>
<dialog id="dialog"><p>副区长朱小平在对话框里。</p><button>好</button></dialog>
<div style="height: 3000px"></div><p id="far">区委副书记吴震宇。</p>`;

const site: Site = (url) =>
  url.href === ADDRESS
    ? { body: `<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"><title>督查</title></head><body>${BODY}</body></html>` }
    : undefined;

const count = (list: string[], name: string) => list.filter((text) => text === name).length;

async function officialsUntil(page: Page, what: string, ready: (officials: string[]) => boolean): Promise<void> {
  await until(what, async () => ready(officialsIn(await highlightedTexts(page))));
}

const centreOf = (page: Page, selector: string) =>
  page.evaluate((wanted) => {
    const rect = document.querySelector(wanted)!.getBoundingClientRect();
    return { x: rect.left + rect.width / 2, y: rect.top + rect.height / 2 };
  }, selector);

inEachBrowser(site, (desk) => {
  const open = async () => {
    const page = await desk.driver.open(ADDRESS);
    await annotated(page);
    return page;
  };

  it('leaves fields, editable and hidden text alone, and joins a name over nodes', async () => {
    const page = await open();
    expect(count(officialsIn(await highlightedTexts(page)), '朱小平')).toBe(3);
    await page.evaluate(() => document.getElementById('folded')!.removeAttribute('style'));
    await officialsUntil(page, 'what was unfolded', (officials) => count(officials, '朱小平') === 4);
    await page.close();
  });

  it('annotates what comes late, and what is replaced in place', async () => {
    const page = await open();
    await page.evaluate(() => {
      document.getElementById('first')!.firstChild!.nodeValue = '区委书记陈金虎、副区长朱小平来到嘉泽镇。';
    });
    await officialsUntil(page, 'the replaced text', (officials) => count(officials, '吴震宇') === 1 && count(officials, '朱小平') === 4);
    await page.evaluate(() => {
      const late = document.createElement('p');
      late.textContent = '区委副书记吴震宇晚到。';
      document.body.prepend(late);
    });
    await officialsUntil(page, 'the late paragraph', (officials) => count(officials, '吴震宇') === 2);
    await page.close();
  });

  it('takes only the mention itself for the mention, not the empty end of its line', async () => {
    const page = await open();
    const { x, y } = await pointOn(page, '朱小平');
    await page.move(x + 300, y);
    await page.click(x + 300, y);
    // Had the click chosen 朱小平, its card would be pinned and this one could not open.
    await hoverCard(page, '吴震宇', '吴震宇');
    await closeCard(page);
    await page.close();
  });

  it('lets the pointer travel to the card and use it, and closes it when the pointer leaves', async () => {
    const page = await open();
    await hoverCard(page, '吴震宇', '吴震宇');
    await page.move(900, 5);
    await until('card closed by leaving', async () => (await cardText(page)) === null);
    await hoverCard(page, '吴震宇', '吴震宇');
    await until('what the card has to say', () => page.inCard((root) => root.querySelector('[aria-expanded]') !== null));
    const button = await page.inCard((root) => {
      const rect = root.querySelector('[aria-expanded]')!.getBoundingClientRect();
      return { x: rect.left + rect.width / 2, y: rect.top + rect.height / 2 };
    });
    await page.move(button!.x, button!.y);
    await page.click(button!.x, button!.y);
    await until('the button did its work', () => page.inCard((root) => root.querySelector('[aria-expanded="true"]') !== null));
    // Used, it stays: this other mention does not take its place, and the press on it is needed to do so.
    const other = await pointOn(page, '朱小平');
    await page.move(other.x, other.y);
    await page.click(other.x, other.y);
    await until('the other card', async () => (await cardText(page))?.includes('朱小平'));
    await page.close();
  });

  it('pins on click, gives the focus to the card, and back when Escape closes it', async () => {
    const page = await open();
    await page.evaluate(() => document.getElementById('link')!.focus());
    const { x, y } = await pointOn(page, '朱小平');
    await page.click(x, y);
    await until('pinned card', async () => (await cardText(page))?.includes('朱小平'));
    await until('focus in the card', () => page.evaluate(() => document.activeElement?.localName === 'longcheng-card'));
    await page.evaluate(() => {
      const heard: string[] = [];
      Object.assign(globalThis, { heard });
      for (const target of [document, document.body]) {
        for (const type of ['keydown', 'keyup']) target.addEventListener(type, (event) => heard.push((event as KeyboardEvent).key), true);
      }
    });
    await page.press('a');
    await page.press('Escape');
    await until('card closed', async () => (await cardText(page)) === null);
    expect(await page.evaluate(() => (globalThis as unknown as { heard: string[] }).heard)).not.toContain('a');
    await page.close();
  });

  it('leaves a link its click', async () => {
    const page = await open();
    const { x, y } = await centreOf(page, '#link');
    await page.click(x, y);
    expect(await page.evaluate(() => location.hash)).toBe('#here');
    await hoverCard(page, '吴震宇', '吴震宇');
    await page.close();
  });

  it('works inside a modal dialog', async () => {
    const page = await open();
    await page.evaluate(() => (document.getElementById('dialog') as HTMLDialogElement).showModal());
    await officialsUntil(page, 'the dialog’s text', (officials) => count(officials, '朱小平') === 4);
    const { x, y } = await centreOf(page, '#dialog p');
    await page.move(x - 20, y);
    await page.move(x - 30, y);
    await page.evaluate(() => document.querySelector('#dialog p')!.scrollIntoView());
    await hoverCard(page, '朱小平', '朱小平', { occurrence: 3 });
    expect(await page.evaluate(() => document.querySelector('longcheng-card')?.parentElement?.id)).toBe('dialog');
    await page.press('Escape');
    await until('card closed', async () => (await cardText(page)) === null);
    expect(await page.evaluate(() => (document.getElementById('dialog') as HTMLDialogElement).open)).toBe(true);
    await page.close();
  });

  it('survives a page that removes its element', async () => {
    const page = await open();
    await hoverCard(page, '吴震宇', '吴震宇');
    await page.evaluate(() => document.querySelector('longcheng-card')!.remove());
    await until('the card back', async () => (await cardText(page))?.includes('吴震宇'));
    await page.evaluate(() => {
      new MutationObserver(() => document.querySelector('longcheng-card')?.remove()).observe(document.documentElement, { childList: true });
      document.querySelector('longcheng-card')!.remove();
    });
    await until('the card given up', () => page.evaluate(() => document.querySelector('longcheng-card') === null));
    expect(page.errors).toEqual([]);
    await page.close();
  });

  it('closes a card whose line is scrolled away', async () => {
    const page = await open();
    await hoverCard(page, '吴震宇', '吴震宇');
    await page.evaluate(() => scrollTo({ top: 2500, behavior: 'instant' }));
    await until('card closed', async () => (await cardText(page)) === null);
    await page.close();
  });

  it('shows lighter underlines where the page’s text is light', async () => {
    const page = await open();
    await page.evaluate(() => {
      document.body.style.cssText = 'background: #111; color: #ddd';
    });
    const onDark = () =>
      page.evaluate(() => (CSS.highlights.get('on-dark-longcheng-official') as unknown as { size: number } | undefined)?.size ?? 0);
    // All but the one in a link, which keeps its own dark blue.
    await until('light underlines', async () => (await onDark()) >= 4);
    await page.close();
  });

  it('leaves no trace when it is switched off', async () => {
    const page = await open();
    const untouched = await page.evaluate(() => document.documentElement.outerHTML);
    await hoverCard(page, '吴震宇', '吴震宇');
    const popup = await desk.driver.open(desk.driver.extensionUrl('popup.html'));
    const set = (hosts: string[]) =>
      popup.evaluate((value) => {
        const scope = globalThis as unknown as Record<'browser' | 'chrome', { storage: { local: { set(items: object): Promise<void> } } }>;
        return (scope.browser ?? scope.chrome).storage.local.set({ 'setting.disabledSites': value });
      }, hosts);
    await set(['www.wj.gov.cn']);
    await until('no highlights', () => page.evaluate(() => CSS.highlights.size === 0));
    expect(await page.evaluate(() => document.documentElement.outerHTML)).toBe(untouched);
    await set([]);
    // A hidden page is left alone until it is seen.
    await page.activate();
    await annotated(page);
    await popup.close();
    await page.close();
  });
});
