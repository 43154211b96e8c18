import * as v from 'valibot';
import { VOTE_KINDS } from '../finder/types';
import { PartialDate } from '../model/dates';
import { Entity, EntityType } from '../model/entity';
import { AreaId, EntityId, OrganizationId, PersonId, ProjectId, SourceId } from '../model/ids';
import { Membership } from '../model/person';
import { Source } from '../model/source';
import { BACKGROUND_INPUTS } from './background-inputs';
import { ERROR_CODES, type ErrorCode } from './error-codes';
import { Origin } from './origin';
import { SITE_INPUTS, TAB_INPUTS } from './tab-inputs';

/**
 * Every message with its input and its output. Both are checked at run time: pages, other extensions and old
 * versions of our own scripts are on the other side. A content script imports types from here, never values: the
 * schemas would weigh on every page.
 */

const Offset = v.pipe(v.number(), v.integer(), v.minValue(0));
const Count = Offset;
const Line = v.pipe(v.string(), v.maxLength(2000));

const Mention = v.object({
  start: Offset,
  end: Offset,
  text: Line,
  type: EntityType,
  name: Line,
  entityId: v.nullable(EntityId),
  status: v.picklist(['indexed', 'discovered']),
  post: v.optional(Line),
  candidates: v.optional(v.array(EntityId)),
  votes: v.array(v.object({ kind: v.picklist(VOTE_KINDS), detail: v.optional(Line) })),
});

const FindingsOutput = v.object({
  scope: v.string(),
  date: v.nullable(v.string()),
  mentions: v.array(Mention),
  references: v.array(v.object({ start: Offset, end: Offset, areaId: v.nullable(AreaId), name: Line })),
  /** Names the reader said mean nothing here: found, and left out. */
  setAside: v.optional(v.array(v.object({ type: EntityType, name: Line }))),
  /** Found without the segmenter, which is on its way: asked again patiently, the answer may be better. */
  provisional: v.optional(v.boolean()),
});

/** Names of everything an entity refers to by id (bodies, people, areas), for showing without another question. */
const References = v.record(v.string(), v.object({ name: v.string(), type: v.optional(EntityType) }));

const Head = v.object({ personId: PersonId, name: v.string(), membership: Membership });
const Named = v.object({ id: OrganizationId, name: v.string() });

/** All a card shows; which role holds on the article's date is computed from it by lib/model/tenure. */
export const CardFacts = v.object({
  entity: Entity,
  origin: Origin,
  saved: v.boolean(),
  note: v.optional(v.string()),
  references: References,
  sources: v.record(SourceId, Source),
  /** Organization only: who is on record with a leading post, and the projects it is a party of. */
  heads: v.array(Head),
  projects: v.array(v.object({ id: ProjectId, name: v.string() })),
  /** Organization only: the bodies it belongs to, the nearest first, and what it was renamed to or merged into. */
  ladder: v.array(Named),
  successors: v.array(Named),
  /** Official only: who else is on record in a leading post this person holds or held. */
  sharedPosts: v.array(Head),
});
export type CardFacts = v.InferOutput<typeof CardFacts>;

export const EntityRow = v.object({
  id: EntityId,
  type: EntityType,
  name: v.string(),
  /** Latest known post, kind of body, or stage of the project, in one line. */
  summary: v.string(),
  area: v.optional(v.string()),
  origin: Origin,
  updated: v.optional(PartialDate),
});
export type EntityRow = v.InferOutput<typeof EntityRow>;

export const SavedItem = v.object({
  entityId: EntityId,
  name: v.string(),
  type: EntityType,
  summary: v.string(),
  note: v.string(),
  tags: v.array(v.string()),
  /** ISO time. */
  savedAt: v.string(),
});
export type SavedItem = v.InferOutput<typeof SavedItem>;

/** A change in words (lib/packs/say-changes). */
const Said = v.object({
  field: v.string(),
  item: v.optional(v.string()),
  part: v.optional(v.string()),
  before: v.optional(v.string()),
  after: v.optional(v.string()),
});

/** A field in which the reader's version differs from the pack's. */
const DifferingField = v.object({ field: v.string(), said: v.array(Said) });
export type DifferingField = v.InferOutput<typeof DifferingField>;

/** Something the finder would confuse with a name: who is called so, whose name holds it, whose name it holds; or a weakness of its own. */
const NameCollision = v.object({
  kind: v.picklist(['same-name', 'within', 'holds', 'common-word', 'short-name']),
  name: v.string(),
  /** The first few. */
  others: v.array(EntityRow),
  count: Count,
});
export type NameCollision = v.InferOutput<typeof NameCollision>;

export const EntityDetail = v.object({
  entity: Entity,
  origin: Origin,
  /** As the packs have it, without the reader's changes. */
  pack: v.nullable(Entity),
  differs: v.array(DifferingField),
  references: References,
  sources: v.record(SourceId, Source),
});
export type EntityDetail = v.InferOutput<typeof EntityDetail>;

const Visit = v.object({
  page: v.string(),
  host: v.string(),
  title: v.string(),
  publisher: v.optional(v.string()),
  /** The article's date, YYYY-MM-DD. */
  date: v.nullable(v.string()),
  /** ISO time of the last reading, and how often the page was read. */
  readAt: v.string(),
  times: Count,
});

/** One page an entity was met on; see `history.met`. */
const MetPage = v.object({
  ...Visit.entries,
  /** As the text first names it, the post said with it, the sentence of its first mention, and how often it is mentioned. */
  text: v.string(),
  post: v.optional(v.string()),
  sentence: v.string(),
  mentions: Count,
  /** Of a project: what the page says of its money and its dates (lib/reading/claims reads them). */
  passages: v.optional(v.array(v.string())),
});

export const HistoryMet = v.object({
  /** Whether the reader wants a history now. */
  on: v.boolean(),
  pages: Count,
  latest: v.array(MetPage),
  /** On how many of the latest pages each was met too, and the date of the last of them. */
  companions: v.array(v.object({ entityId: EntityId, name: v.string(), type: EntityType, pages: Count, last: v.string() })),
});
export type HistoryMet = v.InferOutput<typeof HistoryMet>;

export const HistoryPages = v.object({
  on: v.boolean(),
  total: Count,
  visits: v.array(Visit),
  /** Every host pages were read of, whatever was asked for. */
  hosts: v.array(v.object({ host: v.string(), pages: Count })),
});
export type HistoryPages = v.InferOutput<typeof HistoryPages>;

/** Something reading turned up: a name the index does not know, or a post it does not know of somebody it knows. */
const InboxItem = v.object({
  id: v.string(),
  kind: v.picklist(['name', 'post']),
  type: EntityType,
  name: v.string(),
  entityId: v.nullable(EntityId),
  post: v.optional(v.string()),
  body: v.optional(v.object({ name: v.string(), organization: v.nullable(OrganizationId) })),
  role: v.optional(v.string()),
  change: v.optional(v.picklist(['holds', 'begins', 'ends'])),
  on: v.optional(PartialDate),
  page: v.string(),
  title: v.string(),
  publisher: v.optional(v.string()),
  date: v.string(),
  sentence: v.string(),
  pages: Count,
  at: v.string(),
  /** Whether it can be taken over as it is. */
  ready: v.boolean(),
});
export type InboxItem = v.InferOutput<typeof InboxItem>;

const IndexStatus = v.object({
  ready: v.boolean(),
  /** Why the index cannot be used or brought up to date: a full disk, a database held by another version. */
  error: v.optional(v.picklist(ERROR_CODES)),
  packs: v.array(v.object({ id: v.string(), title: v.string(), revision: v.string() })),
  counts: v.object({ official: Count, organization: Count, project: Count }),
  /** Whether the dictionary in use was read back from the store or had to be compiled. */
  dictionary: v.picklist(['none', 'stored', 'compiled']),
});

const PageCast = v.object({
  /** Those of the entities asked for that the index holds. */
  members: v.array(v.object({ entity: Entity, saved: v.boolean() })),
  /** Names of the members, of everything they refer to, and of the bodies above these, each with the body it belongs to. */
  references: v.record(v.string(), v.object({ ...References.value.entries, parent: v.optional(OrganizationId) })),
});

const Done = v.object({});

/** What a change of the index did: its entry in the journal (null: there was nothing to change), and how many entities it changed. */
const Outcome = v.object({ entry: v.nullable(Count), count: Count, label: v.string() });

const JournalEntry = v.object({
  id: Count,
  /** ISO time. */
  at: v.string(),
  kind: v.picklist(['edit', 'remove', 'restore', 'tag', 'import', 'inbox', 'undo', 'sync']),
  count: Count,
  /** A file's name, a tag, or the first entities' names. */
  label: v.string(),
  /** Of an undo: what it took back. */
  undoes: v.optional(Count),
  /** What took it back, as long as that stands. */
  undoneBy: v.optional(Count),
});

/** What an entry did to one entity, and the sources that came with it. */
const PastChange = v.object({ entry: JournalEntry, said: v.array(Said), sources: v.array(Source) });
export type PastChange = v.InferOutput<typeof PastChange>;

/** What an undo did; `kept` was changed again since and stays as it is. */
const Undone = v.object({ ...Outcome.entries, kept: v.array(v.object({ id: EntityId, name: v.string() })) });

const PackCounts = v.object({ areas: Count, organizations: Count, persons: Count, projects: Count, sources: Count });
const PackOrigin = v.picklist(['builtin', 'file', 'address']);
const FETCH_FAULTS = [
  'permission',
  'unreachable',
  'timeout',
  'status',
  'redirected',
  'too-large',
  'not-a-pack',
  'another-pack',
  'builtin',
] as const;
const FetchFault = v.picklist(FETCH_FAULTS);
const Subscription = v.object({
  url: v.string(),
  /** ISO time of the last look. */
  checkedAt: v.string(),
  failure: v.optional(v.object({ fault: FetchFault, detail: v.string() })),
});

/** Another version of a pack than the one in use, by what it says of itself. */
const PackVersion = v.object({
  pack: v.string(),
  title: v.string(),
  revision: v.string(),
  licence: v.string(),
  origin: PackOrigin,
  digest: v.string(),
  fetchedAt: v.string(),
  counts: PackCounts,
  subscription: v.optional(Subscription),
});

const InstalledPack = v.object({
  id: v.string(),
  title: v.string(),
  revision: v.string(),
  licence: v.string(),
  homepage: v.optional(v.string()),
  origin: PackOrigin,
  enabled: v.boolean(),
  installedAt: v.string(),
  counts: v.optional(PackCounts),
  changes: v.array(v.object({ date: v.string(), text: v.string() })),
  subscription: v.optional(Subscription),
  pending: v.optional(PackVersion),
  previous: v.optional(PackVersion),
});

const Looked = v.variant('state', [
  v.object({ state: v.picklist(['waiting', 'same']), pack: v.string() }),
  v.object({ state: v.literal('failed'), fault: FetchFault, detail: v.string() }),
]);

/** Page and extension pages → background. What each message asks for is said with its input. */
export const BACKGROUND_MESSAGES = {
  'page.annotate': { ...BACKGROUND_INPUTS['page.annotate'], output: FindingsOutput },
  'page.found': { ...BACKGROUND_INPUTS['page.found'], output: Done },
  'tab.frames': { ...BACKGROUND_INPUTS['tab.frames'], output: v.object({ frames: v.array(v.number()) }) },
  'page.style': { ...BACKGROUND_INPUTS['page.style'], output: Done },
  'page.start': { ...BACKGROUND_INPUTS['page.start'], output: v.object({ outcome: v.picklist(['started', 'pdf', 'refused']) }) },
  'page.cast': { ...BACKGROUND_INPUTS['page.cast'], output: PageCast },
  'card.open': { ...BACKGROUND_INPUTS['card.open'], output: v.nullable(CardFacts) },
  /** Brings card.js, which draws the card, into the frame that asks. */
  'card.load': { ...BACKGROUND_INPUTS['card.load'], output: Done },
  'saved.list': { ...BACKGROUND_INPUTS['saved.list'], output: v.array(SavedItem) },
  'saved.news': {
    ...BACKGROUND_INPUTS['saved.news'],
    output: v.array(v.object({ entityId: EntityId, why: v.picklist(['met', 'changed']) })),
  },
  'saved.put': { ...BACKGROUND_INPUTS['saved.put'], output: Done },
  /** Those that were not saved before. */
  'saved.putAll': { ...BACKGROUND_INPUTS['saved.putAll'], output: v.object({ entityIds: v.array(EntityId) }) },
  'saved.remove': { ...BACKGROUND_INPUTS['saved.remove'], output: Done },
  'entities.search': { ...BACKGROUND_INPUTS['entities.search'], output: v.object({ total: Count, rows: v.array(EntityRow) }) },
  'entities.ids': { ...BACKGROUND_INPUTS['entities.ids'], output: v.array(EntityId) },
  'entities.get': { ...BACKGROUND_INPUTS['entities.get'], output: v.nullable(EntityDetail) },
  'entities.put': { ...BACKGROUND_INPUTS['entities.put'], output: Outcome },
  'entities.remove': { ...BACKGROUND_INPUTS['entities.remove'], output: Outcome },
  'entities.restore': { ...BACKGROUND_INPUTS['entities.restore'], output: Outcome },
  'entities.takeBack': { ...BACKGROUND_INPUTS['entities.takeBack'], output: Outcome },
  'entities.past': { ...BACKGROUND_INPUTS['entities.past'], output: v.array(PastChange) },
  'entities.collisions': { ...BACKGROUND_INPUTS['entities.collisions'], output: v.array(NameCollision) },
  'entities.tag': { ...BACKGROUND_INPUTS['entities.tag'], output: Outcome },
  'journal.list': { ...BACKGROUND_INPUTS['journal.list'], output: v.array(JournalEntry) },
  /** Null when there is nothing to take back (any more). */
  'journal.undo': { ...BACKGROUND_INPUTS['journal.undo'], output: v.nullable(Undone) },
  'journal.step': { ...BACKGROUND_INPUTS['journal.step'], output: v.nullable(Undone) },
  /** The lowest layer first; `waiting` are those that are not installed yet. */
  'packs.list': {
    ...BACKGROUND_INPUTS['packs.list'],
    output: v.object({ installed: v.array(InstalledPack), waiting: v.array(PackVersion) }),
  },
  'packs.look': { ...BACKGROUND_INPUTS['packs.look'], output: Looked },
  'packs.apply': { ...BACKGROUND_INPUTS['packs.apply'], output: Done },
  'packs.leave': { ...BACKGROUND_INPUTS['packs.leave'], output: Done },
  'packs.back': { ...BACKGROUND_INPUTS['packs.back'], output: Done },
  'packs.settle': { ...BACKGROUND_INPUTS['packs.settle'], output: Done },
  'packs.enable': { ...BACKGROUND_INPUTS['packs.enable'], output: Done },
  'packs.move': { ...BACKGROUND_INPUTS['packs.move'], output: Done },
  'packs.remove': { ...BACKGROUND_INPUTS['packs.remove'], output: Done },
  'index.changed': { ...BACKGROUND_INPUTS['index.changed'], output: Done },
  'areas.list': { ...BACKGROUND_INPUTS['areas.list'], output: v.array(v.object({ id: AreaId, full_name: v.string() })) },
  'index.show': { ...BACKGROUND_INPUTS['index.show'], output: Done },
  'history.record': { ...BACKGROUND_INPUTS['history.record'], output: Done },
  'history.met': { ...BACKGROUND_INPUTS['history.met'], output: HistoryMet },
  'history.last': {
    ...BACKGROUND_INPUTS['history.last'],
    output: v.array(v.object({ entityId: EntityId, pages: Count, readAt: v.string() })),
  },
  'history.pages': { ...BACKGROUND_INPUTS['history.pages'], output: HistoryPages },
  'history.forget': { ...BACKGROUND_INPUTS['history.forget'], output: Done },
  'verdict.decide': { ...BACKGROUND_INPUTS['verdict.decide'], output: Done },
  'verdict.forget': { ...BACKGROUND_INPUTS['verdict.forget'], output: Done },
  'inbox.list': { ...BACKGROUND_INPUTS['inbox.list'], output: v.array(InboxItem) },
  'inbox.accept': { ...BACKGROUND_INPUTS['inbox.accept'], output: Outcome },
  'inbox.dismiss': { ...BACKGROUND_INPUTS['inbox.dismiss'], output: Done },
  'inbox.draft': {
    ...BACKGROUND_INPUTS['inbox.draft'],
    output: v.nullable(v.object({ entity: Entity, sources: v.array(Source) })),
  },
  'sync.run': { ...BACKGROUND_INPUTS['sync.run'], output: Done },
  'sync.clear': { ...BACKGROUND_INPUTS['sync.clear'], output: Done },
  'storage.kept': {
    ...BACKGROUND_INPUTS['storage.kept'],
    output: v.object({ edits: Count, saved: Count, visits: Count, inbox: Count, verdicts: Count, journal: Count }),
  },
  'storage.reset': { ...BACKGROUND_INPUTS['storage.reset'], output: Done },
  'index.status': { ...BACKGROUND_INPUTS['index.status'], output: IndexStatus },
} as const;

/** One entity (or one discovered name) as this page mentions it. */
export const PageEntity = v.object({
  key: v.string(),
  entityId: v.nullable(EntityId),
  type: EntityType,
  name: v.string(),
  text: v.string(),
  post: v.optional(v.string()),
  status: v.picklist(['indexed', 'discovered']),
  count: Count,
  /** Namesakes that nothing on the page tells apart. */
  candidates: v.optional(v.array(EntityId)),
});
export type PageEntity = v.InferOutput<typeof PageEntity>;

/** What a tab's page is, and whom it mentions. */
const TabMentions = v.object({
  host: v.string(),
  url: v.string(),
  title: v.string(),
  scope: v.string(),
  date: v.nullable(v.string()),
  /** Whether the page has been annotated; before, there is nothing to tell. */
  annotated: v.boolean(),
  /** The page changed too much to be watched on: what came later is not in it. */
  givenUp: v.boolean(),
  entities: v.array(PageEntity),
  /** 我区 and the like, with what they stand for here, each once. */
  references: v.array(v.object({ text: v.string(), name: v.string() })),
  /** Names the reader said mean nothing here. */
  setAside: v.array(v.object({ type: EntityType, name: v.string() })),
});

/** Where a step led: to the mention `at` (from 1) of `of` that are drawn, in this sentence. Null when none is drawn any more. */
const Step = v.nullable(v.object({ at: Count, of: Count, sentence: v.string() }));

/** Extension pages → the content script of a tab. */
export const TAB_MESSAGES = {
  'tab.mentions': { ...TAB_INPUTS['tab.mentions'], output: TabMentions },
  /** Scrolls to the next (or previous) mention of that entity after the last one shown, and marks it for a moment. */
  'tab.scrollTo': { ...TAB_INPUTS['tab.scrollTo'], output: Step },
  /** Opens the card at the mention of that entity shown last, else at the first. */
  'tab.openCard': { ...TAB_INPUTS['tab.openCard'], output: Step },
  /** Reads the page anew, also one that is watched no more. */
  'tab.refresh': { ...TAB_INPUTS['tab.refresh'], output: Done },
  'tab.step': { ...TAB_INPUTS['tab.step'], output: v.object({ moved: v.boolean() }) },
  'tab.open': { ...TAB_INPUTS['tab.open'], output: v.object({ opened: v.boolean() }) },
  'tab.report': { ...TAB_INPUTS['tab.report'], output: Done },
} as const;

/** The background → the content script of a tab's top frame, whether it annotates or not. */
const SITE_MESSAGES = {
  'tab.switched': { ...SITE_INPUTS['tab.switched'], output: Done },
} as const;

export type Contract = Record<string, { input: v.GenericSchema; output: v.GenericSchema }>;
export type BackgroundMessages = typeof BACKGROUND_MESSAGES;
export type TabMessages = typeof TAB_MESSAGES;
export type SiteMessages = typeof SITE_MESSAGES;
export type InputOf<C extends Contract, K extends keyof C> = v.InferInput<C[K]['input']>;
export type CheckedInputOf<C extends Contract, K extends keyof C> = v.InferOutput<C[K]['input']>;
export type OutputOf<C extends Contract, K extends keyof C> = v.InferOutput<C[K]['output']>;

/** How every answer travels: a value, or a failure with a code the reader's language has words for (`error_<code>`). */
export type Reply<T> = { ok: true; value: T } | { ok: false; code: ErrorCode; detail: string };
