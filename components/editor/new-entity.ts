import type { EntityType } from '../../lib/model/entity';
import type { Draft } from './draft';

const PREFIX = { official: 'person', organization: 'org', project: 'project' } as const;

/** An id of the reader's own: never one of a pack's, never used before. */
function ownId<P extends string>(prefix: P): `${P}/${string}` {
  return `${prefix}/mine.${crypto.randomUUID()}`;
}

export const newSourceId = () => ownId('source');

/** An empty entity of a type; only what the model cannot do without. */
export function newEntity(type: EntityType, name = ''): Draft {
  const base = { type, id: ownId(PREFIX[type]), name };
  return type === 'official' ? base : { ...base, classification: '', sources: [] };
}
