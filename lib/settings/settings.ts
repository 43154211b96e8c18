import * as v from 'valibot';
import { browser } from 'wxt/browser';
import { Appearance, DEFAULT_APPEARANCE } from '../appearance/appearance';
import { leaveOnAbort } from './leave-event';

/** Something the reader can set. Only what differs from the default is stored, so a better default reaches every reader who left it alone. */
export interface Setting<T> {
  get(): Promise<T>;
  set(value: T): Promise<void>;
  /** Changes the value from what it is; two pages that do so at once both count. For extension pages and the background. */
  update(change: (value: T) => T): Promise<void>;
  /** What came from elsewhere in the right form (undefined: the default); null where it is none. */
  check(value: unknown): { value: T } | null;
  /** Calls back with each new value, from whatever context it was set, until the signal aborts. */
  watch(listener: (value: T) => void, signal: AbortSignal): void;
}

function declareSetting<T>(name: string, schema: v.GenericSchema<unknown, T>, fallback: T): Setting<T> {
  const key = `setting.${name}`;
  const read = (stored: unknown): T => {
    const checked = v.safeParse(schema, stored);
    return checked.success ? checked.output : fallback;
  };
  const get = async () => read((await browser.storage.local.get(key))[key]);
  const set = (value: T) =>
    JSON.stringify(value) === JSON.stringify(fallback) ? browser.storage.local.remove(key) : browser.storage.local.set({ [key]: value });
  return {
    get,
    set,
    update: (change) => navigator.locks.request(key, async () => set(change(await get()))),
    check(value) {
      if (value === undefined) return { value: fallback };
      const checked = v.safeParse(schema, value);
      return checked.success ? { value: checked.output } : null;
    },
    watch(listener, signal) {
      const changed = (changes: Record<string, { newValue?: unknown }>) => {
        const change = changes[key];
        if (change) listener(read(change.newValue));
      };
      browser.storage.local.onChanged.addListener(changed);
      leaveOnAbort(() => browser.storage.local.onChanged, changed, signal);
    },
  };
}

/** Hosts (www.wj.gov.cn) and built-in sites (wj.gov.cn) the reader switched the extension off on. */
export const disabledSites = declareSetting<string[]>('disabledSites', v.array(v.pipe(v.string(), v.maxLength(253))), []);

const AddedSite = v.object({
  host: v.pipe(v.string(), v.maxLength(253), v.regex(/^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/)),
  /** Where the site speaks from (`area/wujin`): what 我区 means there. */
  area: v.optional(v.custom<`area/${string}`>((value) => typeof value === 'string' && /^area\/[a-z0-9][a-z0-9._-]{0,110}$/.test(value))),
  /** Who publishes there, for articles that do not say. */
  paper: v.optional(v.pipe(v.string(), v.maxLength(120))),
});
export type AddedSite = v.InferOutput<typeof AddedSite>;

/** Sites of the reader's own choosing, one host each. The browser's permission for each is asked apart, and can be taken back there. */
export const addedSites = declareSetting<AddedSite[]>('addedSites', v.pipe(v.array(AddedSite), v.maxLength(200)), []);

/** Off everywhere until the reader switches it on again. */
export const paused = declareSetting<boolean>('paused', v.boolean(), false);

/** How long the pointer rests on a mention before its card opens, in milliseconds. */
export const hoverDelay = declareSetting<number>('hoverDelay', v.pipe(v.number(), v.minValue(0), v.maxValue(5000)), 250);

/** Whether saved entities, settings and small edits follow the reader through the browser's own sync storage. */
export const synchronise = declareSetting<boolean>('synchronise', v.boolean(), false);

const SyncReport = v.object({
  /** ISO time in UTC of the last exchange that succeeded. */
  at: v.nullable(v.string()),
  bytes: v.number(),
  count: v.number(),
  error: v.optional(v.picklist(['quota', 'newer', 'unexpected'])),
  /** What stays on this machine: too large by itself, beyond what the storage holds, or of no use here. */
  left: v.array(v.object({ key: v.string(), name: v.string(), why: v.picklist(['large', 'full', 'unread']) })),
  /** Further edits, uncounted by name. */
  more: v.number(),
});
export type SyncReport = v.InferOutput<typeof SyncReport>;

/** How the last exchange with other machines went. */
export const syncReport = declareSetting<SyncReport>('syncReport', SyncReport, { at: null, bytes: 0, count: 0, left: [], more: 0 });

/** Whether pages that were read, and who was met on them, are kept on this machine. Off until the reader asks for it. */
export const readingHistory = declareSetting<boolean>('readingHistory', v.boolean(), false);

/** How marks on pages look, and how many there are. */
export const appearance = declareSetting<Appearance>('appearance', Appearance, DEFAULT_APPEARANCE);
const Published = v.object({
  id: v.string(),
  title: v.string(),
  licence: v.string(),
  homepage: v.optional(v.string()),
  revision: v.string(),
});

/** What the reader's layer was last published as, for the next time. */
export const publication = declareSetting<v.InferOutput<typeof Published> | null>('publication', v.nullable(Published), null);
