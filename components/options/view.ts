import type { Entity, EntityType } from '../../lib/model/entity';
import type { AreaId, EntityId } from '../../lib/model/ids';
import type { Source } from '../../lib/model/source';
import type { EditedEntity } from '../editor/EntityEditor';
import type { Form } from '../editor/form';
import type { Said } from '../editor/said';
import type { Checks } from '../editor/use-warnings';

export const ORIGINS = ['pack', 'reader', 'changed', 'hidden'] as const;
export type Origin = (typeof ORIGINS)[number];

export interface IndexRow {
  id: EntityId;
  type: EntityType;
  name: string;
  summary: string;
  area?: string;
  origin: Origin;
  updated?: string;
}

export const SORTS = ['name', 'area', 'updated'] as const;
export type Sort = (typeof SORTS)[number];

export interface Criteria {
  query: string;
  types?: EntityType[];
  origins?: Origin[];
  /** With all that lies in it. */
  area?: AreaId;
  /** Without it, the nearest names come first. */
  sort?: Sort;
  descending?: boolean;
}

export interface StorageFacts {
  packs: { id: string; title: string; revision: string }[];
  counts: Record<EntityType, number>;
  /** How many of each the reader keeps; `visits` are pages read, `journal` what can be undone. */
  kept: Record<'edits' | 'saved' | 'visits' | 'inbox' | 'verdicts' | 'journal', number>;
  /** Bytes the browser says are used; null when it does not say. */
  bytes: number | null;
  /** Whether the browser has promised not to clear it when space runs short. */
  persisted: boolean;
  trouble?: string;
}

/** What a change did: its entry in the journal (null: there was nothing to change). */
export interface Outcome {
  entry: number | null;
  count: number;
  /** Names of the first entities it changed, a tag or a file. */
  label: string;
}

export interface JournalEntry {
  id: number;
  /** ISO time. */
  at: string;
  kind: 'edit' | 'remove' | 'restore' | 'tag' | 'import' | 'inbox' | 'undo' | 'sync';
  count: number;
  /** A file's name, a tag, or the first entities' names. */
  label: string;
  undoes?: number;
  undoneBy?: number;
  /** What it did was done over since: there is nothing to take back. */
  superseded?: true;
}

/** What an entry did to one entity, and the sources that came with it. */
export interface PastChange {
  entry: JournalEntry;
  said: Said[];
  sources: Source[];
}

/** `kept` was changed again since and stays as it is. */
export interface Undone extends Outcome {
  kept: { id: EntityId; name: string }[];
}

/** A large change says how far it is, and can be stopped: then it rejects with an AbortError, and nothing was changed. */
export interface Watch {
  signal?: AbortSignal;
  onProgress?: (done: number, total: number) => void;
}

/** What the options page asks of the index. Everything rejects with what `explain` has words for. */
export interface IndexService {
  search(criteria: Criteria & { offset: number; limit: number }): Promise<{ total: number; rows: IndexRow[] }>;
  /** Ids of all that fit, in the same order. */
  ids(criteria: Criteria): Promise<EntityId[]>;
  /** Saves entities, and gives them one more tag. */
  tag(ids: EntityId[], tag: string, watch?: Watch): Promise<Outcome>;
  get(id: EntityId): Promise<EditedEntity | null>;
  /** What was begun elsewhere, as the form has it; null when it is gone. */
  draft(id: string): Promise<EditedEntity | null>;
  put(entity: Entity, sources: Source[]): Promise<Outcome>;
  remove(ids: EntityId[], watch?: Watch): Promise<Outcome>;
  restore(ids: EntityId[], watch?: Watch): Promise<Outcome>;
  /** Takes back what the reader changed of one field. */
  takeBack(id: EntityId, field: string): Promise<Outcome>;
  /** What was done to an entity, the latest first. */
  past(id: EntityId): Promise<PastChange[]>;
  checks: Checks;
  /** What was done, the latest first. */
  journal(): Promise<JournalEntry[]>;
  /** Takes one entry back; null when it no longer stands. */
  undo(entry: number, watch?: Watch): Promise<Undone | null>;
  /** Takes back the latest change or the latest undo; null when there is none. */
  step(direction: 'undo' | 'redo', watch?: Watch): Promise<Undone | null>;
  areas(): Promise<Form['areas']>;
  storage(): Promise<StorageFacts>;
  persist(): Promise<boolean>;
  wipeHistory(): Promise<void>;
  /** Makes everything as it was right after installation. */
  reset(): Promise<void>;
  /** A failure in the reader's words. */
  explain(error: unknown): string;
}
