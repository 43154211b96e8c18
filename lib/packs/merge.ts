import type { Entity } from '../model/entity';
import type { EntityId } from '../model/ids';
import { entitiesOf } from './entities';
import type { Pack } from './pack';
import { applyEdit, makeEdit, type ReaderEdit } from './reader-edit';
import type { Conflict } from './three-way';

/** An entity as the layers make it. A hidden one is shown as its pack has it. */
export interface Layered {
  entity: Entity;
  origin: 'pack' | 'reader' | 'changed' | 'hidden';
  /** As the topmost pack that holds it has it. */
  pack: Entity | null;
  conflicts: Conflict[];
}

/** Packs one above the other (lowest first; of two that hold an id the upper one counts), and the reader's edits above them all. */
export function mergeLayers(packs: readonly Pack[], edits: readonly ReaderEdit[]): Map<EntityId, Layered> {
  const merged = new Map<EntityId, Layered>();
  for (const pack of packs) {
    for (const entity of entitiesOf(pack)) merged.set(entity.id, { entity, origin: 'pack', pack: entity, conflicts: [] });
  }
  for (const edit of edits) {
    const below = merged.get(edit.id)?.pack ?? null;
    if (edit.kind === 'hidden') {
      if (below) merged.set(edit.id, { entity: below, origin: 'hidden', pack: below, conflicts: [] });
      continue;
    }
    const { entity, conflicts } = applyEdit(below, edit);
    if (entity) merged.set(edit.id, { entity, origin: edit.kind === 'created' ? 'reader' : 'changed', pack: below, conflicts });
  }
  return merged;
}

/**
 * What a new version of a pack does to an edit.
 * - `stands`: it changes the new version as it changed the old one.
 * - `conflict`: the pack changed the same things since; the reader's stand, and `conflicts` lists them.
 * - `gone`: the pack dropped the entity; the reader's version stays.
 * - `settled`: the pack now says what the reader said.
 */
export interface EditOutcome {
  edit: ReaderEdit;
  state: 'stands' | 'conflict' | 'gone' | 'settled';
  conflicts: Conflict[];
}

/** How the reader's edits fare over a pack about to be installed; edits of entities it never held are left out. */
export function editsOver(pack: Pack, held: ReadonlySet<EntityId>, edits: readonly ReaderEdit[]): EditOutcome[] {
  const entities = new Map([...entitiesOf(pack)].map((entity) => [entity.id, entity]));
  return edits.flatMap((edit): EditOutcome[] => {
    const below = entities.get(edit.id) ?? null;
    if (!below) return held.has(edit.id) ? [{ edit, state: 'gone', conflicts: [] }] : [];
    if (edit.kind === 'hidden') return [{ edit, state: 'stands', conflicts: [] }];
    const { entity, conflicts } = applyEdit(below, edit);
    if (conflicts.length > 0) return [{ edit, state: 'conflict', conflicts }];
    return [{ edit, state: makeEdit(below, entity) ? 'stands' : 'settled', conflicts }];
  });
}
