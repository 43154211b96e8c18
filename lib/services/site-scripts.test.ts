import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createSiteScripts } from './site-scripts';

interface Registered {
  id: string;
  matches: string[];
}
const world = vi.hoisted(() => ({
  sites: [] as { host: string }[],
  permitted: new Set<string>(),
  registered: [] as Registered[],
  injected: [] as number[],
}));

vi.mock('../settings/settings', () => ({ addedSites: { get: async () => world.sites } }));
vi.mock('wxt/browser', () => ({
  browser: {
    runtime: {
      getManifest: () => ({
        content_scripts: [
          { js: ['guard.js'], css: null, run_at: 'document_start', all_frames: null },
          { js: ['content.js'], css: ['moz-extension://ours/content.css'], run_at: 'document_idle' },
        ],
      }),
    },
    permissions: { contains: async ({ origins }: { origins: string[] }) => origins.every((origin) => world.permitted.has(origin)) },
    tabs: { query: async ({ url }: { url: string }) => (url === '*://open.example.cn/*' ? [{ id: 7 }] : []) },
    scripting: {
      getRegisteredContentScripts: async () => world.registered,
      registerContentScripts: async (scripts: Registered[]) => {
        const twice = scripts.find(({ id }) => world.registered.some((known) => known.id === id));
        if (twice) throw new Error(`Duplicate script ID '${twice.id}'`);
        world.registered.push(...scripts);
      },
      unregisterContentScripts: async ({ ids }: { ids: string[] }) => {
        world.registered = world.registered.filter(({ id }) => !ids.includes(id));
      },
      insertCSS: async () => undefined,
      executeScript: async ({ target }: { target: { tabId: number } }) => void world.injected.push(target.tabId),
    },
  },
}));

vi.stubGlobal('location', { origin: 'moz-extension://ours' });

const registered = () => [...new Set(world.registered.map(({ matches }) => matches.join(' ')))];
const keep = createSiteScripts();

beforeEach(() => {
  Object.assign(world, { sites: [], permitted: new Set(), registered: [], injected: [] });
});

describe('the scripts of the reader’s own sites', () => {
  it('are registered where the browser permits, and nowhere else', async () => {
    world.sites = [{ host: 'a.example.cn' }, { host: 'b.example.cn' }];
    world.permitted.add('*://a.example.cn/*');
    await keep();
    expect(world.registered).toEqual([
      expect.objectContaining({ matches: ['*://a.example.cn/*'], js: ['/guard.js'], css: [], runAt: 'document_start' }),
      expect.objectContaining({ matches: ['*://a.example.cn/*'], js: ['/content.js'], css: ['/content.css'], persistAcrossSessions: true }),
    ]);
    world.permitted.add('*://b.example.cn/*');
    world.permitted.delete('*://a.example.cn/*');
    await keep();
    expect(registered()).toEqual(['*://b.example.cn/*']);
  });

  it('are registered again once the browser has forgotten them, and go with their site', async () => {
    world.sites = [{ host: 'a.example.cn' }];
    world.permitted.add('*://a.example.cn/*');
    await keep();
    world.registered = [];
    await keep();
    expect(registered()).toHaveLength(1);
    world.sites = [];
    await keep();
    expect(registered()).toEqual([]);
  });

  it('are not registered twice by two calls at once', async () => {
    world.sites = [{ host: 'a.example.cn' }];
    world.permitted.add('*://a.example.cn/*');
    await Promise.all([keep(), keep(), keep()]);
    expect(world.registered).toHaveLength(2);
  });

  it('leave what others registered alone', async () => {
    world.registered = [{ id: 'other', matches: ['*://c.example.cn/*'] }];
    await keep();
    expect(registered()).toEqual(['*://c.example.cn/*']);
  });

  it('run at once in pages of the site that are open already', async () => {
    world.sites = [{ host: 'open.example.cn' }];
    world.permitted.add('*://open.example.cn/*');
    await keep();
    await keep();
    expect(world.injected).toEqual([7, 7]);
  });
});
