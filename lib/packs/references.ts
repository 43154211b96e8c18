import type { Pack } from './pack';

/** One mention of an id within an entity: `path` says in which field. */
export interface Reference {
  from: string;
  path: (string | number)[];
  to: string;
}

const POINTERS = new Set(['parent', 'guided_by', 'area', 'organization', 'source', 'sources', 'predecessors']);

/** Every id an entity of the pack refers to, in the order of the pack. */
export function references(pack: Pick<Pack, 'areas' | 'organizations' | 'persons' | 'projects'>): Reference[] {
  const found: Reference[] = [];
  const walk = (from: string, value: unknown, path: (string | number)[], points: boolean): void => {
    if (typeof value === 'string') {
      if (points) found.push({ from, path, to: value });
    } else if (Array.isArray(value)) {
      value.forEach((item, index) => {
        walk(from, item, [...path, index], points);
      });
    } else if (typeof value === 'object' && value !== null) {
      for (const [key, field] of Object.entries(value)) walk(from, field, [...path, key], POINTERS.has(key));
    }
  };
  for (const entity of [...pack.areas, ...pack.organizations, ...pack.persons, ...pack.projects]) walk(entity.id, entity, [], false);
  return found;
}

/** The pack without sources that nothing cites. */
export function withoutUnusedSources<P extends Pack>(pack: P): P {
  const cited = new Set(references(pack).map((reference) => reference.to));
  const sources = pack.sources.filter((source) => cited.has(source.id));
  return { ...pack, sources, ...(pack.counts && { counts: { ...pack.counts, sources: sources.length } }) };
}
