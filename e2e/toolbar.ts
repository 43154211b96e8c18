import type { Driver, Page } from './drivers/driver';
import { cardText, until } from './reader';

/**
 * The toolbar popup for an article. Opened as a tab it would take itself for the page that is read, so it is loaded anew behind
 * the article, and brought forward when it has found it.
 */
export async function openPopup(driver: Driver, article: Page): Promise<Page> {
  const popup = await driver.open(driver.extensionUrl('popup.html'));
  await article.activate();
  await popup.reload();
  await until('popup filled', () => popup.evaluate(() => document.querySelector('[role=switch]') !== null));
  await popup.activate();
  return popup;
}

/** The side panel's page for an article, opened as a tab behind it: browsers let nobody but the reader open the panel itself. */
export async function openPanel(driver: Driver, article: Page): Promise<Page> {
  const panel = await driver.open(driver.extensionUrl('sidepanel.html'));
  await article.activate();
  await panel.reload();
  await until('panel filled', async () => (await textsOf(panel, '.side section')).length > 0);
  return panel;
}

/** Presses the control that a selector finds in a page of the extension. */
export async function pressControl(page: Page, selector: string): Promise<void> {
  await until(selector, () =>
    page.evaluate((wanted) => {
      const control = document.querySelector<HTMLElement>(wanted);
      control?.click();
      return control !== null;
    }, selector),
  );
}

/** Clicks a control with the pointer: what needs the reader's own hand, as asking for a permission does. */
export async function clickControl(page: Page, selector: string): Promise<void> {
  const { x, y } = await until(selector, () =>
    page.evaluate((wanted) => {
      const control = document.querySelector(wanted);
      control?.scrollIntoView({ block: 'center', behavior: 'instant' });
      const rect = control?.getBoundingClientRect();
      return rect ? { x: rect.left + rect.width / 2, y: rect.top + rect.height / 2 } : null;
    }, selector),
  );
  await page.click(x, y);
}

/** Writes into a field of a page of the extension as typing does. */
export async function typeInto(page: Page, selector: string, text: string): Promise<void> {
  await until(selector, () =>
    page.evaluate(
      (wanted, value) => {
        const field = document.querySelector<HTMLInputElement | HTMLTextAreaElement>(wanted);
        if (!field) return false;
        field.focus();
        field.value = value;
        field.dispatchEvent(new Event('input', { bubbles: true }));
        return true;
      },
      selector,
      text,
    ),
  );
}

/** Chooses an option of a list by its value. */
export function choose(page: Page, selector: string, value: string): Promise<void> {
  return page.evaluate(
    (wanted, option) => {
      const list = document.querySelector<HTMLSelectElement>(wanted);
      if (!list) throw new Error(`no ${wanted}`);
      list.value = option;
      list.dispatchEvent(new Event('change', { bubbles: true }));
    },
    selector,
    value,
  );
}

/** Gives a page's file field a file, once it may be given one. */
export async function giveFile(page: Page, name: string, text: string): Promise<void> {
  await until('a field for files', () =>
    page.evaluate(
      (fileName, contents) => {
        const input = document.querySelector<HTMLInputElement>('[type=file]:enabled');
        if (!input) return false;
        const files = new DataTransfer();
        files.items.add(new File([contents], fileName));
        input.files = files.files;
        input.dispatchEvent(new Event('change', { bubbles: true }));
        return true;
      },
      name,
      text,
    ),
  );
}

/** Text of every element a selector finds, white space folded. */
export function textsOf(page: Page, selector: string): Promise<string[]> {
  return page.evaluate(
    (wanted) => [...document.querySelectorAll(wanted)].map((e) => (e.textContent ?? '').replace(/\s+/g, ' ').trim()),
    selector,
  );
}

/** Presses the star of the open card, with the pointer, and waits until it is set. */
export async function saveFromCard(page: Page): Promise<void> {
  const star = await page.inCard((root) => {
    const rect = root.querySelector('button[aria-pressed="false"]')?.getBoundingClientRect();
    return rect ? { x: rect.left + rect.width / 2, y: rect.top + rect.height / 2 } : null;
  });
  if (!star) throw new Error(`no star to press in the card: ${await cardText(page)}`);
  await page.click(star.x, star.y);
  await until('saved', async () => await page.inCard((root) => root.querySelector('button[aria-pressed="true"]') !== null));
}
