import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { EntityRow } from '../messages/answers/entity';
import { readDraft } from '../settings/drafts';
import { createContextMenu } from './context-menu';

const page = vi.hoisted(() => ({ quote: null as unknown, date: null as string | null }));
vi.mock('wxt/browser', async () => {
  const { fakeBrowser } = await import('wxt/testing/fake-browser');
  return {
    browser: {
      storage: fakeBrowser.storage,
      tabs: {
        sendMessage: async () => ({ ok: true, value: { host: '', scope: '', date: page.date, entities: [] } }),
      },
      scripting: {
        executeScript: async () => {
          if (!page.quote) throw new Error('Cannot access contents of the page');
          return [{ result: page.quote }];
        },
      },
    },
  };
});

const row = (id: EntityRow['id'], name: string): EntityRow => ({ id, name, type: 'official', summary: '', origin: 'pack' });
let found: EntityRow[];
const shown: string[] = [];
const annotate = vi.fn(async () => undefined);
const click = createContextMenu({
  search: async () => ({ total: found.length, rows: found }),
  today: () => '2026-11-24',
  show: async (hash) => shown.push(hash),
  annotate,
});
const TAB = { id: 7, title: '督查' };
const on = (menuItemId: string, selectionText?: string) =>
  click({ menuItemId, pageUrl: 'http://www.wj.gov.cn/1.html', ...(selectionText && { selectionText }) }, TAB);

beforeEach(() => {
  fakeBrowser.reset();
  shown.length = 0;
  found = [];
  Object.assign(page, { quote: null, date: null });
});

describe('looking up what is selected', () => {
  it('shows the one entity of that name, also among others that only contain it', async () => {
    found = [row('person/li-lin', '李林'), row('person/li-linfeng', '李林峰')];
    await on('look-up', ' 李林\n');
    expect(shown).toEqual(['#/entity/person/li-lin']);
  });

  it('shows the list where several are meant, or none', async () => {
    found = [row('person/li-lin', '李林'), row('person/li-lin-2', '李林')];
    await on('look-up', '李林');
    found = [];
    await on('look-up', 'A&B 100%');
    expect(shown).toEqual([`#/search/${encodeURIComponent('李林')}`, '#/search/A%26B%20100%25']);
  });
});

describe('adding what is selected', () => {
  const draft = async () => readDraft(shown[0]!.split('/')[3]!);

  it('keeps it with its sentence, page and article’s date for the editor', async () => {
    page.quote = { text: '副区长朱小平参加。', start: 3, end: 6, title: '督查_武进' };
    page.date = '2023-10-28';
    await on('add:official', '朱小平');
    expect(shown[0]).toMatch(/^#\/new\/official\//);
    expect(await draft()).toEqual({
      type: 'official',
      name: '朱小平',
      text: '副区长朱小平参加。',
      start: 3,
      end: 6,
      url: 'http://www.wj.gov.cn/1.html',
      title: '督查_武进',
      date: '2023-10-28',
    });
  });

  it('makes do with the selection where the page may not be read', async () => {
    await on('add:project', '柳塘浜整治工程');
    expect(await draft()).toMatchObject({ name: '柳塘浜整治工程', text: '柳塘浜整治工程', title: '督查', date: '2026-11-24' });
  });
});

it('annotates the page', async () => {
  await on('annotate');
  expect(annotate).toHaveBeenCalledWith(7);
  expect(shown).toEqual([]);
});

it('forgets a draft that makes no sense', async () => {
  await fakeBrowser.storage.session.set({ 'draft.x': { type: 'planet', name: 'x' } });
  expect(await readDraft('x')).toBeNull();
  expect(await readDraft('nothing')).toBeNull();
});
