import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { announceIndexRevision, watchIndexRevision } from './index-revision';
import { disabledSites, hoverDelay, paused } from './settings';

vi.mock('wxt/browser', async () => ({ browser: (await import('wxt/testing/fake-browser')).fakeBrowser }));

const stored = () => fakeBrowser.storage.local.get();

beforeEach(() => {
  fakeBrowser.reset();
  let last: Promise<unknown> = Promise.resolve();
  vi.stubGlobal('navigator', {
    locks: {
      request: (_name: string, work: () => Promise<unknown>) => {
        last = last.then(work);
        return last;
      },
    },
  });
});

describe('a setting', () => {
  it('has its default until it is set, and is stored only where it differs', async () => {
    expect(await paused.get()).toBe(false);
    await paused.set(true);
    expect(await paused.get()).toBe(true);
    expect(await stored()).toEqual({ 'setting.paused': true });
    await paused.set(false);
    expect(await stored()).toEqual({});
  });

  it('falls back to its default when what is stored makes no sense', async () => {
    await fakeBrowser.storage.local.set({ 'setting.hoverDelay': 'soon', 'setting.disabledSites': { host: 1 } });
    expect(await hoverDelay.get()).toBe(250);
    expect(await disabledSites.get()).toEqual([]);
  });

  it('keeps both of two changes made at once', async () => {
    await Promise.all([
      disabledSites.update((sites) => [...sites, 'www.wj.gov.cn']),
      disabledSites.update((sites) => [...sites, 'www.cz001.com.cn']),
    ]);
    expect(await disabledSites.get()).toEqual(['www.wj.gov.cn', 'www.cz001.com.cn']);
  });

  it('tells who watches, of this setting only, until stopped', async () => {
    const seen = vi.fn();
    const stop = new AbortController();
    disabledSites.watch(seen, stop.signal);
    await paused.set(true);
    await disabledSites.set(['www.wj.gov.cn']);
    await disabledSites.set([]);
    stop.abort();
    await disabledSites.set(['liyang.gov.cn']);
    expect(seen.mock.calls).toEqual([[['www.wj.gov.cn']], [[]]]);
  });
});

describe('the revision of the index', () => {
  it('is told to who watches, once for each new one', async () => {
    const seen = vi.fn();
    const stop = new AbortController();
    watchIndexRevision(seen, stop.signal);
    await announceIndexRevision('1:a');
    await announceIndexRevision('1:a');
    await announceIndexRevision('1:b');
    stop.abort();
    await announceIndexRevision('1:c');
    expect(seen).toHaveBeenCalledTimes(2);
  });
});
