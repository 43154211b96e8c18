import type { Entity, EntityType } from '../../lib/model/entity';
import type { EntityId } from '../../lib/model/ids';

/** One entity, or one name the index does not know, as the page mentions it. */
export interface Member {
  key: string;
  entityId: EntityId | null;
  type: EntityType;
  /** As the index has it, else as the page does. */
  name: string;
  /** As the page first writes it. */
  text: string;
  post?: string;
  status: 'indexed' | 'discovered';
  count: number;
  /** Namesakes that nothing on the page tells apart. */
  candidates?: EntityId[];
}

/** What the index knows of the members. */
export interface CastFacts {
  members: ReadonlyMap<EntityId, { entity: Entity; saved: boolean }>;
  /** Names of everything spoken of, and what each body belongs to. */
  references: Record<string, { name: string; type?: EntityType; parent?: EntityId }>;
}

/** A name on a page (or in a frame of it, by its address), apart from what it means. */
export interface PageName {
  type: EntityType;
  name: string;
  page: string;
}

/** Everybody and everything a page speaks of. */
export interface Cast {
  title: string;
  url: string;
  /** The article's date, YYYY-MM-DD, or null when the page gives none. */
  date: string | null;
  /** Full name of the area the page speaks from, empty when it has none. */
  scope: string;
  /** The page changed too much to be followed on. */
  givenUp: boolean;
  entities: Member[];
  /** 我区 and the like, with what they stand for. */
  references: { text: string; name: string }[];
  /** Names the reader said mean nothing here. */
  setAside: PageName[];
  /** Null while the index cannot be asked. */
  facts: CastFacts | null;
}

/** What can be said of the tab the panel stands beside. */
export type PanelState =
  | { kind: 'pending' }
  /** Not one of the sites that are annotated. Its host is known where the page may be annotated this once. */
  | { kind: 'foreign'; host: string | null }
  /** A page that lets no extension in: the browser's own, its shop's, its viewer of PDFs. */
  | { kind: 'closed'; why: 'refused' | 'pdf' }
  | { kind: 'off'; host: string }
  /** Off everywhere for now. */
  | { kind: 'paused' }
  /** One of the sites, but nothing of ours runs in the tab: it was open before the extension was, or is still loading. */
  | { kind: 'unreached' }
  | { kind: 'ready'; cast: Cast };

/** Where a step through the mentions of one entity led. */
export interface Step {
  at: number;
  of: number;
  sentence: string;
}

export interface PanelEvents {
  /** Scrolls the page to the next (or previous) mention; null when there is none any more. */
  onStep(key: string, back: boolean): Promise<Step | null>;
  /** Opens the card in the page; null when there is no mention any more. */
  onOpenCard(key: string): Promise<Step | null>;
  onSave(id: EntityId, saved: boolean): void;
  /** Saves those that are not saved yet, and gives them. */
  onSaveAll(ids: EntityId[]): Promise<EntityId[]>;
  /** Lets go of several again; false when it could not. */
  onUnsaveAll(ids: EntityId[]): Promise<boolean>;
  /** Puts text on the clipboard; rejects when the browser refuses. */
  onCopy(text: string): Promise<void>;
  /** Gives the reader a file: a table as CSV, or a text. */
  onDownload(file: { name: string } & ({ records: string[][] } | { text: string })): void;
  /** Annotates the page this once. */
  onAnnotate(): void;
  /** Goes to where a site is added for good. */
  onAddSite(host: string): void;
  /** Marks a name again that the reader had set aside. */
  onTakeBack(name: PageName): void;
  onSwitchOn(host: string): void;
  onResume(): void;
  /** Looks at the page once more where it is no longer followed. */
  onRefresh(): void;
  /** Loads the page anew. */
  onReload(): void;
}
