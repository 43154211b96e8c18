import type { EntityRow, NameCollision } from '../../messages/answers/entity';
import type { EntityType } from '../../model/entity';
import type { AreaId, EntityId } from '../../model/ids';
import { weaknessOf } from '../../packs/check/names';
import type { Listed } from './listed';
import type { Listing } from './listing';
import { searchForm } from './search-keys';

/** An entity as it is being written: what the finder would look for. */
export interface Named {
  id: EntityId;
  type: EntityType;
  /** The name first, then the others. */
  names: readonly string[];
  area?: AreaId | undefined;
}

const SHOWN = 5;
const MOST_NAMES = 12;
/** Of a person's name within a longer one, in UTF-16 units. */
const [SHORTEST, LONGEST] = [2, 4];
const SHORT_BODY = 3;

const PRESENT = { key: 'present', passes: ({ origin }: Listed) => origin !== 'hidden' };

/**
 * What a reader of pages would confuse with these names: entities called the same where they cannot be told apart by place, words of
 * everyday prose, and names that lie within one another where one of the two is a person's.
 */
export function collisionsOf(listing: Listing, { id, type, names, area }: Named, rowOf: (item: Listed) => EntityRow): NameCollision[] {
  const found: NameCollision[] = [];
  const add = (kind: NameCollision['kind'], name: string, items: readonly Listed[]) => {
    if (items.length > 0) found.push({ kind, name, others: items.slice(0, SHOWN).map(rowOf), count: items.length });
  };
  for (const [at, name] of names.slice(0, MOST_NAMES).entries()) {
    const key = searchForm(name);
    if (!key) continue;
    const holding = search(listing, key).filter((item) => item.id !== id);
    const same = holding.filter((item) => item.keys.includes(key));
    add(
      'same-name',
      name,
      same.filter((item) => isConfused(item, key, type, area, at === 0)),
    );
    const weakness = weaknessOf(name, type === 'official' ? 'person' : type);
    if (weakness) found.push({ kind: weakness, name, others: [], count: 0 });
    const isShort = type === 'official' || name.length <= SHORT_BODY;
    if (isShort) {
      const around = holding.filter((item) => (type === 'official') !== (item.type === 'official') && holds(item, key));
      add('within', name, around);
    }
    if (type !== 'official') add('holds', name, peopleWithin(listing, key, id));
  }
  return found;
}

/** Entities one of whose names is this one. */
export function calledLike(listing: Listing, name: string): Listed[] {
  const key = searchForm(name);
  return key ? search(listing, key).filter(({ keys }) => keys.includes(key)) : [];
}

const MOST_HOLDING = 500;

const search = (listing: Listing, wanted: string) =>
  listing.find({ wanted, filter: PRESENT, order: null, offset: 0, limit: MOST_HOLDING }).items;

/** Places tell bodies and projects of one name apart, unless it is the full name of both. */
function isConfused(item: Listed, key: string, type: EntityType, area: AreaId | undefined, own: boolean): boolean {
  if (type === 'official' || item.type === 'official') return true;
  return !area || !item.area || area === item.area || (own && searchForm(item.name) === key);
}

const holds = ({ keys }: Listed, key: string) => keys.some((other) => other !== key && other.includes(key));

/** People whose name is a part of this one. */
function peopleWithin(listing: Listing, key: string, id: EntityId): Listed[] {
  const found = new Map<EntityId, Listed>();
  for (let start = 0; start < key.length; start++) {
    for (let end = start + SHORTEST; end <= Math.min(key.length, start + LONGEST); end++) {
      const part = key.slice(start, end);
      if (part === key || !/^\p{Script=Han}+$/u.test(part)) continue;
      const { items } = listing.find({ wanted: part, filter: PEOPLE, order: null, offset: 0, limit: SHOWN });
      for (const item of items) if (item.id !== id && item.keys.includes(part)) found.set(item.id, item);
    }
  }
  return [...found.values()];
}

const PEOPLE = { key: 'people', passes: ({ origin, type }: Listed) => origin !== 'hidden' && type === 'official' };
