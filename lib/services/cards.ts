import type { CardFacts } from '../messages/answers/entity';
import type { Entity, EntityOf, EntityType } from '../model/entity';
import type { EntityId, OrganizationId } from '../model/ids';
import { isLeadingRole } from '../model/leading-role';
import { referencesOf } from '../model/references';
import { isSamePost } from '../model/succession';
import type { Database } from '../store/database';
import { readAreas, readEntities, readReferring, readSources } from '../store/entities';
import type { LayeredEntity } from '../store/layers';
import { getSaved } from '../store/saved';

export type ReferenceNames = CardFacts['references'];

/** All a card shows of an entity; null when the index does not hold it (any more). */
export async function cardFacts(db: Database, id: EntityId): Promise<CardFacts | null> {
  const layered = (await readEntities(db, [id])).get(id);
  if (!layered || layered.origin === 'hidden') return null;
  const { entity, origin } = layered;
  const [saved, surroundings] = await Promise.all([getSaved(db, id), around(db, entity)]);
  const { heads, sharedPosts } = surroundings;
  const [references, sources] = await Promise.all([referenceNames(db, layered), sourcesOf(db, layered, [...heads, ...sharedPosts])]);
  return { entity, origin, saved: saved !== undefined, ...(saved?.note && { note: saved.note }), references, sources, ...surroundings };
}

/** Names of everything an entity speaks of. */
export async function referenceNames(db: Database, { entity }: LayeredEntity): Promise<ReferenceNames> {
  const { entities, areas } = referencesOf(entity);
  const [referred, places] = await Promise.all([readEntities(db, entities), readAreas(db, areas)]);
  const names: ReferenceNames = {};
  for (const [id, { entity }] of referred) names[id] = { name: entity.name, type: entity.type };
  for (const id of areas) if (places[id]) names[id] = { name: places[id].full_name };
  return names;
}

/** The sources of everything said of an entity, and of the heads shown with it. */
export async function sourcesOf(
  db: Database,
  { entity, edit }: LayeredEntity,
  heads: CardFacts['heads'] = [],
): Promise<CardFacts['sources']> {
  const { sources } = referencesOf(entity);
  for (const { membership } of heads) {
    for (const id of membership.sources) sources.add(id);
    for (const { source } of membership.seen) sources.add(source);
  }
  return readSources(db, sources, edit && edit.kind !== 'hidden' ? edit.sources : []);
}

type Around = Pick<CardFacts, 'heads' | 'projects' | 'ladder' | 'successors' | 'sharedPosts'>;
const NOTHING_AROUND: Around = { heads: [], projects: [], ladder: [], successors: [], sharedPosts: [] };

/** Bodies upon bodies: enough for any ladder there is, and an end to one that bites its tail. */
const MAX_RUNGS = 6;

async function around(db: Database, entity: Entity): Promise<Around> {
  switch (entity.type) {
    case 'official':
      return { ...NOTHING_AROUND, sharedPosts: await sharedPosts(db, entity) };
    case 'organization':
      return { ...NOTHING_AROUND, ...(await aroundBody(db, entity.id)), ladder: await ladderOf(db, entity) };
    case 'project':
      return NOTHING_AROUND;
  }
}

const ofType = <T extends EntityType>(entities: readonly Entity[], type: T) =>
  entities.filter((entity): entity is EntityOf<T> => entity.type === type);

async function aroundBody(db: Database, id: OrganizationId): Promise<Pick<Around, 'heads' | 'projects' | 'successors'>> {
  const referring = await readReferring(db, id);
  return {
    heads: ofType(referring, 'official').flatMap((person) =>
      person.memberships
        .filter((membership) => membership.organization === id && isLeadingRole(membership.role))
        .map((membership) => ({ personId: person.id, name: person.name, membership })),
    ),
    projects: ofType(referring, 'project')
      .filter((project) => project.parties.some((party) => party.organization === id))
      .map(({ id, name }) => ({ id, name })),
    successors: ofType(referring, 'organization')
      .filter(({ predecessors }) => predecessors.includes(id))
      .map(({ id, name }) => ({ id, name })),
  };
}

async function ladderOf(db: Database, body: EntityOf<'organization'>): Promise<Around['ladder']> {
  const ladder: Around['ladder'] = [];
  let parent = body.parent;
  while (parent && ladder.length < MAX_RUNGS && parent !== body.id) {
    const rung: Entity | undefined = (await readEntities(db, [parent])).get(parent)?.entity;
    if (rung?.type !== 'organization' || ladder.some(({ id }) => id === rung.id)) break;
    ladder.push({ id: rung.id, name: rung.name });
    parent = rung.parent;
  }
  return ladder;
}

async function sharedPosts(db: Database, person: EntityOf<'official'>): Promise<Around['sharedPosts']> {
  const leading = person.memberships.filter(({ role }) => isLeadingRole(role));
  const bodies = new Set(leading.map(({ organization }) => organization));
  const holders = new Map<string, EntityOf<'official'>>();
  for (const referring of await Promise.all([...bodies].map((id) => readReferring(db, id)))) {
    for (const other of ofType(referring, 'official')) if (other.id !== person.id) holders.set(other.id, other);
  }
  return [...holders.values()].flatMap(({ id, name, memberships }) =>
    memberships
      .filter((membership) => leading.some((own) => isSamePost(own, membership)))
      .map((membership) => ({ personId: id, name, membership })),
  );
}
