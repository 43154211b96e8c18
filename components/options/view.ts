import type { Entity, EntityType } from '../../lib/model/entity';
import type { EntityId } from '../../lib/model/ids';
import type { Source } from '../../lib/model/source';
import type { EditedEntity } from '../editor/EntityEditor';
import type { Form } from '../editor/form';

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

export interface Criteria {
  query: string;
  types?: EntityType[];
  origins?: Origin[];
}

export interface StorageFacts {
  packs: { id: string; title: string; revision: string }[];
  counts: Record<EntityType, number>;
  saved: number;
  /** Bytes the browser says are used; null when it does not say. */
  bytes: number | null;
  /** Whether the browser has promised not to clear it when space runs short. */
  persisted: boolean;
  trouble?: string;
}

/** What the options page asks of the index. Everything rejects with what `explain` has words for. */
export interface IndexService {
  search(criteria: Criteria & { offset: number; limit: number }): Promise<{ total: number; rows: IndexRow[] }>;
  get(id: EntityId): Promise<EditedEntity | null>;
  put(entity: Entity, sources: Source[]): Promise<void>;
  remove(id: EntityId): Promise<void>;
  restore(id: EntityId): Promise<void>;
  areas(): Promise<Form['areas']>;
  storage(): Promise<StorageFacts>;
  persist(): Promise<boolean>;
  /** A failure in the reader's words. */
  explain(error: unknown): string;
}
