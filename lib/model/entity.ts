import * as v from 'valibot';
import { Organization } from './organization';
import { Person } from './person';
import { Project } from './project';

/** What a reader sees three kinds of: officials, organizations, projects. */
export const ENTITY_TYPES = ['official', 'organization', 'project'] as const;
export const EntityType = v.picklist(ENTITY_TYPES);
export type EntityType = v.InferOutput<typeof EntityType>;

export const Entity = v.variant('type', [
  v.object({ type: v.literal('official'), ...Person.entries }),
  v.object({ type: v.literal('organization'), ...Organization.entries }),
  v.object({ type: v.literal('project'), ...Project.entries }),
]);
export type Entity = v.InferOutput<typeof Entity>;
export type EntityOf<T extends EntityType> = Extract<Entity, { type: T }>;
