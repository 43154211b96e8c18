import { beforeEach, describe, expect, it, vi } from 'vitest';
import { Badge } from './badge';

const action = vi.hoisted(() => ({ setBadgeText: vi.fn() }));
vi.mock('wxt/browser', () => ({ browser: { action } }));

let badge: Badge;
const from = (frameId: number, url = 'http://www.wj.gov.cn/1.html') => ({ id: 'ours', frameId, url, tab: { id: 7 } as never });
const shown = () => action.setBadgeText.mock.lastCall?.[0];

beforeEach(() => {
  action.setBadgeText.mockReset();
  badge = new Badge();
});

describe('the badge', () => {
  it('shows what the frames of a tab hold together, each as it is now', async () => {
    await badge.found(from(3, 'http://www.wj.gov.cn/frame.html'), 2);
    await badge.found(from(0), 5);
    await badge.found(from(0), 6);
    expect(shown()).toEqual({ tabId: 7, text: '8' });
  });

  it('starts anew with another page', async () => {
    await badge.found(from(0), 5);
    await badge.found(from(3), 2);
    await badge.found(from(0, 'http://www.wj.gov.cn/2.html'), 1);
    expect(shown()).toEqual({ tabId: 7, text: '1' });
  });

  it('is empty where there is nothing, and short where there is much', async () => {
    await badge.found(from(0), 1000);
    expect(shown().text).toBe('999+');
    await badge.found(from(0), 0);
    expect(shown().text).toBe('');
  });

  it('is not for pages that are in no tab', async () => {
    await badge.found({ id: 'ours' }, 3);
    expect(action.setBadgeText).not.toHaveBeenCalled();
  });
});
