import * as v from 'valibot';
import { EntityType } from '../../model/entity';
import { EntityId } from '../../model/ids';
import { Count } from '../primitives';

/** What a tab's content script answers. */

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
export const TabMentions = v.object({
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
export const Step = v.nullable(v.object({ at: Count, of: Count, sentence: v.string() }));
