import { beforeEach, describe, expect, it, vi } from 'vitest';
import { TabFrames } from './tab-frames';

const { action, tabs, stored } = vi.hoisted(() => ({
  action: { setBadgeText: vi.fn() },
  tabs: { sendMessage: vi.fn(async () => undefined) },
  stored: new Map<string, unknown>(),
}));
vi.mock('wxt/browser', () => ({
  browser: {
    action,
    tabs,
    storage: {
      session: {
        get: async (key: string) => ({ [key]: structuredClone(stored.get(key)) }),
        set: async (items: object) => {
          for (const [key, value] of Object.entries(items)) stored.set(key, structuredClone(value));
        },
        remove: async (key: string) => void stored.delete(key),
      },
    },
  },
}));

let frames: TabFrames;
const from = (frameId: number) => ({ id: 'ours', frameId, tab: { id: 7 } as never });
const shown = () => action.setBadgeText.mock.lastCall?.[0];

beforeEach(() => {
  action.setBadgeText.mockReset();
  tabs.sendMessage.mockClear();
  stored.clear();
  frames = new TabFrames();
});

describe('the frames of a tab', () => {
  it('are counted together, each as it is now, also when they report at once', async () => {
    await Promise.all([frames.found(from(3), { entities: 2 }), frames.found(from(0), { entities: 5 })]);
    await frames.found(from(0), { entities: 6 });
    expect(shown()).toEqual({ tabId: 7, text: '8' });
    expect(await frames.of(7)).toEqual({ frames: [0, 3], at: 0 });
  });

  it('are all known to whoever asks while they report', async () => {
    const reports = [frames.found(from(0), { entities: 5 }), frames.found(from(3), { entities: 2 })];
    expect((await frames.of(7)).frames).toEqual([0, 3]);
    await Promise.all(reports);
  });

  it('are remembered when the background has been away', async () => {
    await frames.found(from(0), { entities: 5 });
    frames = new TabFrames();
    await frames.found(from(3), { entities: 2 });
    expect(shown()).toEqual({ tabId: 7, text: '7' });
  });

  it('are others on another page, which has them report anew', async () => {
    await frames.found(from(0), { entities: 5, fresh: true });
    await frames.found(from(3), { entities: 2, fresh: true });
    await frames.moveTo(7, 3);
    await frames.found(from(0), { entities: 1, fresh: true });
    expect(shown()).toEqual({ tabId: 7, text: '1' });
    expect(await frames.of(7)).toEqual({ frames: [0], at: 0 });
    expect(tabs.sendMessage).toHaveBeenCalledTimes(2);
  });

  it('show nothing where there is nothing, and briefly where there is much', async () => {
    await frames.found(from(0), { entities: 1000 });
    expect(shown().text).toBe('999+');
    await frames.found(from(0), { entities: 0 });
    expect(shown().text).toBe('');
  });

  it('go with their tab; pages in no tab have none', async () => {
    await frames.found(from(0), { entities: 1 });
    await frames.forget(7);
    expect(await frames.of(7)).toEqual({ frames: [], at: 0 });
    await frames.found({ id: 'ours' }, { entities: 3 });
    expect(action.setBadgeText).toHaveBeenCalledTimes(1);
  });
});
