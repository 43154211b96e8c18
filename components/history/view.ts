import type { EntityType } from '../../lib/model/entity';
import type { EntityId } from '../../lib/model/ids';
import type { MetId } from '../../lib/model/met-id';

/** A page the reader read. */
export interface Visit {
  page: string;
  host: string;
  title: string;
  publisher?: string;
  /** The article's date, YYYY-MM-DD. */
  date: string | null;
  /** ISO time of the last reading. */
  readAt: string;
  times: number;
}

/** A page somebody was met on. */
export interface MetPage extends Visit {
  /** As the text first names it. */
  text: string;
  post?: string;
  sentence: string;
  mentions: number;
  /** Of a project: what the page says of its money and its dates. */
  passages?: string[];
}

export interface Companion {
  entityId: EntityId;
  name: string;
  type: EntityType;
  pages: number;
  /** Date of the last page both stand on. */
  last: string;
}

export interface Met {
  /** Whether the reader wants a history now. */
  on: boolean;
  pages: number;
  latest: MetPage[];
  companions: Companion[];
}

export interface ReadPages {
  on: boolean;
  total: number;
  visits: Visit[];
  hosts: { host: string; pages: number }[];
}

interface PagesWanted {
  host?: string;
  words?: string;
  offset: number;
  limit: number;
}

/** What is wiped: one entity, one page, one site or everything. */
export type Forgotten = { entityId: MetId } | { page: string } | { host: string } | { everything: true };

/** What the options page asks of the reading history. Everything rejects with what `explain` has words for. */
export interface HistoryService {
  met(id: EntityId, wanted: { pages: number; companions: number }): Promise<Met>;
  pages(wanted: PagesWanted): Promise<ReadPages>;
  forget(what: Forgotten): Promise<void>;
  setOn(on: boolean): Promise<void>;
  explain(error: unknown): string;
}
