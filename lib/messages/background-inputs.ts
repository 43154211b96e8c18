import * as v from 'valibot';
import { Appearance } from '../appearance/appearance';
import { Entity, EntityType } from '../model/entity';
import { AreaId, EntityId } from '../model/ids';
import { MetId } from '../model/met-id';
import { Source, WebAddress } from '../model/source';
import { MAX_CAST, MAX_IDS, MAX_TEXT } from './limits';
import { Origin } from './origin';
import { Count, Line } from './primitives';

/** What the background checks at its door. Apart from the answers: the background gives those and need not carry their schemas. */

const Ids = v.pipe(v.array(EntityId), v.maxLength(MAX_IDS));

/** The page one comes from, to be a source. */
const ReadAt = v.object({ url: Line, date: Line, title: v.optional(Line, ''), publisher: v.optional(Line, '') });

const ArticleInput = v.object({
  text: v.pipe(v.string(), v.maxLength(MAX_TEXT)),
  url: v.optional(Line),
  title: v.optional(Line),
  date: v.optional(v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/))),
  source: v.optional(Line),
  siteArea: v.optional(AreaId),
  /** Waits for the segmenter: for a second, quiet question after a provisional answer. */
  patient: v.optional(v.boolean()),
});

export const EntitySearch = v.object({
  query: v.pipe(v.string(), v.maxLength(200)),
  types: v.optional(v.array(EntityType)),
  origins: v.optional(v.array(Origin)),
  /** With all that lies in it; an official is where the latest body is. */
  area: v.optional(AreaId),
  /** Without it, the nearest names come first. */
  sort: v.optional(v.picklist(['name', 'area', 'updated'])),
  descending: v.optional(v.boolean()),
  offset: v.optional(Count, 0),
  limit: v.optional(v.pipe(Count, v.maxValue(500)), 100),
});
export type EntitySearch = v.InferInput<typeof EntitySearch>;

/** A mention, as far as the history keeps it. Offsets are UTF-16 units of the page's text. */
const ReadMention = v.object({
  start: Count,
  end: Count,
  text: Line,
  type: EntityType,
  name: Line,
  entityId: v.nullable(EntityId),
  post: v.optional(Line),
  candidates: v.optional(v.array(EntityId)),
  votes: v.array(v.object({ kind: v.pipe(v.string(), v.maxLength(40)) })),
});

/** A page that was read, with what was found in it. */
const ReadPage = v.object({
  url: WebAddress,
  text: v.pipe(v.string(), v.maxLength(MAX_TEXT)),
  title: v.optional(Line),
  date: v.optional(v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/))),
  source: v.optional(Line),
  mentions: v.pipe(v.array(ReadMention), v.maxLength(50_000)),
});
export type ReadPage = v.InferOutput<typeof ReadPage>;

const PackId = v.pipe(v.string(), v.maxLength(41));
const Digest = v.pipe(v.string(), v.maxLength(128));

/** Of one edit: the paths of conflicts where the pack's value shall stand. Of all others the reader's does. */
export const PackDecision = v.object({ id: EntityId, theirs: v.array(v.pipe(v.string(), v.maxLength(1000))) });
const Decisions = v.pipe(v.array(PackDecision), v.maxLength(MAX_IDS));
/** A name as the finder gives it, and the page it stands on. */
const NameOnPage = { type: EntityType, name: Line, page: v.pipe(Line, v.url()) };

const InboxIds = v.pipe(v.array(Line), v.maxLength(2000));

export const BACKGROUND_INPUTS = {
  'page.annotate': { input: ArticleInput },
  /** How many entities (and discovered names) the sending frame shows now, for the badge; 0 when its session stops. `fresh` for the first time of a session. */
  'page.found': { input: v.object({ entities: Count, fresh: v.optional(v.boolean()) }) },
  /** Which frames of a tab have a session: each answers for itself. */
  'tab.frames': { input: v.object({ tabId: v.pipe(v.number(), v.integer()) }) },
  /** Brings the style sheet of the marks into the sending frame, in place of the one it had; `is` null takes it out. */
  'page.style': { input: v.object({ was: v.nullable(Appearance), is: v.nullable(Appearance) }) },
  /** Annotates the page a tab shows, once, on whatever site: for where the reader has just called upon the extension. */
  'page.start': { input: v.object({ tabId: Count }) },
  /** Everything of everybody a page mentions, in one answer. */
  'page.cast': { input: v.object({ ids: v.pipe(v.array(EntityId), v.maxLength(MAX_CAST)) }) },
  'card.load': { input: v.object({}) },
  'card.open': { input: v.object({ entityId: EntityId }) },
  'saved.list': { input: v.object({}) },
  /** Which saved entities were met or changed since this was last asked; asking counts as looking. */
  'saved.news': { input: v.object({}) },
  'saved.put': { input: v.object({ entityId: EntityId, note: v.optional(Line), tags: v.optional(v.array(Line)) }) },
  /** Saves every one of these that is not saved yet. */
  'saved.putAll': { input: v.object({ entityIds: v.pipe(v.array(EntityId), v.maxLength(MAX_CAST)) }) },
  'saved.remove': { input: v.object({ entityId: EntityId }) },
  'entities.search': { input: EntitySearch },
  /** Ids of all that a search finds. */
  'entities.ids': { input: v.omit(EntitySearch, ['offset', 'limit']) },
  'entities.get': { input: v.object({ id: EntityId }) },
  /** Adds an entity of the reader's, or lays the reader's version over the pack's. New sources come along. */
  'entities.put': { input: v.object({ entity: Entity, sources: v.optional(v.array(Source), []) }) },
  /** Deletes entities of the reader's own, hides those of packs. */
  'entities.remove': { input: v.object({ ids: Ids }) },
  /** Takes back every change of the reader's: the packs' versions show again. */
  'entities.restore': { input: v.object({ ids: Ids }) },
  /** Takes back what the reader changed of one field. */
  'entities.takeBack': { input: v.object({ id: EntityId, field: v.pipe(v.string(), v.regex(/^[a-z_]{1,40}$/)) }) },
  /** What was done to an entity, the latest first. */
  'entities.past': { input: v.object({ id: EntityId }) },
  /** What an entity as it is being written would be confused with. */
  'entities.collisions': {
    input: v.object({ id: EntityId, type: EntityType, names: v.pipe(v.array(Line), v.maxLength(50)), area: v.optional(AreaId) }),
  },
  /** Those an entity as it is being written may be mistaken for, and the areas there are: the rules of the data ask for both. */
  'entities.neighbours': { input: v.object({ entity: Entity }) },
  /** Saves entities and gives them one more tag. */
  'entities.tag': { input: v.object({ ids: Ids, tag: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(40)) }) },
  /** What was done to the index, the latest first. */
  'journal.list': { input: v.object({ limit: v.optional(v.pipe(Count, v.maxValue(500)), 100) }) },
  'packs.list': { input: v.object({}) },
  /** Reads a pack from an address, which the reader has allowed before; what it brings waits. */
  'packs.look': { input: v.object({ url: Line }) },
  /** Installs the version that waits, as it was looked through (digest), and settles conflicts of edits with it. */
  'packs.apply': { input: v.object({ pack: PackId, digest: Digest, decisions: Decisions }) },
  /** Forgets the version that waits. */
  'packs.leave': { input: v.object({ pack: PackId }) },
  /** Back to the version before. */
  'packs.back': { input: v.object({ pack: PackId, digest: Digest }) },
  /** Settles conflicts of edits with packs as they are installed. */
  'packs.settle': { input: v.object({ decisions: Decisions }) },
  'packs.enable': { input: v.object({ pack: PackId, enabled: v.boolean() }) },
  'packs.move': { input: v.object({ pack: PackId, by: v.picklist([1, -1]) }) },
  'packs.remove': { input: v.object({ pack: PackId }) },
  /** A page of the extension changed the index itself, as an import does; `ids` where it was no more than the edits of these. */
  'index.changed': { input: v.object({ ids: v.optional(Ids) }) },
  /** Every area of the index, for choosing one. */
  'areas.list': { input: v.object({}) },
  /** Opens the index at an entity, in a tab of its own: its fields (the page as a source at hand), or with `history` what was read of it. */
  'index.show': { input: v.object({ entityId: EntityId, history: v.optional(v.boolean()), readAt: v.optional(ReadAt) }) },
  /** Keeps a page the reader read, where they want a history. */
  'history.record': { input: ReadPage },
  /**
   * The latest pages the reader met somebody on (at most `pages`, the latest read first), on how many altogether, and with whom of the
   * index (at most `companions`, the most often met first; 0 does not look). Answers from what is kept even while the history is off.
   */
  'history.met': {
    input: v.object({
      entityId: MetId,
      pages: v.optional(v.pipe(Count, v.maxValue(500)), 5),
      companions: v.optional(v.pipe(Count, v.maxValue(100)), 0),
    }),
  },
  /** How often each of these was met, and when last; those never met are left out. */
  'history.last': { input: v.object({ ids: v.pipe(v.array(EntityId), v.maxLength(200)) }) },
  /** Pages that were read, the latest first: of one host, or with words in the title. */
  'history.pages': {
    input: v.object({
      host: v.optional(v.pipe(v.string(), v.maxLength(253))),
      words: v.optional(v.pipe(v.string(), v.maxLength(200))),
      offset: v.optional(Count, 0),
      limit: v.optional(v.pipe(Count, v.maxValue(200)), 100),
    }),
  },
  /** Wipes one entity, one page, one host or everything from the history. */
  'history.forget': {
    input: v.union([
      v.strictObject({ entityId: MetId }),
      v.strictObject({ page: Line }),
      v.strictObject({ host: v.pipe(v.string(), v.maxLength(253)) }),
      v.strictObject({ everything: v.literal(true) }),
    ]),
  },
  /** What a name found on a page means: an entity, or (null) none; on that page or all of its site. Remembered. */
  'verdict.decide': {
    input: v.object({ ...NameOnPage, entityId: v.nullable(EntityId), reach: v.picklist(['page', 'site']) }),
  },
  /** Takes the word on a name back, for its page and its site. */
  'verdict.forget': { input: v.object(NameOnPage) },
  /** What reading turned up and the index does not say, officials first. */
  'inbox.list': { input: v.object({}) },
  /** Takes proposals over as they are, as one change; those whose body the index does not have stay. */
  'inbox.accept': { input: v.object({ ids: InboxIds }) },
  /** Dismisses for good, or with `reopen` takes that back. */
  'inbox.dismiss': { input: v.object({ ids: InboxIds, reopen: v.optional(v.boolean()) }) },
  /** The entity as it would be with a proposal taken over. */
  'inbox.draft': { input: v.object({ id: Line }) },
  /** Exchanges with the reader's other machines now, where that is switched on. */
  'sync.run': { input: v.object({}) },
  /** Takes everything of ours out of the browser's sync storage. */
  'sync.clear': { input: v.object({}) },
  /** How much of each kind is kept. */
  'storage.kept': { input: v.object({}) },
  /** Makes everything as it was right after installation. */
  'storage.reset': { input: v.object({}) },
  'index.status': { input: v.object({}) },
} as const;
