import { earliestDay } from './calendar';
import { isLeadingRole } from './leading-role';
import type { Membership } from './person';
import { lastKnown } from './tenure';

/** The post without what only says how it was entered upon: an acting 代区长 is 区长 in the line of heads. */
const plainRole = (role: string): string => role.replace(/^代理?/, '');

/** Whether two memberships are the same leading post of the same body, of which there is one holder at a time. */
export function isSamePost(a: Membership, b: Membership): boolean {
  return a.organization === b.organization && isLeadingRole(a.role) && plainRole(a.role) === plainRole(b.role);
}

/** The holders known just before and just after one holder of a post. The index may lack somebody between them. */
export interface Neighbours<H> {
  before?: H;
  after?: H;
}

/** Puts the other holders of a post in line by the first day each is known in it. Holders without any date are left out. */
export function neighboursInPost<H extends { membership: Membership }>(own: Membership, others: readonly H[]): Neighbours<H> {
  const at = firstKnown(own);
  if (at === undefined) return {};
  const line = others
    .flatMap((holder) => {
      const first = firstKnown(holder.membership);
      return first === undefined ? [] : [{ holder, first }];
    })
    .sort((a, b) => (a.first < b.first ? -1 : 1));
  const before = line.filter(({ first }) => first < at).at(-1)?.holder;
  const after = line.find(({ first }) => first > at)?.holder;
  return { ...(before && { before }), ...(after && { after }) };
}

function firstKnown(membership: Membership): string | undefined {
  const first = membership.start_date ?? membership.seen.map(({ date }) => date).sort()[0] ?? lastKnown(membership);
  return first && earliestDay(first);
}
