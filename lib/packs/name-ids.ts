import type { EntityType } from '../model/entity';

const KINDS: Record<EntityType, string> = { official: 'person', organization: 'org', project: 'project' };

/**
 * Ids for rows that came without one, made of type and name: the same table read again gives the same ids, so that it adds nothing
 * twice. Namesakes within one table are numbered in their order.
 */
export function idsByName(): (type: EntityType, name: string) => string {
  const given = new Map<string, number>();
  return (type, name) => {
    const key = `${type} ${name}`;
    const nth = (given.get(key) ?? 0) + 1;
    given.set(key, nth);
    return `${KINDS[type] ?? 'person'}/n-${fingerprint(key)}${nth > 1 ? `-${nth}` : ''}`;
  };
}

/** Two FNV-1a hashes side by side: short, the same everywhere, and too wide for two names of a table to meet. */
function fingerprint(text: string): string {
  let [a, b] = [0x811c9dc5, 0x2f0b4a27];
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    a = Math.imul(a ^ unit, 0x01000193);
    b = Math.imul(b ^ unit ^ (i & 0xff), 0x01000193);
  }
  return [a, b].map((value) => (value >>> 0).toString(36).padStart(7, '0')).join('');
}
