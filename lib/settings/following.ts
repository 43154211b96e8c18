import { browser } from 'wxt/browser';
import { addedSites, appearance, disabledSites, hoverDelay, type Setting } from './settings';

type Parts = Record<string, unknown>;

/** A list travels item by item, so that what two machines added apart both stays. */
const list = <T>(setting: Setting<T[]>) => ({
  setting: setting as Setting<unknown>,
  toParts: (value: unknown): Parts => Object.fromEntries((value as unknown[]).map((item) => [`i:${JSON.stringify(item)}`, true])),
  fromParts: (parts: Parts): unknown => {
    try {
      return Object.keys(parts).flatMap((name) => (name.startsWith('i:') ? [JSON.parse(name.slice(2))] : []));
    } catch {
      return undefined;
    }
  },
});
const whole = <T>(setting: Setting<T>) => ({
  setting: setting as unknown as Setting<unknown>,
  toParts: (value: unknown): Parts => ({ value }),
  fromParts: (parts: Parts): unknown => parts.value,
});

/**
 * Settings that follow the reader to other machines. Pausing, and whether a history is kept, are of the machine; so are the browser's
 * permissions: a site that was added elsewhere waits here until it is allowed.
 */
const FOLLOWING = {
  disabledSites: list(disabledSites),
  addedSites: list(addedSites),
  hoverDelay: whole(hoverDelay),
  appearance: whole(appearance),
};
type Following = keyof typeof FOLLOWING;

/** What differs from the defaults, in the parts it travels in. */
export async function readFollowing(): Promise<Map<string, Parts>> {
  const found = new Map<string, Parts>();
  const stored = await browser.storage.local.get(Object.keys(FOLLOWING).map((name) => `setting.${name}`));
  for (const [name, { setting, toParts }] of Object.entries(FOLLOWING))
    if (`setting.${name}` in stored) found.set(name, toParts(await setting.get()));
  return found;
}

/** Whether what came from another machine (null: the default) makes sense here. */
export function canFollow(name: string, parts: Parts | null): boolean {
  return checked(name, parts) !== null;
}

/** Sets what came from another machine. */
export async function writeFollowing(name: string, parts: Parts | null): Promise<void> {
  const found = checked(name, parts);
  if (found) await found.setting.set(found.value);
}

function checked(name: string, parts: Parts | null) {
  if (!Object.hasOwn(FOLLOWING, name)) return null;
  const { setting, fromParts } = FOLLOWING[name as Following];
  const found = setting.check(parts === null ? undefined : (fromParts(parts) ?? null));
  return found && { setting, value: found.value };
}

/** Calls back whenever one of them changes, until the signal aborts. */
export function watchFollowing(listener: () => void, signal: AbortSignal): void {
  for (const { setting } of Object.values(FOLLOWING)) setting.watch(listener, signal);
}
