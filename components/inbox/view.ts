import type { Entity, EntityType } from '../../lib/model/entity';
import type { EntityId } from '../../lib/model/ids';
import type { Source } from '../../lib/model/source';
import type { Outcome } from '../options/view';

/** Something reading turned up and the index does not say. */
export interface InboxItem {
  id: string;
  kind: 'name' | 'post';
  type: EntityType;
  name: string;
  /** Null for a name the index does not know. */
  entityId: EntityId | null;
  /** As the page says it. */
  post?: string;
  body?: { name: string; organization: string | null };
  role?: string;
  change?: 'holds' | 'begins' | 'ends';
  page: string;
  title: string;
  publisher?: string;
  date: string;
  sentence: string;
  pages: number;
  /** Whether it can be taken over as it is. */
  ready: boolean;
}

/** What the options page asks of the inbox. Everything rejects with what the index service's `explain` has words for. */
export interface InboxService {
  list(): Promise<InboxItem[]>;
  accept(ids: string[]): Promise<Outcome>;
  dismiss(ids: string[], reopen?: boolean): Promise<void>;
  /** The entity as it would be; null when the proposal is gone. */
  draft(id: string): Promise<{ entity: Entity; sources: Source[] } | null>;
  /** Whether the reader wants a history, which the inbox comes with. */
  isOn(): Promise<boolean>;
}
