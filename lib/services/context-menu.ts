import { browser } from 'wxt/browser';
import type { EntityRow } from '../messages/answers/entity';
import { createLightClient, sendToTab } from '../messages/client';
import type { TabMessages } from '../messages/contract';
import { ENTITY_TYPES, type EntityType } from '../model/entity';
import type { EntityId } from '../model/ids';
import { type DraftName, keepDraft } from '../settings/drafts';

interface Parts {
  /** Entities whose names hold the text, the nearest first. */
  search(text: string): Promise<{ total: number; rows: EntityRow[] }>;
  /** Today in the reader's place, YYYY-MM-DD. */
  today(): string;
  /** Shows a place of the options page. */
  show(hash: string): Promise<unknown>;
  annotate(tabId: number): Promise<unknown>;
}

/** What the browser tells of a click in the menu, as far as it matters. */
interface Click {
  menuItemId: string | number;
  selectionText?: string;
  frameId?: number;
  pageUrl?: string;
}
interface ClickedTab {
  id?: number;
  title?: string;
}

const LOOK_UP = 'look-up';
const ADD = 'add';
const ANNOTATE = 'annotate';
/** Longest selection that is taken for a name, in UTF-16 units. */
const LONGEST_NAME = 60;
const PAGES = ['http://*/*', 'https://*/*'];

/** Makes the menu anew. The browser keeps it from then on, over restarts too; in its titles it escapes what was selected itself. */
export async function makeContextMenu(word: (key: string) => string): Promise<void> {
  await browser.contextMenus.removeAll();
  const add = (item: Parameters<typeof browser.contextMenus.create>[0]) => browser.contextMenus.create(item);
  add({ id: LOOK_UP, contexts: ['selection'], documentUrlPatterns: PAGES, title: word('menu_look_up') });
  add({ id: ADD, contexts: ['selection'], documentUrlPatterns: PAGES, title: word('menu_add') });
  for (const type of ENTITY_TYPES)
    add({ id: `${ADD}:${type}`, parentId: ADD, contexts: ['selection'], documentUrlPatterns: PAGES, title: word(`type_${type}`) });
  add({ id: ANNOTATE, contexts: ['page'], documentUrlPatterns: PAGES, title: word('popup_annotate') });
}

/** What a click in the menu does. Nothing enters the index by it: to add something opens the editor, filled in. */
export function createContextMenu({ search, today, show, annotate }: Parts) {
  return async ({ menuItemId, selectionText, frameId = 0, pageUrl = '' }: Click, tab?: ClickedTab): Promise<void> => {
    const name = selectionText?.replace(/\s+/g, ' ').trim().slice(0, LONGEST_NAME) ?? '';
    if (menuItemId === ANNOTATE && tab?.id !== undefined) await annotate(tab.id);
    if (!name) return;
    if (menuItemId === LOOK_UP) await show(await placeOf(name));
    const type = ENTITY_TYPES.find((known) => menuItemId === `${ADD}:${known}`);
    if (type) await show(`#/new/${type}/${await keepDraft(await draftOf(type, name, pageUrl, frameId, tab))}`);
  };

  /** The one entity of that name, else the list searched for it. */
  async function placeOf(name: string): Promise<string> {
    const { total, rows } = await search(name);
    const named = rows.filter((row) => row.name === name);
    const only: EntityId | undefined = named.length === 1 ? named[0]?.id : total === 1 ? rows[0]?.id : undefined;
    return only ? `#/entity/${only}` : `#/search/${encodeURIComponent(name)}`;
  }

  async function draftOf(
    type: EntityType,
    name: string,
    pageUrl: string,
    frameId: number,
    tab: ClickedTab | undefined,
  ): Promise<DraftName> {
    const tabId = tab?.id ?? -1;
    const [quote, date] = await Promise.all([quoteFrom(tabId, frameId), dateOf(tabId)]);
    const plain = { text: name, start: 0, end: name.length, title: tab?.title?.slice(0, 300) ?? '' };
    return { type, name, url: pageUrl.slice(0, 2000), date: date ?? today(), ...(quote ?? plain) };
  }
}

/** The article's date, where the page is annotated and has one. */
async function dateOf(tabId: number): Promise<string | null> {
  const asked = createLightClient<TabMessages>(sendToTab(tabId)).call('tab.mentions', {});
  return asked.then(({ date }) => date).catch(() => null);
}

type Quote = Pick<DraftName, 'text' | 'start' | 'end' | 'title'>;

/** What is selected in a frame with the paragraph around it; null where the browser lets us not see it. */
async function quoteFrom(tabId: number, frameId: number): Promise<Quote | null> {
  try {
    const [frame] = await browser.scripting.executeScript({ target: { tabId, frameIds: [frameId] }, func: readQuote });
    return (frame?.result as Quote | null | undefined) ?? null;
  } catch {
    return null;
  }
}

/** Runs in the page, and so stands for itself alone. */
function readQuote(): Quote | null {
  const reach = 300;
  const selection = getSelection();
  if (!selection?.rangeCount) return null;
  const range = selection.getRangeAt(0);
  let block = range.startContainer.parentElement;
  while (block?.parentElement && getComputedStyle(block).display.startsWith('inline')) block = block.parentElement;
  if (!block) return null;
  const before = document.createRange();
  before.selectNodeContents(block);
  before.setEnd(range.startContainer, range.startOffset);
  const text = block.textContent ?? '';
  const at = before.toString().length;
  const from = Math.max(0, at - reach);
  const length = Math.min(range.toString().length, reach);
  return { text: text.slice(from, at + length + reach), start: at - from, end: at - from + length, title: document.title.slice(0, 300) };
}
