import type { Runtime, Tabs } from 'webextension-polyfill';
import { browser } from 'wxt/browser';
import { FOLLOW_PORT } from '../../lib/messages/follow-port';

interface WatchTabOptions {
  signal: AbortSignal;
  /** Keeps to this tab, whichever is active. */
  onlyTab: number | null;
  /** Another tab is beside the panel, or something about the page in it is new. */
  onNews(tabId: number | null): void;
}

/** Tells which tab the panel stands beside, and when there is something new to ask it for. */
export function watchTab({ signal, onlyTab, onNews }: WatchTabOptions): void {
  let tabId: number | null = onlyTab;
  let port: Runtime.Port | null = null;

  /** Listens to the page in the tab, if anything of ours runs there. */
  function listen(): void {
    port?.disconnect();
    port = null;
    if (tabId === null) return;
    const opened = browser.tabs.connect(tabId, { name: FOLLOW_PORT, frameId: 0 });
    port = opened;
    opened.onMessage.addListener(() => onNews(tabId));
    opened.onDisconnect.addListener(() => {
      // Nobody is there, which is no error: the page is not annotated.
      void browser.runtime.lastError;
      if (port !== opened) return;
      port = null;
      onNews(tabId);
    });
  }
  function turnTo(next: number | null): void {
    tabId = next;
    listen();
    onNews(tabId);
  }

  const activated = async ({ tabId: next, windowId }: Tabs.OnActivatedActiveInfoType) => {
    const [own, here] = await Promise.all([browser.tabs.getCurrent(), browser.windows.getCurrent()]);
    // Opened as a tab, the panel is not about itself.
    if (windowId === here.id && next !== own?.id) turnTo(next);
  };
  const updated = (id: number, change: Tabs.OnUpdatedChangeInfoType) => {
    if (id === tabId && (change.status || change.url)) turnTo(id);
  };
  // A session that begins says so to the background; the panel hears it too.
  const heard = (message: unknown, sender: Runtime.MessageSender): undefined => {
    const isFound = typeof message === 'object' && message !== null && 'name' in message && message.name === 'page.found';
    if (!isFound || tabId === null || sender.tab?.id !== tabId) return;
    // Frames within the page are not listened to one by one: how many they hold is news enough.
    if (sender.frameId !== 0) onNews(tabId);
    else if (!port) turnTo(tabId);
  };

  if (onlyTab === null) {
    browser.tabs.onActivated.addListener(activated);
    void browser.tabs.query({ active: true, currentWindow: true }).then(([tab]) => tabId === null && turnTo(tab?.id ?? null));
  } else turnTo(onlyTab);
  browser.tabs.onUpdated.addListener(updated);
  browser.runtime.onMessage.addListener(heard);
  signal.addEventListener('abort', () => {
    browser.tabs.onActivated.removeListener(activated);
    browser.tabs.onUpdated.removeListener(updated);
    browser.runtime.onMessage.removeListener(heard);
    port?.disconnect();
  });
}
