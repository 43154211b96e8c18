import { daysBetween, earliestDay, latestDay } from '../../model/calendar';
import type { Organization } from '../../model/organization';
import type { Membership, Person } from '../../model/person';
import { groupBy } from '../group-by';
import { type Finding, type Lookup, ladder } from './finding';
import { type Seat, seatsOf } from './seats';

/** Reports lag behind what they report: overlaps up to this many days are only worth a look. */
const LAG_DAYS = 14;

interface Holding {
  person: Person;
  index: number;
  membership: Membership;
  organization: Organization;
  seats: Seat[];
  /** The days between which the post was surely held. */
  first: string;
  last: string;
}

/** Two people in one seat at once, one person in two places at once, one post written twice. */
export function checkPosts(lookup: Lookup): Finding[] {
  const holdings = lookup.pack.persons.flatMap((person) => holdingsOf(person, lookup));
  return [...sharedSeats(holdings), ...twoPlaces(holdings, lookup), ...lookup.pack.persons.flatMap(repeatedPosts)];
}

function holdingsOf(person: Person, { organizations }: Lookup): Holding[] {
  return person.memberships.flatMap((membership, index) => {
    const organization = organizations.get(membership.organization);
    const dates = [membership.start_date, membership.end_date, ...membership.seen.map((o) => o.date)].filter((date) => date !== undefined);
    if (!organization || dates.length === 0) return [];
    // A year is known to hold the post on some day of it only, so the sure stretch runs from the end of the first to the start of the last.
    const first = dates.map(latestDay).sort()[0]!;
    const last = dates.map(earliestDay).sort().at(-1)!;
    return first > last ? [] : [{ person, index, membership, organization, seats: seatsOf(organization, membership.role), first, last }];
  });
}

/** Days by which two stretches reach into one another; 0 when they only touch, negative when they lie apart. */
function overlap(a: Holding, b: Holding): number {
  return Math.min(daysBetween(a.first, b.last), daysBetween(b.first, a.last));
}

function sharedSeats(holdings: Holding[]): Finding[] {
  const taken = holdings.flatMap((holding) => holding.seats.map((seat) => ({ holding, seat })));
  return [...groupBy(taken, ({ seat }) => seat.key).values()].flatMap((holders) =>
    pairs(holders).flatMap(([{ holding: a, seat: first }, { holding: b, seat: second }]): Finding[] => {
      const days = overlap(a, b);
      if (a.person.id === b.person.id || days <= 0) return [];
      const acting = first.acting || second.acting;
      const message = `${describe(b)} while ${describe(a)} (${a.person.id})`;
      return [
        {
          severity: days > LAG_DAYS && !acting ? 'error' : 'warning',
          rule: 'one-seat',
          id: b.person.id,
          path: ['memberships', b.index, 'role'],
          message,
          values: [a.person.name, ...postOf(a)],
          other: a.person.id,
        },
      ];
    }),
  );
}

/** Said of people without saying what their post is, or held beside any post. */
const LOOSE = /(?:领导|代表|委员|常委)$/;

/** A leader of two districts at once is most often two people of one name. Zones are led by leaders of the districts around them. */
function twoPlaces(holdings: Holding[], { areas }: Lookup): Finding[] {
  const people = groupBy(holdings, (holding) => holding.person.id);
  return [...people.values()].flatMap((held) =>
    pairs(held).flatMap(([a, b]): Finding[] => {
      const [here, there] = [ladder(areas, a.organization.area), ladder(areas, b.organization.area)];
      if (!here[0] || !there[0] || here.includes(there[0]) || there.includes(here[0])) return [];
      if ([...here, ...there].some((area) => areas.get(area)?.kind === 'functional-zone')) return [];
      const days = overlap(a, b);
      if (days < 0 || LOOSE.test(a.membership.role) || LOOSE.test(b.membership.role)) return [];
      const severity = a.seats.length > 0 && b.seats.length > 0 && days > LAG_DAYS ? 'error' : 'warning';
      const message = `${describe(b)} while ${describe(a)}: two people of one name?`;
      return [{ severity, rule: 'two-places', id: b.person.id, path: ['memberships', b.index, 'role'], message, values: postOf(a) }];
    }),
  );
}

function repeatedPosts(person: Person): Finding[] {
  const posts = groupBy(
    person.memberships.map((membership, index) => ({ membership, index })),
    ({ membership: { organization, role, start_date = '', end_date = '' } }) => [organization, role, start_date, end_date].join(' '),
  );
  return [...posts.values()].flatMap(([first, second]): Finding[] =>
    first && second
      ? [
          {
            severity: 'warning',
            rule: 'repeated-post',
            id: person.id,
            path: ['memberships', second.index, 'role'],
            message: `${person.name}, ${second.membership.role}: the post is written twice; join the observations`,
          },
        ]
      : [],
  );
}

const postOf = ({ organization, membership, first, last }: Holding): string[] => [
  organization.name,
  membership.role,
  first === last ? first : `${first} – ${last}`,
];

function describe({ person, membership, organization, first, last }: Holding): string {
  return `${person.name} is ${organization.name} ${membership.role} ${first === last ? `on ${first}` : `from ${first} to ${last}`}`;
}

function pairs<T>(items: T[]): [T, T][] {
  return items.flatMap((a, i) => items.slice(i + 1).map((b): [T, T] => [a, b]));
}
