import * as v from 'valibot';
import { Source } from '../../model/source';
import { Count } from '../primitives';
import { Said } from './entity';

/** What the background answers about changes of the index. */

/** What a change of the index did: its entry in the journal (null: there was nothing to change), and how many entities it changed. */
export const Outcome = v.object({ entry: v.nullable(Count), count: Count, label: v.string() });

export const JournalEntry = v.object({
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
  /** All it changed was changed again since: there is nothing to take back. */
  superseded: v.optional(v.literal(true)),
});

/** What an entry did to one entity, and the sources that came with it. */
export const PastChange = v.object({ entry: JournalEntry, said: v.array(Said), sources: v.array(Source) });
export type PastChange = v.InferOutput<typeof PastChange>;
