import type { Area } from '../model/area';
import type { Organization } from '../model/organization';
import type { Membership, Person } from '../model/person';
import type { Source } from '../model/source';
import type { Pack } from './pack';

/**
 * Popolo JSON (popoloproject.com/specs), the way civic projects exchange it: `persons` with their memberships, `organizations`,
 * `areas`; no posts. What Popolo has no word for stands in fields of our own, which others may ignore:
 * a link under `sources` has also id, publisher, title and date, and `seen` where it is an observation (on that day that source gave
 * this person this post); organizations have offices, guided_by_id and predecessor_ids; areas full_name and short_names.
 * Projects are no Popolo and stay out.
 */
interface PopoloLink {
  url?: string;
  note: string;
  id: string;
  publisher: string;
  title: string;
  date: string;
  seen?: string;
}

type Named = { id: string; name: string };

export interface Popolo {
  meta: { title: string; revision: string; licence: string };
  persons: (Named & { other_names?: object[]; summary?: string; note?: string; memberships: PopoloMembership[] })[];
  organizations: (Named & Record<string, unknown> & { sources: PopoloLink[] })[];
  areas: (Named & Record<string, unknown> & { sources: PopoloLink[] })[];
}

interface PopoloMembership {
  person_id: string;
  organization_id: string;
  role: string;
  start_date?: string;
  end_date?: string;
  sources: PopoloLink[];
}

export function toPopolo(pack: Pack): Popolo {
  const sources = new Map(pack.sources.map((source) => [source.id, source]));
  const links = (ids: readonly Source['id'][]) => ids.flatMap((id) => linkTo(sources.get(id)));
  return {
    meta: { title: pack.title, revision: pack.revision, licence: pack.licence },
    persons: pack.persons.map((person) => personOut(person, sources)),
    organizations: pack.organizations.map((body) => ({ ...organizationOut(body), sources: links(body.sources) })),
    areas: pack.areas.map((area) => ({ ...areaOut(area), sources: links(area.sources) })),
  };
}

function linkTo(source: Source | undefined, seen?: string): PopoloLink[] {
  if (!source) return [];
  const { id, publisher, title, date, url } = source;
  return [{ ...(url && { url }), note: `${publisher}《${title}》${date}`, id, publisher, title, date, ...(seen && { seen }) }];
}

function personOut(
  { id, name, other_names, disambiguation, memberships, note }: Person,
  sources: Map<string, Source>,
): Popolo['persons'][number] {
  return {
    id,
    name,
    ...filled({ other_names }),
    ...(disambiguation && { summary: disambiguation }),
    ...(note && { note }),
    memberships: memberships.map((membership) => membershipOut(id, membership, sources)),
  };
}

function membershipOut(
  person: string,
  { organization, role, seen, sources: cited, ...dates }: Membership,
  sources: Map<string, Source>,
): PopoloMembership {
  const links = [
    ...cited.flatMap((id) => linkTo(sources.get(id))),
    ...seen.flatMap(({ date, source }) => linkTo(sources.get(source), date)),
  ];
  return { person_id: person, organization_id: organization, role, ...dates, sources: links };
}

function organizationOut({ parent, area, guided_by, predecessors, offices, other_names, sources: _, ...rest }: Organization) {
  return {
    ...rest,
    ...filled({ other_names, offices, predecessor_ids: predecessors }),
    ...(parent && { parent_id: parent }),
    ...(area && { area_id: area }),
    ...(guided_by && { guided_by_id: guided_by }),
  };
}

function areaOut({ kind, code, parent, short_names, sources: _, ...rest }: Area) {
  return {
    ...rest,
    ...filled({ short_names }),
    classification: kind,
    ...(code && { identifier: code }),
    ...(parent && { parent_id: parent }),
  };
}

function filled<T extends Record<string, unknown[]>>(lists: T): Partial<T> {
  return Object.fromEntries(Object.entries(lists).filter(([, list]) => list.length > 0)) as Partial<T>;
}
