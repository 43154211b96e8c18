import type { CardFacts } from '../messages/contract';
import type { EntityOf } from '../model/entity';
import type { EntityId, OrganizationId } from '../model/ids';
import { isLeadingRole } from '../model/leading-role';
import { referencesOf } from '../model/references';
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
  const [saved, around] = await Promise.all([
    getSaved(db, id),
    entity.type === 'organization' ? aroundBody(db, entity.id) : NOTHING_AROUND,
  ]);
  const [references, sources] = await Promise.all([referenceNames(db, layered), sourcesOf(db, layered, around.heads)]);
  return { entity, origin, saved: saved !== undefined, ...(saved?.note && { note: saved.note }), references, sources, ...around };
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

type Around = Pick<CardFacts, 'heads' | 'projects'>;
const NOTHING_AROUND: Around = { heads: [], projects: [] };

async function aroundBody(db: Database, id: OrganizationId): Promise<Around> {
  const referring = await readReferring(db, id);
  const of = <T extends 'official' | 'project'>(type: T) => referring.filter((entity): entity is EntityOf<T> => entity.type === type);
  return {
    heads: of('official').flatMap((person) =>
      person.memberships
        .filter((membership) => membership.organization === id && isLeadingRole(membership.role))
        .map((membership) => ({ personId: person.id, name: person.name, membership })),
    ),
    projects: of('project')
      .filter((project) => project.parties.some((party) => party.organization === id))
      .map(({ id, name }) => ({ id, name })),
  };
}
