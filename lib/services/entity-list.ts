import type * as v from 'valibot';
import type { EntityRow, NameCollision } from '../messages/answers/entity';
import type { EntitySearch } from '../messages/background-inputs';
import type { Area } from '../model/area';
import type { Entity } from '../model/entity';
import type { AreaId, EntityId } from '../model/ids';
import type { Database } from '../store/database';
import { readEntities } from '../store/entities';
import type { IndexContents } from '../store/index-contents';
import { calledLike, collisionsOf, type Named } from './search/collisions';
import { type Listed, listed } from './search/listed';
import { Listing, type ListQuery } from './search/listing';
import { Pinyin, type SyllableTable } from './search/pinyin';
import { searchForm } from './search/search-keys';
import { byName, compareText, type Order } from './search/segment';

type Search = v.InferOutput<typeof EntitySearch>;
type Wanted = Omit<Search, 'offset' | 'limit'>;

interface Parts {
  db: Database;
  readIndex(): Promise<IndexContents>;
  word(key: string): string;
  /** How characters are read; comes with the extension beside its code. */
  fetchSyllables(): Promise<SyllableTable>;
}

interface Built {
  listing: Listing;
  areas: Map<AreaId, Area>;
  pinyin: Pinyin;
}

/** Of so many changed at once, reading everything anew costs less. */
const MANY_CHANGED = 300;
/** Entities laid out before others get a turn. */
const CHUNK = 4000;

/** The merged index as a list to search, built when first asked for and kept up with each change. */
export class EntityList {
  #built: Promise<Built> | null = null;
  #pinyin: Promise<Pinyin> | null = null;

  constructor(private readonly parts: Parts) {}

  /** Says that packs or edits changed; `ids`, where it was no more than these. */
  changed(ids?: readonly EntityId[]): void {
    const before = this.#built;
    if (!before) return;
    const next = ids && ids.length <= MANY_CHANGED ? before.then((built) => this.#update(built, ids)) : null;
    // What could not be read is read anew by the next who asks.
    next?.catch(() => {
      if (this.#built === next) this.#built = null;
    });
    this.#built = next;
  }

  /** Resolves when the list is not being laid out. */
  async settled(): Promise<void> {
    await this.#built?.catch(() => undefined);
  }

  /** Rows whose names hold the query, or its pinyin; hidden ones only when asked for by origin. */
  async search({ offset, limit, ...wanted }: Search): Promise<{ total: number; rows: EntityRow[] }> {
    const built = await this.#all();
    const { total, items } = built.listing.find({ ...queryOf(built, wanted), offset, limit });
    return { total, rows: items.map((item) => rowOf(built, item)) };
  }

  /** Ids of all that `search` finds, in its order. */
  async ids(wanted: Wanted): Promise<EntityId[]> {
    const built = await this.#all();
    return built.listing.find({ ...queryOf(built, wanted), offset: 0, limit: Number.MAX_SAFE_INTEGER }).items.map(({ id }) => id);
  }

  /** What an entity as it is being written would be confused with. */
  async collisions(named: Named): Promise<NameCollision[]> {
    const built = await this.#all();
    return collisionsOf(built.listing, named, (item) => rowOf(built, item));
  }

  /** People called as this one, bodies of its area called by one of its offices; and the areas there are. */
  async neighbours(entity: Entity): Promise<{ ids: EntityId[]; areas: Area[] }> {
    const { listing, areas } = await this.#all();
    const place = entity.type === 'organization' && entity.area && areas.get(entity.area)?.name;
    const names =
      entity.type === 'official'
        ? [entity.name]
        : entity.type === 'organization' && place
          ? entity.offices.map((office) => place + office)
          : [];
    const alike = names.flatMap((name) => calledLike(listing, name)).filter(({ type }) => type === entity.type);
    return { ids: [...new Set(alike.map(({ id }) => id))], areas: [...areas.values()] };
  }

  #all(): Promise<Built> {
    if (!this.#built) {
      const building = this.#build();
      building.catch(() => {
        if (this.#built === building) this.#built = null;
      });
      this.#built = building;
    }
    return this.#built;
  }

  async #build(): Promise<Built> {
    this.#pinyin ??= this.parts.fetchSyllables().then((table) => new Pinyin(table));
    const [pinyin, { entities, areas: all }] = await Promise.all([this.#pinyin, this.parts.readIndex()]);
    const areas = new Map<AreaId, Area>(all.map((area) => [area.id, area]));
    const items: Listed[] = [];
    for (const [at, layered] of entities.entries()) {
      if (at % CHUNK === CHUNK - 1) await new Promise((resolve) => setTimeout(resolve));
      items.push(listed(layered, { areas, pinyin, word: this.parts.word }));
    }
    return { listing: new Listing(items, pinyin), areas, pinyin };
  }

  async #update(built: Built, ids: readonly EntityId[]): Promise<Built> {
    const layered = await readEntities(this.parts.db, ids);
    const { areas, pinyin } = built;
    const now = ids.map((id): [EntityId, Listed | null] => {
      const found = layered.get(id);
      return [id, found ? listed(found, { areas, pinyin, word: this.parts.word }) : null];
    });
    built.listing.update(new Map(now));
    return built;
  }
}

const areaOf = ({ listing }: Built, item: Listed): AreaId | undefined => item.area ?? (item.body && listing.get(item.body)?.area);

function rowOf(built: Built, item: Listed): EntityRow {
  const { id, type, name, origin, said, body, updated } = item;
  const area = areaOf(built, item);
  const summary = body ? `${built.listing.get(body)?.name ?? ''}${said}` : said;
  return { id, type, name, summary, area: area && built.areas.get(area)?.name, origin, updated };
}

function queryOf(built: Built, { query, types, origins, area, sort, descending }: Wanted): Omit<ListQuery, 'offset' | 'limit'> {
  const inside = area && areasWithin(built.areas, area);
  const passes = (item: Listed) => {
    if (types && !types.includes(item.type)) return false;
    if (origins ? !origins.includes(item.origin) : item.origin === 'hidden') return false;
    const own = inside && areaOf(built, item);
    return !inside || (own !== undefined && inside.has(own));
  };
  return {
    wanted: searchForm(query),
    filter: { key: JSON.stringify([types, origins, area]), passes },
    order: sort ? orderOf(built, sort, descending ?? false) : null,
  };
}

/** An area and all that lie in it. */
function areasWithin(areas: ReadonlyMap<AreaId, Area>, id: AreaId): Set<AreaId> {
  const inside = new Set<AreaId>([id]);
  const isInside = (area: Area | undefined, depth = 0): boolean =>
    area !== undefined && depth < 10 && (inside.has(area.id) || (area.parent !== undefined && isInside(areas.get(area.parent), depth + 1)));
  for (const area of areas.values()) if (isInside(area)) inside.add(area.id);
  return inside;
}

/** What is not known comes last, whichever way round. */
function orderOf(built: Built, sort: NonNullable<Search['sort']>, descending: boolean): Order {
  const textOf = (item: Listed) => {
    if (sort === 'name') return item.sortKey;
    if (sort === 'updated') return item.updated;
    const area = areaOf(built, item);
    return area && (built.areas.get(area)?.code ?? built.areas.get(area)?.name);
  };
  const turn = descending ? -1 : 1;
  const compare = (a: Listed, b: Listed) => {
    const [own, other] = [textOf(a), textOf(b)];
    if (own === undefined || other === undefined) return own === other ? byName(a, b) : own === undefined ? 1 : -1;
    return turn * compareText(own, other) || byName(a, b);
  };
  return { key: `${sort} ${descending}`, compare };
}
