import type { Entity } from '../model/entity';
import type { EntityId, SourceId } from '../model/ids';
import { referencesOf } from '../model/references';
import type { Source } from '../model/source';
import { applyEdit, makeEdit, type ReaderEdit } from './reader-edit';
import { type Plain, same } from './three-way';

/** What the index holds of an entity now. A hidden one is given as its pack has it. */
export interface Present {
  entity: Entity;
  pack: Entity | null;
  base: { pack: string; revision: string } | null;
  edit: ReaderEdit | null;
}

/** An entity a file brings. `fields`: what the file speaks of; of all others it says nothing, and what stands stays. */
export interface Brought {
  entity: Entity;
  /** Sources the file brings; only those cited count. */
  sources: ReadonlyMap<string, Source>;
  fields?: readonly string[];
}

/**
 * What taking an entity over would do.
 * - `new`: the index does not have it.
 * - `changed`: it differs from the index, where the reader changed nothing yet.
 * - `conflict`: it differs from what the reader made of it; taking it replaces that.
 * - `same`: nothing.
 */
export interface Planned {
  id: EntityId;
  state: 'new' | 'changed' | 'conflict' | 'same';
  /** As it is now, and as it would be; null: not there, or hidden. */
  before: Entity | null;
  after: Entity | null;
  /** The edit that would stand; null: none, the pack's version shows. */
  edit: ReaderEdit | null;
}

interface Context {
  /** ISO time in UTC. */
  at: string;
  /** A source the index has already. */
  sourceOf(id: SourceId): Source | undefined;
}

/** Plans an entity from a table or from another project's file. */
export function planEntity(brought: Brought, present: Present | null, { at, sourceOf }: Context): Planned {
  const { id } = brought.entity;
  const after = present && brought.fields ? overlay(present.entity, brought.entity, brought.fields) : brought.entity;
  const before = !present || present.edit?.kind === 'hidden' ? null : present.entity;
  const sources = sourcesFor(after, brought.sources, present, sourceOf);
  const edit = makeEdit(present?.pack ?? null, after, { at, sources, ...(present?.base && { base: present.base }) });
  const state = !present ? 'new' : before && same(plain(before), plain(after)) ? 'same' : present.edit ? 'conflict' : 'changed';
  return { id, state, before, after, edit };
}

/** Plans an edit from a backup. */
export function planEdit(edit: ReaderEdit, present: Present | null): Planned {
  const before = !present || present.edit?.kind === 'hidden' ? null : present.entity;
  const after = applyEdit(present?.pack ?? null, edit).entity;
  const planned = { id: edit.id, before, after, edit };
  if (present?.edit) return { ...planned, state: same(undated(present.edit), undated(edit)) ? 'same' : 'conflict' };
  return { ...planned, state: present ? 'changed' : 'new' };
}

function overlay(under: Entity, over: Entity, fields: readonly string[]): Entity {
  const laid = { ...under } as Record<string, unknown>;
  for (const field of fields) {
    const value = (over as unknown as Record<string, unknown>)[field];
    if (value === undefined) delete laid[field];
    else laid[field] = value;
  }
  return laid as unknown as Entity;
}

/** Sources the edit must carry: cited, and not to be had from a pack as they are. Those of an earlier edit stay while they are cited. */
function sourcesFor(entity: Entity, brought: Brought['sources'], present: Present | null, sourceOf: Context['sourceOf']): Source[] {
  const earlier = present?.edit && present.edit.kind !== 'hidden' ? present.edit.sources : [];
  return [...referencesOf(entity).sources].flatMap((id) => {
    const source = brought.get(id) ?? earlier.find((known) => known.id === id);
    return source && !same(plain(sourceOf(id)), plain(source)) ? [source] : [];
  });
}

/** When an edit was made says nothing of what it does. */
function undated(edit: ReaderEdit): Plain {
  return plain({ ...edit, at: undefined });
}

function plain(value: unknown): Plain {
  return value as Plain;
}
