import type { Entity } from './entity';
import type { AreaId, EntityId, SourceId } from './ids';

/** Everything an entity speaks of by id, each once. */
export interface References {
  entities: Set<EntityId>;
  areas: Set<AreaId>;
  sources: Set<SourceId>;
}

export function referencesOf(entity: Entity): References {
  const entities = new Set<EntityId>();
  const areas = new Set<AreaId>();
  const sources = new Set<SourceId>();
  const cite = (ids: readonly SourceId[]) => {
    for (const id of ids) sources.add(id);
  };
  switch (entity.type) {
    case 'official':
      for (const membership of entity.memberships) {
        entities.add(membership.organization);
        cite(membership.sources);
        cite(membership.seen.map((seen) => seen.source));
      }
      break;
    case 'organization':
      if (entity.parent) entities.add(entity.parent);
      if (entity.guided_by) entities.add(entity.guided_by);
      for (const id of entity.predecessors) entities.add(id);
      cite(entity.sources);
      break;
    case 'project':
      for (const party of entity.parties) {
        if (party.organization) entities.add(party.organization);
        cite(party.sources);
      }
      cite(entity.budget.map((amount) => amount.source));
      cite(entity.milestones.map((milestone) => milestone.source));
      cite(entity.sources);
  }
  if (entity.type !== 'official' && entity.area) areas.add(entity.area);
  return { entities, areas, sources };
}
