import * as v from 'valibot';
import { Entity } from '../model/entity';
import { EntityId } from '../model/ids';
import { Source } from '../model/source';
import { type Conflict, mergeThreeWay, type Plain, type Settle, same } from './three-way';

const READER_EDIT_VERSION = 1;

const common = {
  v: v.literal(READER_EDIT_VERSION),
  id: EntityId,
  /** When the reader made it, ISO time in UTC. */
  at: v.optional(v.pipe(v.string(), v.isoTimestamp())),
};

/** The pack and revision an edit was made on. */
const Base = v.object({ pack: v.string(), revision: v.string() });
const sources = v.optional(v.array(Source), []);

/**
 * What the reader did to one entity, as it is stored and exported.
 * - `created`: an entity of the reader's own.
 * - `changed`: `fields` holds the reader's value of each changed field (null: cleared), `from` the pack's entity it was made on,
 *   so that a newer pack can be merged beneath it and nothing is lost when the pack drops the entity.
 * - `hidden`: an entity of a pack the reader does not want to see.
 *
 * `sources` are those the reader brought along for this entity.
 */
export const ReaderEdit = v.pipe(
  v.variant('kind', [
    v.object({ kind: v.literal('created'), ...common, entity: Entity, sources }),
    v.object({
      kind: v.literal('changed'),
      ...common,
      base: v.optional(Base),
      from: Entity,
      fields: v.record(v.string(), v.unknown()),
      sources,
    }),
    v.object({ kind: v.literal('hidden'), ...common, base: v.optional(Base) }),
  ]),
  v.rawTransform(({ dataset, addIssue, NEVER }) => {
    const edit = dataset.value;
    if (edit.kind === 'hidden') return edit;
    const entity = edit.kind === 'created' ? edit.entity : edit.from;
    if (entity.id !== edit.id) {
      addIssue({ message: `the entity is ${entity.id}, the edit speaks of ${edit.id}` });
      return NEVER;
    }
    if (edit.kind === 'created') return edit;
    const known = v.safeParse(Entity, { ...edit.from, ...present(edit.fields), id: edit.id, type: entity.type });
    if (!known.success) {
      addIssue({ message: `the changed fields do not make an entity: ${known.issues[0].message}` });
      return NEVER;
    }
    const cleaned: Record<string, unknown> = {};
    for (const key of Object.keys(edit.fields)) {
      if (key === 'id' || key === 'type') continue;
      if (edit.fields[key] === null) cleaned[key] = null;
      else if (key in known.output) cleaned[key] = known.output[key as keyof Entity];
    }
    return { ...edit, fields: cleaned };
  }),
);
export type ReaderEdit = v.InferOutput<typeof ReaderEdit>;

export interface EditContext {
  /** The pack the edited entity came from; none for an entity of the reader's own. */
  base?: { pack: string; revision: string };
  /** ISO time in UTC. */
  at?: string;
  sources?: Source[];
}

/**
 * The difference between the pack's entity and what the reader made of it.
 * `packEntity` null: the reader's own entity. `edited` null: hidden. Null when there is no difference.
 * Throws when the two are not the same entity or both are null.
 */
export function makeEdit(packEntity: Entity | null, edited: Entity | null, context: EditContext = {}): ReaderEdit | null {
  const id = packEntity?.id ?? edited?.id;
  if (!id) throw new Error('an edit needs an entity');
  const { base, at } = context;
  const common = { v: READER_EDIT_VERSION, id, ...(at && { at }) } as const;
  const based = base ? { base } : {};
  if (!edited) return { kind: 'hidden', ...common, ...based };
  const sources = context.sources ?? [];
  if (!packEntity) return { kind: 'created', ...common, entity: edited, sources };
  if (edited.id !== packEntity.id || edited.type !== packEntity.type) throw new Error(`${edited.id} is not ${packEntity.id}`);
  const [from, mine] = [plain(packEntity), plain(edited)];
  const fields: Record<string, Plain> = {};
  for (const key of new Set([...Object.keys(from), ...Object.keys(mine)])) {
    if (!same(from[key], mine[key])) fields[key] = mine[key] ?? null;
  }
  if (Object.keys(fields).length === 0 && sources.length === 0) return null;
  return { kind: 'changed', ...common, ...based, from: packEntity, fields, sources };
}

/**
 * Lays an edit over the pack's entity as it is now (null: the pack has none). The reader's changes win, whatever the reader
 * did not touch follows the pack, and what both changed is listed. An entity the pack dropped stays as the reader left it,
 * with one conflict of an empty path. `settle` may decide a conflict otherwise.
 */
export function applyEdit(packEntity: Entity | null, edit: ReaderEdit, settle?: Settle): { entity: Entity | null; conflicts: Conflict[] } {
  const conflicts: Conflict[] = [];
  const note: Settle = (conflict) => {
    conflicts.push(conflict);
    return settle ? settle(conflict) : conflict.mine;
  };
  if (edit.kind === 'hidden') return { entity: null, conflicts };
  if (edit.kind === 'created') {
    if (!packEntity) return { entity: edit.entity, conflicts };
    // What the reader created stays whole until the two are settled.
    const merged = mergeThreeWay(undefined, plain(edit.entity), plain(packEntity), '', note);
    return { entity: settle ? (merged as Entity) : edit.entity, conflicts };
  }
  const from = plain(edit.from);
  const mine = { ...from };
  for (const [key, value] of Object.entries(edit.fields)) {
    if (value === null) delete mine[key];
    else mine[key] = value as Plain;
  }
  if (!packEntity) {
    conflicts.push({ path: '', base: from, mine, theirs: undefined });
    return { entity: mine as Entity, conflicts };
  }
  return { entity: mergeThreeWay(from, mine, plain(packEntity), '', note) as Entity, conflicts };
}

function plain(entity: Entity): { [key: string]: Plain } {
  return entity as unknown as { [key: string]: Plain };
}

function present(fields: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).map(([key, value]) => [key, value ?? undefined]));
}
