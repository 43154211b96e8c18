import type { Draft } from './draft';

/** In how many fields the reader's version differs from the pack's. An absent field and an empty list are the same. */
export function changedFields(pack: Draft, mine: Draft): number {
  const keys = new Set([...Object.keys(pack), ...Object.keys(mine)]);
  return [...keys].filter((key) => JSON.stringify(pack[key] ?? []) !== JSON.stringify(mine[key] ?? [])).length;
}
