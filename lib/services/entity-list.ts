import type * as v from 'valibot';
import type { EntitySearch } from '../messages/background-inputs';
import type { EntityRow } from '../messages/contract';
import type { Area } from '../model/area';
import type { Entity } from '../model/entity';
import type { AreaId, EntityId } from '../model/ids';
import type { Database } from '../store/database';
import { readIndex } from '../store/index-contents';
import { searchForm, searchKeys } from './search-keys';
import { summarise } from './summary';

type Search = v.InferOutput<typeof EntitySearch>;

interface Listed {
  row: EntityRow;
  keys: string[];
}

/** The merged index as a list to search, built when first asked for and again after a change. */
export class EntityList {
  #listed: Promise<Listed[]> | null = null;

  constructor(
    private readonly db: Database,
    private readonly word: (key: string) => string,
  ) {}

  /** Says that packs or edits changed. */
  changed(): void {
    this.#listed = null;
  }

  /** Rows whose names hold the query, the nearest first; hidden ones only when asked for by origin. */
  async search({ query, types, origins, offset, limit }: Search): Promise<{ total: number; rows: EntityRow[] }> {
    const wanted = searchForm(query);
    const matching: { row: EntityRow; distance: number }[] = [];
    for (const { row, keys } of await this.#all()) {
      if (types && !types.includes(row.type)) continue;
      if (origins ? !origins.includes(row.origin) : row.origin === 'hidden') continue;
      const distance = nearest(keys, wanted);
      if (distance < NOT_FOUND) matching.push({ row, distance });
    }
    if (wanted) matching.sort((a, b) => a.distance - b.distance);
    return { total: matching.length, rows: matching.slice(offset, offset + limit).map(({ row }) => row) };
  }

  #all(): Promise<Listed[]> {
    this.#listed ??= this.#build().catch((error) => {
      this.#listed = null;
      throw error;
    });
    return this.#listed;
  }

  async #build(): Promise<Listed[]> {
    const { entities, areas } = await readIndex(this.db);
    const areaById = new Map<AreaId, Area>(areas.map((area) => [area.id, area]));
    const nameById = new Map<EntityId, string>(entities.map(({ entity }) => [entity.id, entity.name]));
    const wording = { nameOf: (id: EntityId) => nameById.get(id), word: this.word };
    return entities.map(({ entity, origin }) => {
      const area = entity.type !== 'official' && entity.area ? areaById.get(entity.area) : undefined;
      const { id, type, name } = entity;
      const row = { id, type, name, summary: summarise(entity, wording), area: area?.name, origin, updated: lastSpokenOf(entity) };
      return { row, keys: searchKeys(entity, area) };
    });
  }
}

const NOT_FOUND = 3;

/** 0 the whole name, 1 its beginning, 2 within it. */
function nearest(keys: readonly string[], wanted: string): number {
  let distance = NOT_FOUND;
  for (const key of keys) {
    const at = key.indexOf(wanted);
    if (at < 0) continue;
    distance = Math.min(distance, at > 0 ? 2 : key.length > wanted.length ? 1 : 0);
  }
  return distance;
}

/** The latest day anything said of the entity was seen or reported. */
function lastSpokenOf(entity: Entity): string | undefined {
  if (entity.type === 'organization') return entity.dissolution_date ?? entity.founding_date;
  const dates =
    entity.type === 'official'
      ? entity.memberships.flatMap(({ start_date, end_date, seen }) => [start_date, end_date, ...seen.map(({ date }) => date)])
      : [...entity.milestones, ...entity.budget].map(({ date }) => date);
  return dates
    .filter((date) => date !== undefined)
    .sort()
    .at(-1);
}
