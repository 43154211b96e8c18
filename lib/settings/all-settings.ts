import { browser } from 'wxt/browser';

const PREFIX = 'setting.';

/** Every setting that differs from its default, as it is stored. */
export async function readSettings(): Promise<Record<string, unknown>> {
  const stored = await browser.storage.local.get();
  return Object.fromEntries(Object.entries(stored).filter(([key]) => key.startsWith(PREFIX)));
}

/** Makes the settings what `readSettings` once gave. What makes no sense falls back to its default where it is read. */
export async function writeSettings(settings: Record<string, unknown>): Promise<void> {
  const wanted = Object.fromEntries(Object.entries(settings).filter(([key]) => key.startsWith(PREFIX)));
  const gone = Object.keys(await readSettings()).filter((key) => !Object.hasOwn(wanted, key));
  await browser.storage.local.set(wanted);
  if (gone.length > 0) await browser.storage.local.remove(gone);
}
