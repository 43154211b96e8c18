import { browser } from 'wxt/browser';

/** Opens the first page once, when the reader installs the extension; neither after updates nor where it is being developed or tested. */
export async function showFirstRun(reason: string): Promise<void> {
  if (reason !== 'install') return;
  const { installType } = await browser.management.getSelf();
  if (installType !== 'development') await browser.tabs.create({ url: browser.runtime.getURL('/welcome.html') });
}
