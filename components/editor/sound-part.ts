import { checkEntity } from '../../lib/model/check';
import type { Entity } from '../../lib/model/entity';
import type { Draft } from './draft';

interface SoundPart {
  entity: Entity;
  /** Where in the draft a place of the entity is: `memberships.0.role` may be `memberships.1.role` there. */
  pathInDraft(path: string): string;
}

/** A draft without the items and fields that are not yet what the model has; null when too little is left to be an entity. */
export function soundPartOf(draft: Draft): SoundPart | null {
  const checked = checkEntity(draft);
  if (checked.value) return { entity: checked.value, pathInDraft: (path) => path };
  const left = new Set(checked.problems.map(({ path }) => itemOf(path)));
  const positions = new Map<string, number[]>();
  const { value } = checkEntity(without(draft, left, '', '', positions));
  if (!value) return null;
  const pathInDraft = (path: string) => {
    let here = '';
    const keys = path.split('.').map((key) => {
      const found = positions.get(here)?.[Number(key)] ?? key;
      here = joined(here, key);
      return found;
    });
    return keys.join('.');
  };
  return { entity: value, pathInDraft };
}

/** The innermost item of a list a path leads to, or the field itself. */
const itemOf = (path: string) => path.match(/^.*\.\d+(?=\.|$)/)?.[0] ?? path;

const joined = (path: string, key: string | number) => (path ? `${path}.${key}` : String(key));

/** @param positions by list as it becomes, where each of its items was */
function without(node: unknown, left: ReadonlySet<string>, was: string, is: string, positions: Map<string, number[]>): unknown {
  if (Array.isArray(node)) {
    const kept = [...node.keys()].filter((at) => !left.has(joined(was, at)));
    positions.set(is, kept);
    return kept.map((at, now) => without(node[at], left, joined(was, at), joined(is, now), positions));
  }
  if (typeof node !== 'object' || node === null) return node;
  const fields = Object.entries(node).filter(([key]) => !left.has(joined(was, key)));
  return Object.fromEntries(fields.map(([key, value]) => [key, without(value, left, joined(was, key), joined(is, key), positions)]));
}
