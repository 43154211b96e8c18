import { daysBetween, earliestDay, latestDay } from './calendar';
import type { PartialDate } from './dates';
import type { Membership, Observation } from './person';

/**
 * What can be said of a post on a day, and on what it rests.
 * - `known`: a source states a tenure that covers the day.
 * - `seen`: a source gave the post on that very day (or in the month or year that is all we know of it).
 * - `around`: observations lie before or after; nothing says the post was held on the day itself.
 */
export type RoleAtDate =
  | { kind: 'known'; membership: Membership }
  | { kind: 'seen'; membership: Membership; observation: Observation }
  | { kind: 'around'; membership: Membership; before?: Observation; after?: Observation };

const RANK = { known: 0, seen: 1, around: 2 } as const;

/** Every post that can be related to `date`, best evidence first. Posts known to have ended before or begun after are left out. */
export function rolesAtDate(memberships: readonly Membership[], date: PartialDate): RoleAtDate[] {
  const roles: RoleAtDate[] = [];
  for (const membership of memberships) {
    const role = roleAtDate(membership, date);
    if (role) roles.push(role);
  }
  return roles.sort((a, b) => RANK[a.kind] - RANK[b.kind] || distance(a, date) - distance(b, date));
}

function roleAtDate(membership: Membership, date: PartialDate): RoleAtDate | null {
  const { start_date: start, end_date: end, seen } = membership;
  if (start && earliestDay(start) > latestDay(date)) return null;
  if (end && latestDay(end) < earliestDay(date)) return null;
  if (start && end) return { kind: 'known', membership };
  const same = seen.find((o) => overlaps(o.date, date));
  if (same) return { kind: 'seen', membership, observation: same };
  const sorted = [...seen].sort((a, b) => (a.date < b.date ? -1 : 1));
  const before = sorted.filter((o) => latestDay(o.date) < earliestDay(date)).at(-1);
  const after = sorted.find((o) => earliestDay(o.date) > latestDay(date));
  // A stated start and a later sight of the same post (or a sight and a stated end) enclose the day: the tenure is known.
  if ((start && after) || (end && before)) return { kind: 'known', membership };
  if (!before && !after && !start && !end) return null;
  return { kind: 'around', membership, ...(before && { before }), ...(after && { after }) };
}

function overlaps(a: PartialDate, b: PartialDate): boolean {
  return earliestDay(a) <= latestDay(b) && earliestDay(b) <= latestDay(a);
}

function distance(role: RoleAtDate, date: PartialDate): number {
  if (role.kind !== 'around') return 0;
  const marks = [role.before?.date, role.after?.date, role.membership.start_date, role.membership.end_date];
  return Math.min(...marks.flatMap((mark) => (mark ? [Math.abs(daysBetween(mark, date))] : [])));
}

/** The last day a post is spoken of: its end, else its last observation, else its start. Undefined when it has no date at all. */
export function lastKnown(membership: Membership): PartialDate | undefined {
  const seen = membership.seen.map((o) => o.date).sort();
  return membership.end_date ?? seen.at(-1) ?? membership.start_date;
}

const VAGUE_ROLE = /领导(?:班子成员)?$/;

/** Whether a post is only what a report calls somebody whose post it does not name (区领导). */
export const isVagueRole = (role: string): boolean => VAGUE_ROLE.test(role);

const VAGUE_YIELDS_FOR_DAYS = 3 * 366;

/**
 * The post a person is last known in: not ended, and observed or begun latest. What a report only calls 区领导 or 市领导 says nothing new
 * of somebody's post, so it yields to a post by its name that is not known to have ended and was spoken of in the three years before.
 */
export function latestRole(memberships: readonly Membership[]): Membership | undefined {
  const open = memberships.filter((m) => !m.end_date);
  const [latest, ...earlier] = [...(open.length ? open : memberships)].sort((a, b) =>
    (lastKnown(a) ?? '') < (lastKnown(b) ?? '') ? 1 : -1,
  );
  if (!latest || latest.end_date || !isVagueRole(latest.role)) return latest;
  const named = earlier.find((m) => !isVagueRole(m.role));
  return named && spokenOfWithin(named, latest, VAGUE_YIELDS_FOR_DAYS) ? named : latest;
}

function spokenOfWithin(earlier: Membership, later: Membership, days: number): boolean {
  const [from, to] = [lastKnown(earlier), lastKnown(later)];
  return from !== undefined && to !== undefined && daysBetween(from, to) <= days;
}
