import type { EntityId } from '../model/ids';
import type { ReaderEdit } from '../packs/reader-edit';
import type { SavedRecord } from './schema';

/** One thing the reader did to the index, in one transaction: what undo takes back as a whole. */
export interface JournalRecord {
  /** Counted up by the store, never used twice. */
  id: number;
  /** ISO time in UTC. */
  at: string;
  kind: 'edit' | 'remove' | 'restore' | 'tag' | 'import' | 'inbox' | 'undo' | 'sync';
  /** How many entities it changed. */
  count: number;
  /** A file's name, a tag, or the first entities' names. */
  label: string;
  /** Roughly how many bytes its changes take. */
  size: number;
  /** Of an undo: the entry it took back. */
  undoes?: number;
  /** The entry that took this one back, as long as that one stands. */
  undoneBy?: number;
}

/**
 * What an entry found of one entity; what it did not touch is absent. Of an edit only what stood before is kept: what stood after is
 * what the next entry found, or what stands now, since every change of edits is an entry. What is saved is written by others too,
 * so of that both are kept.
 */
export interface JournalChangeRecord {
  entry: number;
  id: EntityId;
  edit?: { before: ReaderEdit | null };
  saved?: { before: SavedRecord | null; after: SavedRecord | null };
}

/** What a large entry found of many entities, in the order of their ids, from `from` on: written far sooner than a record each. */
export interface JournalChunkRecord {
  entry: number;
  from: EntityId;
  changes: Omit<JournalChangeRecord, 'entry'>[];
}
