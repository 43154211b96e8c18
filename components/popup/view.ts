import type { EntityType } from '../../lib/model/entity';
import type { EntityId } from '../../lib/model/ids';

export interface SavedEntity {
  entityId: EntityId;
  name: string;
  type: EntityType;
  summary: string;
  note: string;
  tags: string[];
  /** What is new of it since the popup was last opened. */
  why?: 'met' | 'changed';
}

export interface PageEntity {
  key: string;
  entityId: EntityId | null;
  type: EntityType;
  name: string;
  text: string;
  post?: string;
  status: 'indexed' | 'discovered';
  count: number;
}

export interface FoundEntity {
  id: EntityId;
  type: EntityType;
  name: string;
  summary: string;
}

/** What can be said of the tab the popup was opened over. */
export type PageState =
  | { kind: 'pending' }
  /** Not one of the sites that are annotated; it can be, this once. */
  | { kind: 'foreign'; host: string }
  /** A page that lets no extension in: the browser's own, its shop's, its viewer of PDFs. */
  | { kind: 'closed'; why: 'refused' | 'pdf' }
  | { kind: 'off'; host: string }
  /** One of the sites, but nothing of ours runs in the tab: it was open before the extension was, or is still loading. */
  | { kind: 'unreached'; host: string }
  | {
      kind: 'ready';
      host: string;
      entities: PageEntity[];
      /** False where the page changes too often for what comes later to be marked. */
      following: boolean;
      /** Annotated this once, on a site that is not on the list. */
      visiting?: boolean;
    };

export interface PopupEvents {
  /** Opens the index at an entity. */
  onOpen(id: EntityId): void;
  onSave(id: EntityId, saved: boolean): void;
  /** Writes the note and the tags of a saved entity. */
  onChange(id: EntityId, change: { note: string; tags: string[] }): void;
  /** How often each was met and when last (ISO time); those never met are left out. */
  onLastMet(ids: EntityId[]): Promise<{ entityId: EntityId; pages: number; readAt: string }[]>;
  onPause(paused: boolean): void;
  /** Goes to where the reading history is switched on. */
  onOpenHistory(): void;
  /** Scrolls the page to the next mention; false when there is none any more. */
  onScrollTo(key: string): Promise<boolean>;
  onSwitchSite(on: boolean): void;
  onOpenIndex(): void;
  /** Annotates the page this once. */
  onAnnotate(): void;
  /** Goes to where a site is added for good. */
  onAddSite(host: string): void;
  /** Opens the panel beside the page, where the browser has one. */
  onOpenPanel?: (() => void) | undefined;
  /** Entities of the whole index that match, the nearest first. */
  onSearch(query: string): Promise<FoundEntity[]>;
}
