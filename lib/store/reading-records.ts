import type { EntityType } from '../model/entity';
import type { EntityId, OrganizationId } from '../model/ids';
import type { MetId } from '../model/met-id';

/** A page the reader read. Kept only while the reader wants a history, on this machine alone. */
export interface VisitRecord {
  /** Its address without fragment. */
  page: string;
  host: string;
  title: string;
  publisher?: string;
  /** The article's date, YYYY-MM-DD. */
  date: string | null;
  /** ISO time in UTC of the last reading. */
  readAt: string;
  /** How often it was opened. */
  times: number;
}

/** An entity on a page the reader read. */
export interface MeetingRecord {
  entityId: MetId;
  page: string;
  /** The visit's `readAt`: an entity's latest meetings are found by it. */
  at: string;
  /** As the text first names it. */
  text: string;
  /** The post said with it. */
  post?: string;
  /** The sentence of its first mention. */
  sentence: string;
  mentions: number;
  /** Of a project: what the page says of its money and its dates, in the page's words. */
  passages?: string[];
}

/**
 * Something reading turned up and the index did not say then, with where it was read last. What the index says by now is passed over
 * when the inbox is listed, so that taking it over and taking that back need no word here.
 */
export interface InboxRecord {
  /** The same name or post, read again, is the same thing. */
  id: string;
  kind: 'name' | 'post';
  state: 'open' | 'dismissed';
  type: EntityType;
  name: string;
  /** As the page says it. */
  post?: string;
  /** The post taken apart; `organization` is null where the index does not have the body. */
  body?: { name: string; organization: OrganizationId | null };
  role?: string;
  change?: 'holds' | 'begins' | 'ends';
  /** The day of the change, where the page gives one. */
  on?: string;
  /** Whose post it is; null for a name the index does not know. */
  entityId: EntityId | null;
  page: string;
  title: string;
  publisher?: string;
  date: string;
  sentence: string;
  /** On how many pages it was met. */
  pages: number;
  /** ISO time in UTC of the last change. */
  at: string;
}

/** A look at what is saved. */
export interface LookRecord {
  /** ISO time in UTC. */
  at: string;
  /** Of each saved entity a short form of what the index held of it. */
  marks: Record<EntityId, string>;
}

/** The reader's word on a name: which entity it is there, or that it is none. */
export interface VerdictRecord {
  /** `<type>:<name as the finder gives it>@<where>`; where is a page's address or a host. */
  key: string;
  entityId: EntityId | null;
  /** ISO time in UTC. */
  at: string;
}
