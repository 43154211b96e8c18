import type { Source } from '../model/source';
import { writeEntityCsv } from '../packs/entity-csv';
import { toPopolo } from '../packs/popolo';
import { type Publication, publishPack } from '../packs/publish';
import { writePack } from '../packs/write';
import type { Database } from '../store/database';
import { readAllSources } from '../store/entities';
import { type IndexContents, readIndex } from '../store/index-contents';

/** The entity list as CSV: everything the index shows. */
export async function exportCsv(db: Database): Promise<string> {
  const { index, sources } = await readAll(db);
  return writeEntityCsv(shown(index), Object.fromEntries(sources));
}

/** Officials, bodies and areas as Popolo JSON. `revision` says of when. */
export async function exportPopolo(db: Database, about: Publication, revision: string): Promise<string> {
  const { index, sources } = await readAll(db);
  const pack = publishPack(about, revision, shown(index), [...sources.values()]);
  return `${JSON.stringify(toPopolo({ ...pack, areas: index.areas }), null, 1)}\n`;
}

/** The reader's layer as a pack for others: what the reader added and changed, as it stands. */
export async function exportLayer(db: Database, about: Publication, revision: string): Promise<string> {
  const { index, sources } = await readAll(db);
  const own = index.entities.flatMap(({ entity, origin }) => (origin === 'reader' || origin === 'changed' ? [entity] : []));
  return writePack(publishPack(about, revision, own, [...sources.values()]));
}

function shown(index: IndexContents) {
  return index.entities.flatMap(({ entity, origin }) => (origin === 'hidden' ? [] : [entity]));
}

async function readAll(db: Database): Promise<{ index: IndexContents; sources: Map<string, Source> }> {
  const [index, packed] = await Promise.all([readIndex(db), readAllSources(db)]);
  const sources = new Map<string, Source>(packed);
  for (const { edit } of index.entities) {
    if (edit && edit.kind !== 'hidden') for (const source of edit.sources) sources.set(source.id, source);
  }
  return { index, sources };
}
