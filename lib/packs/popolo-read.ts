import * as v from 'valibot';
import { Area } from '../model/area';
import { PartialDate } from '../model/dates';
import type { FileProblem } from '../model/file-problem';
import { Classification, Organization } from '../model/organization';
import { Person } from '../model/person';
import { Source, WebAddress } from '../model/source';
import { fileProblem, valueProblem } from './file-fault';
import { type ForeignIds, foreignIds } from './foreign-ids';
import { groupBy } from './group-by';
import type { Pack } from './pack';
import { MAX_PACK_TEXT } from './read';

type Loose = Record<string, unknown>;

/** What was read, and what was not and why; a place reads like `persons[3].memberships[0]`. */
export interface PopoloReading {
  areas: Pack['areas'];
  organizations: Pack['organizations'];
  persons: Pack['persons'];
  sources: Pack['sources'];
  leftOut: FileProblem[];
}

/** What other projects call the kinds of bodies that we have words for. */
const KINDS: Record<string, Classification> = { legislature: 'congress', executive: 'government', ministry: 'government-department' };

/** What the reading of one part needs to know of the whole. */
interface Whole {
  ids: ForeignIds;
  leave(problem: FileProblem): void;
  /** The sources a thing links to; each with the day it is an observation of, if it is one. */
  links(value: unknown, path: string): { id: string; seen: string | undefined }[];
}

/**
 * Reads Popolo JSON of any project: persons with memberships within or beside them, organizations, areas. Ids that are not of our
 * form are put into it; a link without a date is dated `today` (YYYY-MM-DD), the day it was taken over. Birth dates, contacts and
 * portraits are not read at all. Throws when it is no JSON object, or too long a text.
 */
export function fromPopolo(input: string | object, today: string): PopoloReading {
  if (typeof input === 'string' && input.length > MAX_PACK_TEXT) throw new Error(`longer than ${MAX_PACK_TEXT} characters`);
  const popolo: unknown = typeof input === 'string' ? JSON.parse(input.replace(/^\uFEFF/, '')) : input;
  if (!isLoose(popolo)) throw new Error('Popolo JSON is an object of lists');
  const leftOut: PopoloReading['leftOut'] = [];
  const leave: Whole['leave'] = (problem) => void leftOut.push(problem);
  const ids = foreignIds();
  const sources = new Map<string, Source>();
  const links: Whole['links'] = (value, path) =>
    listOf(value).flatMap((link, i) => {
      const parsed = v.safeParse(Source, sourceIn(link, today, ids));
      if (parsed.success) sources.set(parsed.output.id, parsed.output);
      else leave(valueProblem(`${path}.sources[${i}]`, parsed.issues[0]));
      return parsed.success ? [{ id: parsed.output.id, seen: dateOf(link.seen) }] : [];
    });
  const whole: Whole = { ids, leave, links };

  const taken = new Set<string>();
  const read = <T extends { id: string }>(
    list: string,
    schema: v.GenericSchema<unknown, T>,
    make: (raw: Loose, path: string) => Loose,
  ): T[] =>
    listOf(popolo[list]).flatMap((raw, i) => {
      const path = `${list}[${i}]`;
      const parsed = v.safeParse(schema, defined(make(raw, path)));
      if (!parsed.success) leave(valueProblem(path, parsed.issues[0]));
      else if (taken.has(parsed.output.id)) leave(fileProblem(path, 'duplicate-id', { found: parsed.output.id }));
      else {
        taken.add(parsed.output.id);
        return [parsed.output];
      }
      return [];
    });

  const areas = read('areas', Area, (raw, path) => areaIn(raw, path, whole));
  const organizations = read('organizations', Organization, (raw, path) => organizationIn(raw, path, whole));
  const beside = groupBy(listOf(popolo.memberships), (membership) => String(ids.person(membership.person_id)));
  const persons = read('persons', Person, (raw, path) => {
    const memberships = [...listOf(raw.memberships), ...(beside.get(String(ids.person(raw.id))) ?? [])];
    return personIn(
      raw,
      memberships.flatMap((membership, i) => membershipIn(membership, `${path}.memberships[${i}]`, taken, whole)),
      whole,
    );
  });
  return { areas, organizations, persons, sources: [...sources.values()], leftOut };
}

function areaIn(raw: Loose, path: string, { ids, links }: Whole): Loose {
  return {
    id: ids.area(raw.id),
    name: raw.name,
    full_name: raw.full_name ?? raw.name,
    short_names: raw.short_names,
    kind: raw.classification,
    code: raw.identifier,
    parent: ids.area(raw.parent_id),
    founding_date: dateOf(raw.founding_date),
    dissolution_date: dateOf(raw.dissolution_date),
    note: raw.note,
    sources: links(raw.sources, path).map((link) => link.id),
  };
}

function organizationIn(raw: Loose, path: string, { ids, links }: Whole): Loose {
  const kind = raw.classification;
  return {
    id: ids.organization(raw.id),
    name: raw.name,
    other_names: otherNames(raw.other_names),
    offices: raw.offices,
    classification: v.is(Classification, kind) ? kind : (KINDS[String(kind).toLowerCase()] ?? 'other'),
    area: ids.area(raw.area_id),
    parent: ids.organization(raw.parent_id),
    guided_by: ids.organization(raw.guided_by_id),
    founding_date: dateOf(raw.founding_date),
    dissolution_date: dateOf(raw.dissolution_date),
    predecessors: Array.isArray(raw.predecessor_ids) ? raw.predecessor_ids.map(ids.organization) : undefined,
    note: raw.note,
    sources: links(raw.sources, path).map((link) => link.id),
  };
}

function personIn(raw: Loose, memberships: Loose[], { ids }: Whole): Loose {
  return {
    id: ids.person(raw.id),
    name: raw.name,
    other_names: otherNames(raw.other_names),
    disambiguation: raw.summary,
    memberships,
    note: raw.note,
  };
}

function membershipIn(raw: Loose, path: string, known: Set<string>, { ids, leave, links }: Whole): Loose[] {
  const organization = ids.organization(raw.organization_id);
  if (!organization || !known.has(organization)) {
    leave(fileProblem(path, 'unknown-body', { found: String(raw.organization_id ?? '') }));
    return [];
  }
  const cited = links(raw.sources, path);
  const seen = cited.flatMap(({ id, seen: date }) => (date ? [{ date, source: id }] : []));
  const sources = cited.flatMap((link) => (link.seen ? [] : [link.id]));
  const dates = { start_date: dateOf(raw.start_date), end_date: dateOf(raw.end_date) };
  return [defined({ organization, role: raw.role ?? raw.label ?? 'member', ...dates, seen, sources })];
}

function sourceIn(raw: Loose, today: string, ids: ForeignIds): Loose {
  const url = v.is(WebAddress, raw.url) ? raw.url : undefined;
  const host = url?.replace(/^https?:\/\//i, '').split(/[/?#]/)[0];
  return defined({
    id: ids.source(raw.id ?? raw.url ?? raw.note),
    publisher: raw.publisher ?? host ?? 'unknown',
    title: raw.title ?? raw.note ?? url,
    date: dateOf(raw.date) ?? today,
    url,
  });
}

function otherNames(value: unknown): unknown {
  if (value === undefined) return undefined;
  return listOf(value).map(({ name, note, start_date, end_date }) =>
    defined({ name, note, start_date: dateOf(start_date), end_date: dateOf(end_date) }),
  );
}

/** A date as Popolo gives it, which may carry a time; none when it is not one we know. */
function dateOf(value: unknown): string | undefined {
  const day = typeof value === 'string' ? value.replace(/[T ].*$/, '') : undefined;
  return v.is(PartialDate, day) ? day : undefined;
}

function listOf(value: unknown): Loose[] {
  return Array.isArray(value) ? value.filter(isLoose) : [];
}

function isLoose(value: unknown): value is Loose {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Without absent fields, and without the nulls that other projects write for them. */
function defined(fields: Loose): Loose {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined && value !== null));
}
