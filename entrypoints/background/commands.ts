import { browser } from 'wxt/browser';
import { createLightClient, sendToTab } from '../../lib/messages/client';
import type { SiteMessages } from '../../lib/messages/contract';
import { COMMANDS, type Command, createMover } from '../../lib/services/commands';
import type { TabFrames } from '../../lib/services/tab-frames';
import { disabledSites } from '../../lib/settings/settings';
import { isOff, withSwitch } from '../../lib/settings/sites';

/** Does what the reader's keys ask for, in the tab they were pressed over. */
export function answerCommands(frames: TabFrames): void {
  const move = createMover({ frames });
  browser.commands.onCommand.addListener((name) => {
    if (COMMANDS.some((command) => command === name)) void answer(name as Command).catch(console.error);
  });

  async function answer(command: Command): Promise<void> {
    const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
    if (tab?.id === undefined) return;
    if (command !== 'switch-site') return move(tab.id, command);
    // Only readable on sites we may read: anywhere else there is nothing to switch.
    if (tab.url?.startsWith('http')) await switchSite(tab.id, new URL(tab.url).hostname);
  }
}

async function switchSite(tabId: number, host: string): Promise<void> {
  const on = isOff(await disabledSites.get(), host);
  await disabledSites.update((off) => withSwitch(off, host, on));
  await createLightClient<SiteMessages>(sendToTab(tabId))
    .call('tab.switched', { on })
    .catch(() => undefined);
}
