import type { Entity, EntityType } from '../../lib/model/entity';
import type { EntityId, OrganizationId, PersonId, ProjectId } from '../../lib/model/ids';
import type { Membership } from '../../lib/model/person';
import type { Source } from '../../lib/model/source';
import type { MessageKey } from '../ui/text';

type WhyOf<Key> = Key extends `why_${infer Kind}` ? Kind : never;
/** The votes there are words for. */
type VoteKind = WhyOf<MessageKey>;

/** The part of a finder's mention that a card speaks of. */
export interface CardMention {
  text: string;
  type: EntityType;
  name: string;
  entityId: EntityId | null;
  status: 'indexed' | 'discovered';
  post?: string;
  candidates?: EntityId[];
  votes: { kind: VoteKind; detail?: string }[];
}

/** Somebody in a post. */
export interface Head {
  personId: PersonId;
  name: string;
  membership: Membership;
}

/** What the index knows of one entity; the answer to `card.open` has this form. */
export interface CardFacts {
  entity: Entity;
  origin: 'pack' | 'reader' | 'changed' | 'hidden';
  saved: boolean;
  note?: string;
  /** Names of everything the entity refers to by id. */
  references: Record<string, { name: string; type?: EntityType }>;
  sources: Record<string, Source>;
  /** Organization only: who is on record with a leading post, and the projects it is a party of. */
  heads: Head[];
  projects: { id: ProjectId; name: string }[];
  /** Organization only: the bodies it belongs to, the nearest first, and what it was renamed to or merged into. */
  ladder: { id: OrganizationId; name: string }[];
  successors: { id: OrganizationId; name: string }[];
  /** Official only: who else is on record in a leading post this person holds or held. */
  sharedPosts: Head[];
}

export type Scheme = 'light' | 'dark' | 'system';

export interface CardView {
  /** The mention the card was opened at; null when it shows an entity reached by a link within the card. */
  mention: CardMention | null;
  /** Null when the name is not in the index, and while `state` is not `ready`. */
  facts: CardFacts | null;
  state: 'ready' | 'pending' | 'failed';
  /** The article's date, YYYY-MM-DD, or null when the page gives none. */
  asOf: string | null;
  /** Today, YYYY-MM-DD, in the reader's place: tells whether a promised date has passed. */
  today: string;
  /** The sentence the mention stands in, as the page has it. Shown for names the index does not know. */
  sentence?: string;
  /** How the text calls it, where the mark is on a part of that only (陈 of 陈市长). */
  called?: string;
  /** What 我区, 该局 and the like stand for in that sentence. */
  refers?: { text: string; name: string }[];
  /** Facts of the mention's candidates, when namesakes could not be told apart. */
  choices?: CardFacts[];
  /** From the reader's own history; missing until it has answered, and where there is none. */
  met?: MetBefore;
  /** What could not be done just now, in the reader's words. */
  notice?: string;
  /** Whether a link within the card was followed, so that there is a way back. */
  canGoBack?: boolean;
}

/** Pages the reader met the entity on, the page at hand left out. */
export interface MetBefore {
  /** How many there are, of which `latest` are some. */
  pages: number;
  latest: { page: string; title: string; publisher?: string; date: string | null }[];
}

/** An entity a mention might mean instead. */
export interface OtherEntity {
  id: EntityId;
  name: string;
  summary: string;
}

/** How far the reader's word on a name goes: this page, or every page of its site. */
export type Reach = 'page' | 'site';

export interface CardEvents {
  onClose(): void;
  onSave(id: EntityId, saved: boolean): void;
  /** Saves the entity with this note (empty: without one). Rejects when it cannot be kept. */
  onNote(id: EntityId, note: string): Promise<void>;
  /** The card was dragged by its head, in CSS pixels since the last call. */
  onDrag(x: number, y: number): void;
  /** A body, person or project named in the card. */
  onOpenEntity(id: EntityId): void;
  onBack?(): void;
  /** Puts the card's text on the clipboard; rejects when the browser refuses. */
  onCopy(text: string): Promise<void>;
  /** Take the discovered name into the reader's index. */
  onAdd(mention: CardMention): void;
  /** Entities of the index the mention may mean instead of the one shown. */
  onFindOthers(mention: CardMention): Promise<OtherEntity[]>;
  /** The mention means this entity, or (null) none; remembered. */
  onDecide(mention: CardMention, id: EntityId | null, reach: Reach): void;
  /** Takes back what was decided for the mention. */
  onForget(mention: CardMention): void;
  /** Opens the index at this entity. */
  onEdit(id: EntityId): void;
  /** Opens what the reader read of this entity. */
  onShowHistory(id: EntityId): void;
}

/** What the body of one type of entity is given. */
export interface BodyProps<E extends Entity> {
  entity: E;
  facts: CardFacts;
  mention: CardMention | null;
  asOf: string | null;
  today: string;
  onOpenEntity(id: EntityId): void;
}
