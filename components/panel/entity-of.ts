import type { Entity } from '../../lib/model/entity';
import type { CastFacts, Member } from './view';

/** What the index has of a member; nothing where namesakes are not told apart, or it is asked too early. */
export function entityOf({ entityId, candidates }: Member, facts: CastFacts | null): Entity | undefined {
  return entityId && !candidates ? facts?.members.get(entityId)?.entity : undefined;
}
