import { daysBetween, latestDay } from '../model/calendar';
import type { PartialDate } from '../model/dates';
import type { OrganizationId } from '../model/ids';
import type { Membership } from '../model/person';
import { sameRole } from './split-post';

/** A post as a report gives it, with its body found in the index. */
export interface ReportedPost {
  organization: OrganizationId;
  role: string;
  change: 'holds' | 'begins' | 'ends';
  date: PartialDate;
}

/** A sight of a post says something new only when it lies this far from all that is known of it. */
const FAR_DAYS = 365;

/** The post on record that a report speaks of. */
export function recordOf(
  memberships: readonly Membership[],
  { organization, role }: Pick<ReportedPost, 'organization' | 'role'>,
): Membership | undefined {
  return memberships.find((known) => known.organization === organization && sameRole(known.role, role));
}

/** Whether the index does not say yet what a report says of somebody's post, or says otherwise. */
export function isNews(memberships: readonly Membership[], reported: ReportedPost): boolean {
  const known = recordOf(memberships, reported);
  if (!known) return true;
  if (reported.change === 'begins') return !known.start_date && !known.seen.some(({ date }) => date === reported.date);
  if (reported.change === 'ends') return !known.end_date;
  if (known.end_date && latestDay(known.end_date) < reported.date) return !known.seen.some(({ date }) => date === reported.date);
  const marks = [known.start_date, known.end_date, ...known.seen.map(({ date }) => date)].filter((mark) => mark !== undefined).sort();
  const [first, last] = [marks[0], marks.at(-1)];
  if (!first || !last) return true;
  if (first <= reported.date && reported.date <= last) return false;
  return Math.abs(daysBetween(reported.date < first ? first : last, reported.date)) > FAR_DAYS;
}
