import type { Entity } from '../model/entity';
import type { EntityId } from '../model/ids';
import { referencesOf } from '../model/references';
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

/**
 * How the reader's edits fare once `below` is what lies beneath them. Edits of entities that neither it nor what lay there before
 * (`held`) holds are left out.
 */
export function editsOver(
  below: (id: EntityId) => Entity | null,
  held: (id: EntityId) => boolean,
  edits: Iterable<ReaderEdit>,
): EditOutcome[] {
  return [...edits].flatMap((edit): EditOutcome[] => {
    const entity = below(edit.id);
    if (!entity) return held(edit.id) ? [{ edit, state: 'gone', conflicts: [] }] : [];
    if (edit.kind === 'hidden') return [{ edit, state: 'stands', conflicts: [] }];
    const applied = applyEdit(entity, edit);
    if (applied.conflicts.length > 0) return [{ edit, state: 'conflict', conflicts: applied.conflicts }];
    return [{ edit, state: makeEdit(entity, applied.entity) ? 'stands' : 'settled', conflicts: [] }];
  });
}

/**
 * The edit once the reader has decided its conflicts: of the paths in `theirs` the pack's value stands, of all others the reader's,
 * and a next version is compared with the pack as it is now. Of an entity the pack dropped (`below` null), the path '' takes the
 * reader's version back too. Null when nothing of the reader's is left.
 */
export function settleEdit(
  below: Entity | null,
  edit: ReaderEdit,
  theirs: ReadonlySet<string>,
  base?: { pack: string; revision: string },
): ReaderEdit | null {
  if (!below) return theirs.has('') ? null : edit;
  if (edit.kind === 'hidden') return edit;
  const { entity } = applyEdit(below, edit, (conflict) => (theirs.has(conflict.path) ? conflict.theirs : conflict.mine));
  const { sources: cited } = entity ? referencesOf(entity) : { sources: new Set<string>() };
  const sources = edit.sources.filter(({ id }) => cited.has(id));
  return makeEdit(below, entity, { ...(base && { base }), ...(edit.at && { at: edit.at }), sources });
}
