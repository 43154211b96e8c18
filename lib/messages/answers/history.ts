import * as v from 'valibot';
import { PartialDate } from '../../model/dates';
import { EntityType } from '../../model/entity';
import { EntityId, OrganizationId } from '../../model/ids';
import { Count } from '../primitives';

/** What the background answers about the reader's history and inbox. */

const Visit = v.object({
  page: v.string(),
  host: v.string(),
  title: v.string(),
  publisher: v.optional(v.string()),
  /** The article's date, YYYY-MM-DD. */
  date: v.nullable(v.string()),
  /** ISO time of the last reading, and how often the page was read. */
  readAt: v.string(),
  times: Count,
});

/** One page an entity was met on; see `history.met`. */
const MetPage = v.object({
  ...Visit.entries,
  /** As the text first names it, the post said with it, the sentence of its first mention, and how often it is mentioned. */
  text: v.string(),
  post: v.optional(v.string()),
  sentence: v.string(),
  mentions: Count,
  /** Of a project: what the page says of its money and its dates (lib/reading/claims reads them). */
  passages: v.optional(v.array(v.string())),
});

export const HistoryMet = v.object({
  /** Whether the reader wants a history now. */
  on: v.boolean(),
  pages: Count,
  latest: v.array(MetPage),
  /** On how many of the latest pages each was met too, and the date of the last of them. */
  companions: v.array(v.object({ entityId: EntityId, name: v.string(), type: EntityType, pages: Count, last: v.string() })),
});
export type HistoryMet = v.InferOutput<typeof HistoryMet>;

export const HistoryPages = v.object({
  on: v.boolean(),
  total: Count,
  visits: v.array(Visit),
  /** Every host pages were read of, whatever was asked for. */
  hosts: v.array(v.object({ host: v.string(), pages: Count })),
});
export type HistoryPages = v.InferOutput<typeof HistoryPages>;

/** Something reading turned up: a name the index does not know, or a post it does not know of somebody it knows. */
export const InboxItem = v.object({
  id: v.string(),
  kind: v.picklist(['name', 'post']),
  type: EntityType,
  name: v.string(),
  entityId: v.nullable(EntityId),
  post: v.optional(v.string()),
  body: v.optional(v.object({ name: v.string(), organization: v.nullable(OrganizationId) })),
  role: v.optional(v.string()),
  change: v.optional(v.picklist(['holds', 'begins', 'ends'])),
  on: v.optional(PartialDate),
  page: v.string(),
  title: v.string(),
  publisher: v.optional(v.string()),
  date: v.string(),
  sentence: v.string(),
  pages: Count,
  at: v.string(),
  /** Whether it can be taken over as it is. */
  ready: v.boolean(),
});
export type InboxItem = v.InferOutput<typeof InboxItem>;
