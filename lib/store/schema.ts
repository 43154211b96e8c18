import type { DBSchema, IDBPDatabase, IDBPTransaction } from 'idb';
import type { Area } from '../model/area';
import type { Entity, EntityType } from '../model/entity';
import type { AreaId, EntityId, SourceId } from '../model/ids';
import type { MetId } from '../model/met-id';
import type { Source } from '../model/source';
import type { ReaderEdit } from '../packs/reader-edit';
import type { CausalRecord } from '../packs/sync/causal';
import type { JournalChangeRecord, JournalChunkRecord, JournalRecord } from './journal-records';
import { createFirstStores } from './migrations/0001-first-stores';
import { createJournalHistoryAndInbox } from './migrations/0002-journal-history-inbox';
import { createJournalChunks } from './migrations/0003-journal-chunks';
import type { PackContentsRecord, PackRecord, PackRole, PackVersionRecord } from './pack-records';
import type { InboxRecord, LookRecord, MeetingRecord, VerdictRecord, VisitRecord } from './reading-records';

export const DATABASE_NAME = 'longcheng';
export const DATABASE_VERSION = 3;

export interface EntityRecord {
  pack: string;
  id: EntityId;
  entity: Entity;
  /** Entities it speaks of, so that a body finds its people and projects. */
  references: EntityId[];
}

/** The reader's layer: one edit an entity. `references` are those of the entity as the reader left it. */
export interface EditRecord {
  id: EntityId;
  edit: ReaderEdit;
  references: EntityId[];
}

/** `name` and `type` are as last seen, so that what was saved can be shown even when its pack is gone. */
export interface SavedRecord {
  entityId: EntityId;
  name: string;
  type: EntityType;
  note: string;
  tags: string[];
  /** ISO time in UTC. */
  savedAt: string;
}

/** What is known of one synchronised thing, on this machine and on others. */
export interface SyncRecord {
  key: string;
  record: CausalRecord;
  /** It could not be made use of here: its absence here is no deletion. */
  unread?: true;
}

/** The dictionary as last compiled, under the key of what it was compiled from. */
export interface DictionaryRecord<D = unknown> {
  key: string;
  dictionary: D;
  counts: Record<EntityType, number>;
}

export interface Schema extends DBSchema {
  packs: { key: string; value: PackRecord };
  entities: { key: [string, EntityId]; value: EntityRecord; indexes: { references: EntityId } };
  areas: { key: [string, AreaId]; value: { pack: string; id: AreaId; area: Area } };
  sources: { key: [string, SourceId]; value: { pack: string; id: SourceId; source: Source } };
  edits: { key: EntityId; value: EditRecord; indexes: { references: EntityId } };
  saved: { key: EntityId; value: SavedRecord };
  journal: { key: number; value: JournalRecord };
  journalChanges: { key: [number, EntityId]; value: JournalChangeRecord; indexes: { id: EntityId } };
  journalChunks: { key: [number, EntityId]; value: JournalChunkRecord };
  visits: { key: string; value: VisitRecord; indexes: { readAt: string; host: string } };
  meetings: { key: [MetId, string]; value: MeetingRecord; indexes: { page: string; latest: [MetId, string] } };
  /** What the reader had seen of the saved entities when they last looked. */
  looks: { key: 'saved'; value: LookRecord };
  inbox: { key: string; value: InboxRecord };
  verdicts: { key: string; value: VerdictRecord };
  packVersions: { key: [string, PackRole]; value: PackVersionRecord };
  packContents: { key: [string, PackRole]; value: PackContentsRecord };
  syncState: { key: string; value: SyncRecord };
  dictionary: { key: 'current'; value: DictionaryRecord };
  /**
   * `indexRevision` names one state of packs and edits: every transaction that changes them gives it a new value. `settingsDue` are the
   * settings, as JSON, that a restoring asked for and that are still to be written.
   */
  state: { key: 'indexRevision' | 'settingsDue'; value: string };
}

export type StoreName =
  | 'packs'
  | 'entities'
  | 'areas'
  | 'sources'
  | 'edits'
  | 'saved'
  | 'journal'
  | 'journalChanges'
  | 'journalChunks'
  | 'visits'
  | 'meetings'
  | 'looks'
  | 'inbox'
  | 'verdicts'
  | 'packVersions'
  | 'packContents'
  | 'syncState'
  | 'dictionary'
  | 'state';

/** Every database climbs the same steps from wherever it is; a step is never changed once it was published. */
export function upgrade(
  db: IDBPDatabase<Schema>,
  oldVersion: number,
  _newVersion: number | null,
  _tx: IDBPTransaction<Schema, StoreName[], 'versionchange'>,
): void {
  if (oldVersion < 1) createFirstStores(db as unknown as IDBPDatabase);
  if (oldVersion < 2) createJournalHistoryAndInbox(db as unknown as IDBPDatabase);
  if (oldVersion < 3) createJournalChunks(db as unknown as IDBPDatabase);
}
