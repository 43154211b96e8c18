import * as v from 'valibot';
import { VOTE_KINDS } from '../../finder/types';
import { EntityType } from '../../model/entity';
import { AreaId, EntityId } from '../../model/ids';
import { Count, Line } from '../primitives';

/** What the background answers about a page. */

/** In UTF-16 units of the text as it was given. */
const Offset = Count;

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

export const FindingsOutput = v.object({
  scope: v.string(),
  date: v.nullable(v.string()),
  mentions: v.array(Mention),
  references: v.array(v.object({ start: Offset, end: Offset, areaId: v.nullable(AreaId), name: Line })),
  /** Names the reader said mean nothing here: found, and left out. */
  setAside: v.optional(v.array(v.object({ type: EntityType, name: Line }))),
  /** Found without the segmenter, which is on its way: asked again patiently, the answer may be better. */
  provisional: v.optional(v.boolean()),
});
