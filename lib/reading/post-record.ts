import type { PartialDate } from '../model/dates';
import type { OrganizationId, SourceId } from '../model/ids';
import type { Membership } from '../model/person';

/** One dated thing that is known of somebody's posts. */
export interface PostEvent<Where> {
  date: PartialDate;
  kind: 'begun' | 'seen' | 'ended' | 'read';
  role: string;
  /** Whose post; missing where a page only said it. */
  organization?: OrganizationId;
  sources: SourceId[];
  /** The page that said it. */
  where?: Where;
}

/** A page that gave somebody a post. */
interface SaidPost<Where> {
  post: string;
  date: PartialDate;
  where: Where;
}

/** Everything known of somebody's posts by date, the latest first: what sources state, what they saw, and what the reader's pages said. */
export function postRecord<Where>(memberships: readonly Membership[], said: readonly SaidPost<Where>[]): PostEvent<Where>[] {
  const events: PostEvent<Where>[] = said.map(({ post, date, where }) => ({ date, kind: 'read', role: post, sources: [], where }));
  for (const { organization, role, start_date, end_date, seen, sources } of memberships) {
    const of = { role, organization };
    if (start_date) events.push({ date: start_date, kind: 'begun', ...of, sources });
    if (end_date) events.push({ date: end_date, kind: 'ended', ...of, sources });
    for (const { date, source } of seen) events.push({ date, kind: 'seen', ...of, sources: [source] });
  }
  return events.sort((a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : RANK[a.kind] - RANK[b.kind]));
}

const RANK = { ended: 0, begun: 1, seen: 2, read: 3 };
