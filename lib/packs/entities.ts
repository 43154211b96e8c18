import type { Entity } from '../model/entity';
import type { Pack } from './pack';

/** The entities a reader sees, each with its type; areas and sources are what they refer to. */
export function* entitiesOf(pack: Pick<Pack, 'organizations' | 'persons' | 'projects'>): Generator<Entity> {
  for (const organization of pack.organizations) yield { type: 'organization', ...organization };
  for (const person of pack.persons) yield { type: 'official', ...person };
  for (const project of pack.projects) yield { type: 'project', ...project };
}
