import * as v from 'valibot';
import { Area } from '../model/area';
import { Entity } from '../model/entity';
import { AreaId, EntityId } from '../model/ids';
import { Source } from '../model/source';
import { CardFacts, EntityDetail, EntityRow, NameCollision, PageCast, SavedItem } from './answers/entity';
import { FindingsOutput } from './answers/finding';
import { HistoryMet, HistoryPages, InboxItem } from './answers/history';
import { JournalEntry, Outcome, PastChange } from './answers/journal';
import { InstalledPack, Looked, PackVersion } from './answers/pack';
import { Step, TabMentions } from './answers/tab';
import { BACKGROUND_INPUTS } from './background-inputs';
import { ERROR_CODES, type ErrorCode } from './error-codes';
import { Count } from './primitives';
import { SITE_INPUTS, TAB_INPUTS } from './tab-inputs';

/**
 * Every message with its input and its output. Both are checked at run time: pages, other extensions and old
 * versions of our own scripts are on the other side. A content script imports types from here, never values: the
 * schemas would weigh on every page.
 */

const IndexStatus = v.object({
  ready: v.boolean(),
  /** Why the index cannot be used or brought up to date: a full disk, a database held by another version. */
  error: v.optional(v.picklist(ERROR_CODES)),
  packs: v.array(v.object({ id: v.string(), title: v.string(), revision: v.string() })),
  counts: v.object({ official: Count, organization: Count, project: Count }),
  /** Whether the dictionary in use was read back from the store or had to be compiled. */
  dictionary: v.picklist(['none', 'stored', 'compiled']),
});

const Done = v.object({});

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
  'entities.neighbours': {
    ...BACKGROUND_INPUTS['entities.neighbours'],
    output: v.object({ ids: v.array(EntityId), areas: v.array(Area) }),
  },
  'entities.tag': { ...BACKGROUND_INPUTS['entities.tag'], output: Outcome },
  'journal.list': { ...BACKGROUND_INPUTS['journal.list'], output: v.array(JournalEntry) },
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
