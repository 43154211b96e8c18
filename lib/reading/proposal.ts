import type { PartialDate } from '../model/dates';
import type { Entity, EntityType } from '../model/entity';
import type { OrganizationId } from '../model/ids';
import type { Membership } from '../model/person';
import type { Source } from '../model/source';
import { draftEntity, type ReadAt, sourceOf } from './draft-entity';
import { recordOf } from './post-news';

/** What reading turned up of a name or a post. */
export interface Proposal {
  type: EntityType;
  name: string;
  /** As the page says it. */
  post?: string;
  /** The post taken apart, where the index has the body. */
  organization?: OrganizationId;
  role?: string;
  change?: 'holds' | 'begins' | 'ends';
  on?: PartialDate;
  at: ReadAt;
}

/**
 * The entity as it would be with a proposal taken over, resting on the page.
 * @param now what the index holds of it; null for a name it does not know
 * @returns null when there is nothing to put the post to: the entity is gone, is no official, or the index does not have the body
 */
export function proposedEntity(proposal: Proposal, now: Entity | null): { entity: Entity; sources: Source[] } | null {
  const { type, name, post, organization, role, change = 'holds', on, at } = proposal;
  const source = sourceOf(at);
  const said: Membership | null =
    organization && role
      ? {
          organization,
          role: role.slice(0, 60),
          ...(change === 'begins' && on && { start_date: on }),
          ...(change === 'ends' && { end_date: on ?? at.date }),
          seen: change === 'holds' || (change === 'begins' && !on) ? [{ date: at.date, source: source.id }] : [],
          sources: change === 'ends' || (change === 'begins' && on) ? [source.id] : [],
        }
      : null;
  if (!now) {
    const draft = draftEntity({ type, name, ...(post && !said && { post }) }, at);
    if (draft.entity.type === 'official' && said) draft.entity.memberships = [said];
    return draft;
  }
  if (now.type !== 'official' || !said) return null;
  const known = recordOf(now.memberships, said);
  const memberships = known
    ? now.memberships.map((membership) => (membership === known ? joined(known, said) : membership))
    : [...now.memberships, said];
  return { entity: { ...now, memberships }, sources: [source] };
}

/** The post on record with what is newly said of it; a date a source states takes the place of none, and of none only. */
function joined(known: Membership, said: Membership): Membership {
  return {
    ...known,
    ...(said.start_date && !known.start_date && { start_date: said.start_date }),
    ...(said.end_date && !known.end_date && { end_date: said.end_date }),
    seen: [...known.seen, ...said.seen].sort((a, b) => (a.date < b.date ? -1 : 1)),
    sources: [...new Set([...known.sources, ...said.sources])],
  };
}
