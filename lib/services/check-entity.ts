import type { Area } from '../model/area';
import type { Entity, EntityType } from '../model/entity';
import type { EntityId, OrganizationId } from '../model/ids';
import { referencesOf } from '../model/references';
import type { Source } from '../model/source';
import { seatsOf } from '../packs/check/seats';
import { checkEntityAmong, type EntityFinding } from '../packs/check-entity';
import type { Database } from '../store/database';
import { readEntities, readReferring } from '../store/entities';

interface Parts {
  db: Database;
  /** What the list of all entities says stands near it (EntityList.neighbours). */
  near: { ids: readonly EntityId[]; areas: readonly Area[] };
}

/** Something in an entity that is being written that deserves a look. */
export interface EntityFindingRow {
  rule: EntityFinding['rule'];
  /** Keys and positions from the entity's root, joined by dots. */
  path: string;
  /** What the words of the rule speak of, in their order. */
  values: string[];
  other?: { id: EntityId; type: EntityType; name: string };
}

/** Bodies upon bodies: enough for any ladder there is, and an end to one that bites its tail. */
const MAX_RUNGS = 8;

/**
 * What the rules of the data say of an entity as it is being written. Only its neighbours are read, by index, however many the index holds.
 * @param sources those the entity rests on, stored or not yet
 */
export async function checkAgainstIndex({ db, near }: Parts, entity: Entity, sources: Source[]): Promise<EntityFindingRow[]> {
  const around = await referredBy(db, entity);
  const [others, holders] = await Promise.all([readEntities(db, [...near.ids]), holdersOf(db, entity, around)]);
  for (const [id, { entity }] of others) around.set(id, entity);
  for (const holder of holders) around.set(holder.id, holder);
  return checkEntityAmong(entity, { areas: [...near.areas], entities: [...around.values()], sources }).map(
    ({ rule, path, values, other }) => {
      const met = other && around.get(other);
      return { rule, path: path.join('.'), values, ...(met && { other: { id: met.id, type: met.type, name: met.name } }) };
    },
  );
}

/** What an entity refers to and, of a body, all that stands above it. */
async function referredBy(db: Database, entity: Entity): Promise<Map<EntityId, Entity>> {
  const around = new Map<EntityId, Entity>();
  let wanted: EntityId[] = [...referencesOf(entity).entities];
  for (let rung = 0; wanted.length > 0 && rung < (entity.type === 'organization' ? MAX_RUNGS : 1); rung++) {
    const read = await readEntities(db, wanted);
    for (const [id, layered] of read) around.set(id, layered.entity);
    const above = [...read.values()].flatMap(({ entity: body }) => (body.type === 'organization' ? [body.parent, body.guided_by] : []));
    wanted = [...new Set(above)].filter((id): id is OrganizationId => id !== undefined && id !== entity.id && !around.has(id));
  }
  return around;
}

/** Everybody in the bodies where an official has a seat that is one person's at a time. */
async function holdersOf(db: Database, entity: Entity, around: ReadonlyMap<EntityId, Entity>): Promise<Entity[]> {
  if (entity.type !== 'official') return [];
  const seated = entity.memberships.filter(({ organization, role }) => {
    const body = around.get(organization);
    return body?.type === 'organization' && seatsOf(body, role).length > 0;
  });
  const bodies = new Set(seated.map(({ organization }) => organization));
  return (await Promise.all([...bodies].map((id) => readReferring(db, id, 'person/')))).flat();
}
