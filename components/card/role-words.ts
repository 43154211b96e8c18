import { daysBetween } from '../../lib/model/calendar';
import type { SourceId } from '../../lib/model/ids';
import type { Membership } from '../../lib/model/person';
import { isVagueRole, lastKnown, latestRole, type RoleAtDate, rolesAtDate } from '../../lib/model/tenure';
import type { Translate } from '../ui/text';

/** What a role at a date rests on, each kind of evidence in its own words: a stated tenure, a sight on the day, sights around it. */
export function evidence(role: RoleAtDate, t: Translate): string {
  const { start_date: start, end_date: end } = role.membership;
  if (role.kind === 'seen') return t('role_seen', role.observation.date);
  const first = role.kind === 'around' ? role.before?.date : firstSeen(role.membership);
  const last = role.kind === 'around' ? role.after?.date : lastSeen(role.membership);
  if (start && end) return t('role_from_to', start, end);
  const from = start ? t('role_from', start) : first && t(role.kind === 'around' ? 'role_before' : 'role_sighted', first);
  const to = end ? t('role_until', end) : last && t(role.kind === 'around' ? 'role_after' : 'role_still_sighted', last);
  return [from, to].filter(Boolean).join(t('list_semicolon'));
}

function firstSeen(membership: Membership): string | undefined {
  return membership.seen.map((o) => o.date).sort()[0];
}

function lastSeen(membership: Membership): string | undefined {
  return membership.seen
    .map((o) => o.date)
    .sort()
    .at(-1);
}

/** The dates of a post as the index has them, for a list of posts. */
export function span(membership: Membership, t: Translate): string {
  const { start_date: start, end_date: end } = membership;
  const first = firstSeen(membership);
  const last = lastSeen(membership);
  if (start && end) return t('role_from_to', start, end);
  if (!start && !end) {
    if (!first || !last) return t('role_undated');
    return first === last ? t('role_seen', first) : t('role_seen_between', first, last);
  }
  if (start)
    return last && last !== start
      ? [t('role_from', start), t('role_still_sighted', last)].join(t('list_semicolon'))
      : t('role_from', start);
  return [first && t('role_sighted', first), t('role_until', end ?? '')].filter(Boolean).join(t('list_semicolon'));
}

/** Posts by their name first: what a report only calls 区领导 says less. */
function namedFirst(roles: RoleAtDate[]): RoleAtDate[] {
  return roles.toSorted((a, b) => Number(isVagueRole(a.membership.role)) - Number(isVagueRole(b.membership.role)));
}

/** The posts a card puts first, those it adds in small, and the later post when it differs. */
export interface RolesShown {
  main: RoleAtDate[];
  aside: RoleAtDate[];
  later: Membership | null;
}

const MAX_ASIDE = 2;

/**
 * Posts held on the day come first, all of them; where nothing covers the day, the post observed nearest to it, said as such.
 * `later` is the post last known after the day, where none of the posts shown is known to last as long.
 */
export function rolesShown(memberships: readonly Membership[], asOf: string): RolesShown {
  const roles = rolesAtDate(memberships, asOf);
  const held = roles.filter((role) => role.kind !== 'around');
  const around = roles.filter((role) => role.kind === 'around');
  const main = held.length ? namedFirst(held) : around.slice(0, 1);
  const aside = (held.length ? around : around.slice(1)).slice(0, MAX_ASIDE);
  const latest = latestRole(memberships);
  const until = latest && lastKnown(latest);
  const outlives = (m: Membership) => (lastKnown(m) ?? '') >= (until ?? '');
  const differs =
    latest && until && daysBetween(asOf, until) > 0 && !main.some(({ membership }) => membership === latest || outlives(membership));
  return { main, aside: aside.filter(({ membership }) => !(differs && membership === latest)), later: differs ? latest : null };
}

/** What a post rests on: the sources of its tenure, then of its sights, the latest first; of one day's sights alone where a day is given. */
export function sourcesOf({ sources, seen }: Membership, day?: string): SourceId[] {
  const sights = [...seen].sort((a, b) => (a.date < b.date ? 1 : -1)).filter(({ date }) => day === undefined || date === day);
  return day === undefined ? [...sources, ...sights.map(({ source }) => source)] : sights.map(({ source }) => source);
}
