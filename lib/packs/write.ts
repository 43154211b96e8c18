import type { Pack } from './pack';

/**
 * A pack as compact JSON: the same pack gives the same bytes. Empty lists are left out where the schema puts them back. Fields keep
 * the order they have, which is the schema's in any parsed pack.
 */
export function writePack(pack: Pack): string {
  return `${JSON.stringify(pack, function (this: object, key: string, value: unknown) {
    return Array.isArray(value) && value.length === 0 && !mustStand(key, this) ? undefined : value;
  })}\n`;
}

/** The pack's own lists, and every list of sources but a post's, which may rest on observations instead. */
function mustStand(key: string, holder: object): boolean {
  if ('format' in holder) return key !== 'changes';
  return key === 'sources' && !('seen' in holder);
}
