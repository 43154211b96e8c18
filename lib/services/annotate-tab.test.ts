import { beforeEach, expect, it, vi } from 'vitest';
import { annotateTab } from './annotate-tab';

const world = vi.hoisted(() => ({
  annotated: false,
  contentType: 'text/html',
  refuses: false,
  url: 'http://news.example.cn/1.html',
  injected: 0,
}));

vi.mock('./site-scripts', () => ({ injectScripts: async () => void world.injected++ }));
vi.mock('wxt/browser', () => ({
  browser: {
    tabs: {
      get: async () => ({ url: world.url }),
      sendMessage: async () => {
        if (!world.annotated) throw new Error('Receiving end does not exist');
        return { ok: true, value: { entities: [] } };
      },
    },
    scripting: {
      executeScript: async () => {
        if (world.refuses) throw new Error('Cannot access contents of the page');
        return [{ result: world.contentType }];
      },
    },
  },
}));

beforeEach(() => {
  Object.assign(world, { annotated: false, contentType: 'text/html', refuses: false, url: 'http://news.example.cn/1.html', injected: 0 });
});

it('runs the script once in a page that may be read', async () => {
  expect(await annotateTab(7)).toEqual({ outcome: 'started' });
  world.annotated = true;
  expect(await annotateTab(7)).toEqual({ outcome: 'started' });
  expect(world.injected).toBe(1);
});

it.each([
  [{ contentType: 'application/pdf' }, 'pdf'],
  [{ refuses: true, url: 'https://news.example.cn/a.PDF#page=2' }, 'pdf'],
  [{ refuses: true, url: 'chrome://extensions/' }, 'refused'],
])('says why it cannot: %o', async (given, outcome) => {
  Object.assign(world, given);
  expect(await annotateTab(7)).toEqual({ outcome });
  expect(world.injected).toBe(0);
});
