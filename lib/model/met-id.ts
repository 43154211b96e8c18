import * as v from 'valibot';
import { ENTITY_TYPES, type EntityType } from './entity';
import { EntityId } from './ids';

const UNKNOWN = new RegExp(`^\\?(${ENTITY_TYPES.join('|')}):(.{1,200})$`, 's');

/** Who was met in reading: an entity of the index, or `?<type>:<name>` for a name the index does not know. */
export const MetId = v.union([
  EntityId,
  v.custom<`?${string}`>((value) => typeof value === 'string' && UNKNOWN.test(value), 'not an id or ?type:name'),
]);
export type MetId = v.InferOutput<typeof MetId>;

export function unknownId(type: EntityType, name: string): `?${string}` {
  return `?${type}:${name.slice(0, 200)}`;
}
