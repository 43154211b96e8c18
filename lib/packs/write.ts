import type { Pack } from './pack';

/**
 * A pack as compact JSON: the same pack gives the same bytes. Empty lists are left out where the schema puts them back, top-level
 * lists stay. Fields keep the order they have, which is the schema's in any parsed pack.
 */
export function writePack(pack: Pack): string {
  return `${JSON.stringify(pack, (key, value) => (Array.isArray(value) && value.length === 0 && !TOP_LEVEL.has(key) ? undefined : value))}\n`;
}

const TOP_LEVEL = new Set(['areas', 'organizations', 'persons', 'projects', 'sources']);
