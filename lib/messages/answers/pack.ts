import * as v from 'valibot';
import { Count } from '../primitives';

/** What the background answers about packs. */

const PackCounts = v.object({ areas: Count, organizations: Count, persons: Count, projects: Count, sources: Count });

const PackOrigin = v.picklist(['builtin', 'file', 'address']);

const FETCH_FAULTS = [
  'permission',
  'unreachable',
  'timeout',
  'status',
  'redirected',
  'too-large',
  'not-a-pack',
  'another-pack',
  'builtin',
] as const;

const FetchFault = v.picklist(FETCH_FAULTS);

const Subscription = v.object({
  url: v.string(),
  /** ISO time of the last look. */
  checkedAt: v.string(),
  failure: v.optional(v.object({ fault: FetchFault, detail: v.string() })),
});

/** Another version of a pack than the one in use, by what it says of itself. */
export const PackVersion = v.object({
  pack: v.string(),
  title: v.string(),
  revision: v.string(),
  licence: v.string(),
  origin: PackOrigin,
  digest: v.string(),
  fetchedAt: v.string(),
  counts: PackCounts,
  subscription: v.optional(Subscription),
});

export const InstalledPack = v.object({
  id: v.string(),
  title: v.string(),
  revision: v.string(),
  licence: v.string(),
  homepage: v.optional(v.string()),
  origin: PackOrigin,
  enabled: v.boolean(),
  installedAt: v.string(),
  counts: v.optional(PackCounts),
  changes: v.array(v.object({ date: v.string(), text: v.string() })),
  subscription: v.optional(Subscription),
  pending: v.optional(PackVersion),
  previous: v.optional(PackVersion),
});

export const Looked = v.variant('state', [
  v.object({ state: v.picklist(['waiting', 'same']), pack: v.string() }),
  v.object({ state: v.literal('failed'), fault: FetchFault, detail: v.string() }),
]);
