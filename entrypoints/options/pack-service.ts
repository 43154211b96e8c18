import { browser } from 'wxt/browser';
import type { PackService } from '../../components/options/packs/view';
import { createClient, sendToBackground } from '../../lib/messages/client';
import { BACKGROUND_MESSAGES } from '../../lib/messages/contract';
import { isPackAddress } from '../../lib/services/fetch-pack';
import type { Desk } from './desk';

/** What the page of packs asks: changes of the background, comparisons of the worker, permissions of the browser. */
export function createPackService(desk: Desk, explain: PackService['explain']): PackService {
  const background = createClient(BACKGROUND_MESSAGES, sendToBackground);
  const list = () => background.call('packs.list', {});
  return {
    list,
    look: async (url) => {
      if (!isPackAddress(url)) return { state: 'failed', fault: 'permission', detail: url };
      // Asked for first of all: the browser takes a request only while the click lasts.
      if (!(await browser.permissions.request(hostOf(url)))) return { state: 'failed', fault: 'permission', detail: new URL(url).host };
      const looked = await background.call('packs.look', { url });
      if (looked.state === 'failed') await giveBack(url, await list());
      return looked;
    },
    check: (url) => background.call('packs.look', { url }),
    difference: (pack, role) => desk.ask('difference', { pack, role }),
    apply: async (pack, digest, decisions) => void (await background.call('packs.apply', { pack, digest, decisions })),
    leave: async (pack) => {
      const url = (await list()).waiting.find((version) => version.pack === pack)?.subscription?.url;
      await background.call('packs.leave', { pack });
      if (url) await giveBack(url, await list());
    },
    back: async (pack, digest) => void (await background.call('packs.back', { pack, digest })),
    settle: async (decisions) => void (await background.call('packs.settle', { decisions })),
    enable: async (pack, enabled) => void (await background.call('packs.enable', { pack, enabled })),
    move: async (pack, by) => void (await background.call('packs.move', { pack, by })),
    remove: async (pack) => {
      const url = (await list()).installed.find(({ id }) => id === pack)?.subscription?.url;
      await background.call('packs.remove', { pack });
      if (url) await giveBack(url, await list());
    },
    explain,
  };
}

const hostOf = (url: string) => ({ origins: [`${new URL(url).protocol}//${new URL(url).hostname}/*`] });

/** Gives a host's permission back unless a pack still comes from there. What the extension was installed with stays anyway. */
async function giveBack(url: string, { installed, waiting }: Awaited<ReturnType<PackService['list']>>): Promise<void> {
  const { hostname } = new URL(url);
  const needed = [...installed, ...waiting].some(({ subscription }) => subscription && new URL(subscription.url).hostname === hostname);
  // Allowed for every protocol: as a site of the reader's, which stays.
  const isSite = await browser.permissions.contains({ origins: [`*://${hostname}/*`] });
  if (!needed && !isSite) await browser.permissions.remove(hostOf(url)).catch(() => false);
}
