import type { Area } from '../model/area';
import type { Entity, EntityOf, EntityType } from '../model/entity';
import type { EntityId } from '../model/ids';
import type { Source } from '../model/source';
import { checkDates } from './check/dates';
import { type Finding, lookupOf } from './check/finding';
import { checkNames } from './check/names';
import { checkPosts } from './check/posts';
import { checkPrivacy } from './check/privacy';
import { checkReferences } from './check/references';

/** What an entity has to do with, as far as the index holds it. */
export interface Surroundings {
  areas: Area[];
  /** What it refers to, what shares its posts, and its namesakes. */
  entities: Entity[];
  sources: Source[];
}

/** Rules of which somebody who writes an entity is told; names that get confused are asked for apart, of the whole index. */
const RULES = [
  'reference',
  'self-reference',
  'loop',
  'unsourced',
  'postless',
  'unnamed',
  'seen-before-start',
  'seen-after-end',
  'later-than-source',
  'promised-past',
  'one-seat',
  'two-places',
  'repeated-post',
  'shared-office',
  'duplicate-person',
  'namesakes',
  'private',
] as const;

/** Something in an entity that deserves a look, in a form that any language has words for. */
export interface EntityFinding {
  rule: (typeof RULES)[number];
  /** Keys and positions from the entity's root. */
  path: (string | number)[];
  /** What the rule's words speak of, in their order. */
  values: string[];
  /** The other entity it concerns, where there is one. */
  other?: EntityId;
}

/** What the rules of the data say of one entity among its surroundings. */
export function checkEntityAmong(entity: Entity, { areas, entities, sources }: Surroundings): EntityFinding[] {
  // Of two that contradict one another the later is named: that is to be the one in question.
  const all = [...entities.filter(({ id }) => id !== entity.id), entity];
  const lookup = lookupOf({
    areas,
    organizations: ofType(all, 'organization'),
    persons: ofType(all, 'official'),
    projects: ofType(all, 'project'),
    sources,
  });
  return [checkReferences, checkDates, checkPosts, checkNames, checkPrivacy]
    .flatMap((check) => check(lookup))
    .filter(isOf(entity.id))
    .map(({ rule, path, values = [], other }) => ({ rule, path, values, ...(other && { other: other as EntityId }) }));
}

const isOf =
  (id: string) =>
  (finding: Finding): finding is Finding & Pick<EntityFinding, 'rule'> =>
    finding.id === id && (RULES as readonly string[]).includes(finding.rule);

const ofType = <T extends EntityType>(entities: readonly Entity[], type: T) =>
  entities.filter((entity): entity is EntityOf<T> => entity.type === type);
