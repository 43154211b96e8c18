import type { DifferingField } from '../messages/answers/entity';
import type { PastChange } from '../messages/answers/journal';
import type { Entity } from '../model/entity';
import type { EntityId } from '../model/ids';
import { referencesOf } from '../model/references';
import type { Source } from '../model/source';
import { changesBetween } from '../packs/changes';
import { applyEdit, type ReaderEdit } from '../packs/reader-edit';
import { sayChange } from '../packs/say-changes';
import type { Plain } from '../packs/three-way';
import type { Database } from '../store/database';
import { readAreas, readEntities, readSources } from '../store/entities';
import { editHistory } from '../store/journal';
import type { LayeredEntity } from '../store/layers';

/** What was done to an entity, the latest first: field by field, and on which new sources. */
export async function entityPast(db: Database, id: EntityId): Promise<PastChange[]> {
  const [past, layered] = await Promise.all([editHistory(db, id), readEntities(db, [id])]);
  const pack = layered.get(id)?.pack ?? null;
  const steps = past.map(({ entry, before, after, superseded }) => ({
    entry: { ...entry, ...(superseded && { superseded: true as const }) },
    before: versionOf(pack, before),
    after: versionOf(pack, after),
  }));
  const nameOf = await namesFor(
    db,
    steps.flatMap(({ before, after }) => [before, after]),
  );
  return steps.map(({ entry, before, after }) => ({
    entry,
    said: changesBetween(plain(before), plain(after)).map((change) => sayChange(change, nameOf)),
    sources: after.sources.filter((source) => !before.sources.some((known) => known.id === source.id)),
  }));
}

/** Where the reader's version differs from the pack's, field by field: the pack's first, then the reader's. */
export async function differences(db: Database, { pack, entity, edit }: LayeredEntity): Promise<DifferingField[]> {
  if (!pack || edit?.kind !== 'changed') return [];
  const changes = changesBetween(pack as unknown as Plain, entity as unknown as Plain);
  const nameOf = await namesFor(db, [
    { entity: pack, sources: [] },
    { entity, sources: edit.sources },
  ]);
  const fields = new Map<string, DifferingField>();
  for (const change of changes) {
    const field = /^[a-z_]+/.exec(change.path)?.[0] ?? change.path;
    const said = [...(fields.get(field)?.said ?? []), sayChange(change, nameOf)];
    fields.set(field, { field, said });
  }
  return [...fields.values()];
}

interface Version {
  /** Null: there was none. */
  entity: Entity | null;
  hidden?: boolean;
  sources: readonly Source[];
}

function versionOf(pack: Entity | null, edit: ReaderEdit | null): Version {
  if (!edit) return { entity: pack, sources: [] };
  if (edit.kind === 'hidden') return { entity: pack, hidden: true, sources: [] };
  return { entity: applyEdit(pack, edit).entity, sources: edit.sources };
}

/** Only what a reader sees of it. */
function plain({ entity, hidden }: Version): Plain {
  const { id: _, type: __, ...fields } = (entity ?? {}) as Record<string, Plain>;
  return { ...fields, ...(hidden && { hidden: '✓' }) };
}

async function namesFor(db: Database, versions: readonly Version[]): Promise<(id: string) => string | undefined> {
  const references = versions.flatMap(({ entity }) => (entity ? [referencesOf(entity)] : []));
  const [entities, areas, sources] = await Promise.all([
    readEntities(db, new Set(references.flatMap((each) => [...each.entities]))),
    readAreas(db, new Set(references.flatMap((each) => [...each.areas]))),
    readSources(
      db,
      new Set(references.flatMap((each) => [...each.sources])),
      versions.flatMap((version) => version.sources),
    ),
  ]);
  const names = new Map<string, string>();
  for (const [id, { entity }] of entities) names.set(id, entity.name);
  for (const area of Object.values(areas)) names.set(area.id, area.full_name);
  for (const source of Object.values(sources)) names.set(source.id, `${source.publisher}《${source.title}》`);
  return (id) => names.get(id);
}
