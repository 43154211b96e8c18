import type { Entity } from '../model/entity';
import type { Organization } from '../model/organization';
import type { Person } from '../model/person';
import type { Project } from '../model/project';
import { referencesOf } from '../model/references';
import type { Source } from '../model/source';
import { PACK_FORMAT, PACK_FORMAT_VERSION, type Pack } from './pack';

/** What a published pack says of itself. */
export type Publication = Pick<Pack, 'id' | 'title' | 'licence' | 'homepage'>;

/**
 * Entities as a pack of their own, to lie above the one they were written over: whole, with the sources they cite. Ordered by id, so
 * that the same entities give the same file. What was hidden cannot be said in a pack.
 */
export function publishPack(
  { id, title, licence, homepage }: Publication,
  revision: string,
  entities: readonly Entity[],
  sources: readonly Source[],
): Pack {
  const cited = new Set(entities.flatMap((entity) => [...referencesOf(entity).sources]));
  const lists = {
    areas: [],
    organizations: listOf<Organization>(entities, 'organization'),
    persons: listOf<Person>(entities, 'official'),
    projects: listOf<Project>(entities, 'project'),
    sources: byId(sources.filter((source) => cited.has(source.id))),
  };
  const counts = {
    areas: 0,
    organizations: lists.organizations.length,
    persons: lists.persons.length,
    projects: lists.projects.length,
    sources: lists.sources.length,
  };
  const about = { id, title, revision, licence, ...(homepage && { homepage }) };
  return { format: PACK_FORMAT, format_version: PACK_FORMAT_VERSION, ...about, changes: [], counts, ...lists };
}

/** The revision of today, after the one published last: a day's second has a number behind it. `today` is YYYY-MM-DD. */
export function nextRevision(today: string, last?: string): string {
  const day = today.replaceAll('-', '.');
  if (!last || last < day) return day;
  const [date, nth] = [last.slice(0, 10), last.slice(11) || '1'];
  // Revisions are compared as text, where 10 would come before 9.
  return `${date}.${nth.endsWith('9') ? `${nth}1` : Number(nth) + 1}`;
}

function listOf<T>(entities: readonly Entity[], type: Entity['type']): T[] {
  return byId(entities.filter((entity) => entity.type === type)).map(({ type: _, ...fields }) => fields as T);
}

function byId<T extends { id: string }>(items: readonly T[]): T[] {
  return items.toSorted((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
}
