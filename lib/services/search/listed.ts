import type { EntityRow } from '../../messages/answers/entity';
import type { Area } from '../../model/area';
import type { Entity } from '../../model/entity';
import type { AreaId, EntityId } from '../../model/ids';
import { latestRole } from '../../model/tenure';
import type { LayeredEntity } from '../../store/layers';
import { summarise } from '../summary';
import type { Pinyin } from './pinyin';
import { searchKeys } from './search-keys';

/** What the list keeps of an entity. A hundred thousand of these lie in memory: no entity, no row. */
export interface Listed {
  id: EntityId;
  type: Entity['type'];
  name: string;
  origin: EntityRow['origin'];
  /** Names in search form. */
  keys: string[];
  sortKey: string;
  /** What is said of it in one line; of an official the post without the body, which may be renamed. */
  said: string;
  /** An official's latest body. */
  body: EntityId | undefined;
  /** Of an official the area of the body, which the list looks up. */
  area: AreaId | undefined;
  updated: string | undefined;
}

interface Context {
  areas: ReadonlyMap<AreaId, Area>;
  pinyin: Pinyin;
  word: (key: string) => string;
}

export function listed({ entity, origin }: LayeredEntity, { areas, pinyin, word }: Context): Listed {
  const { id, type, name } = entity;
  const area = entity.type === 'official' ? undefined : entity.area;
  return {
    id,
    type,
    name,
    origin,
    keys: searchKeys(entity, area && areas.get(area)),
    sortKey: pinyin.sortKey(name, type === 'official'),
    said: summarise(entity, { nameOf: () => undefined, word }),
    body: entity.type === 'official' ? latestRole(entity.memberships)?.organization : undefined,
    area,
    updated: lastSpokenOf(entity),
  };
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
