import type { EntityType } from '../model/entity';
import type { EntityId } from '../model/ids';
import { diffPacks } from '../packs/diff';
import { entitiesOf } from '../packs/entities';
import { editsOver } from '../packs/merge';
import type { Pack } from '../packs/pack';
import { type Said, sayChange } from '../packs/say-changes';
import type { Conflict } from '../packs/three-way';
import type { Database } from '../store/database';
import { readIndex } from '../store/index-contents';
import type { PackRole } from '../store/pack-records';
import { readVersions } from '../store/pack-versions';
import { listPacks } from '../store/packs';
import { listSaved } from '../store/saved';

/** One entity a version brings, drops or changes. */
interface DifferenceRow {
  kind: 'added' | 'removed' | 'changed';
  id: string;
  type: EntityType | 'area';
  name: string;
  /** What changed, in words. */
  said: Said[];
  /** Whether the reader saved it. */
  saved: boolean;
}

/** An edit of the reader's that a version changes something about. */
interface Outcome {
  id: EntityId;
  name: string;
  state: 'conflict' | 'gone' | 'settled';
  conflicts: { path: string; said: Said; mine: string; theirs: string }[];
}

export interface Difference {
  title: string;
  licence: string;
  homepage?: string;
  /** From which revision to which; null: nothing is installed. */
  from: string | null;
  to: string;
  notes: Pack['changes'];
  rows: DifferenceRow[];
  outcomes: Outcome[];
  /** How many edits of the reader's stand as they are. */
  standing: number;
}

/**
 * What taking the waiting version would change (`pending`), or what the latest one changed (`previous`). Null when there is no such
 * version.
 */
export async function packDifference(db: Database, id: string, role: PackRole): Promise<Difference | null> {
  const [{ installed, other }, index, saved, packs] = await Promise.all([
    readVersions(db, id, role),
    readIndex(db),
    listSaved(db),
    listPacks(db),
  ]);
  if (!other || (role === 'previous' && !installed)) return null;
  const [before, after] = role === 'pending' ? [installed, other] : [other, installed!];
  const names = namesOf(index, before, after);
  const nameOf = (wanted: string) => names.get(wanted);
  const savedIds = new Set<string>(saved.map(({ entityId }) => entityId));
  const { added, removed, changed } = diffPacks(before ?? emptied(after), after);
  const row = (kind: DifferenceRow['kind']) => (thing: (typeof added)[number]) => ({
    kind,
    ...thing,
    said: [],
    saved: savedIds.has(thing.id),
  });
  const rows: DifferenceRow[] = [
    ...removed.map(row('removed')),
    ...changed.map(({ changes, ...thing }) => ({ ...row('changed')(thing), said: changes.map((change) => sayChange(change, nameOf)) })),
    ...added.map(row('added')),
  ];
  const entities = new Map([...entitiesOf(after)].map((entity) => [entity.id, entity]));
  const held = new Set(before ? [...entitiesOf(before)].map((entity) => entity.id) : []);
  const at = packs.findIndex((pack) => pack.id === id);
  const above = new Set(at < 0 ? [] : packs.slice(at + 1).map((pack) => pack.id));
  const off = packs[at]?.enabled === false;
  const edits = index.entities.flatMap(({ edit, base }) => (edit && !off && !(base && above.has(base.pack)) ? [edit] : []));
  const outcomes = editsOver(
    (wanted) => entities.get(wanted) ?? null,
    (wanted) => held.has(wanted),
    edits,
  );
  return {
    title: after.title,
    licence: after.licence,
    ...(after.homepage && { homepage: after.homepage }),
    from: before?.revision ?? null,
    to: after.revision,
    notes: after.changes.filter(({ date }) => !before?.changes.some((known) => known.date === date)),
    rows,
    outcomes: outcomes.flatMap(({ edit, state, conflicts }) =>
      state === 'stands'
        ? []
        : [{ id: edit.id, name: nameOf(edit.id) ?? edit.id, state, conflicts: conflicts.map((conflict) => sayConflict(conflict, nameOf)) }],
    ),
    standing: outcomes.filter(({ state }) => state === 'stands').length,
  };
}

function sayConflict({ path, mine, theirs }: Conflict, nameOf: (id: string) => string | undefined): Outcome['conflicts'][number] {
  const said = sayChange({ path, before: mine, after: theirs }, nameOf);
  return { path, said, mine: said.before ?? '', theirs: said.after ?? '' };
}

function namesOf(index: Awaited<ReturnType<typeof readIndex>>, ...packs: (Pack | null)[]): Map<string, string> {
  const names = new Map<string, string>();
  for (const pack of packs) {
    if (!pack) continue;
    for (const { id, publisher, title } of pack.sources) names.set(id, `${publisher}《${title}》`);
    for (const { id, name } of [...pack.areas, ...entitiesOf(pack)]) names.set(id, name);
  }
  for (const { id, full_name } of index.areas) names.set(id, full_name);
  for (const { entity } of index.entities) names.set(entity.id, entity.name);
  return names;
}

function emptied(pack: Pack): Pack {
  return { ...pack, areas: [], organizations: [], persons: [], projects: [], sources: [] };
}
