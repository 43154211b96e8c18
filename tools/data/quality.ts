import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Area } from '../../lib/model/area';
import { lastKnown, latestRole } from '../../lib/model/tenure';
import { ladder, lookupOf } from '../../lib/packs/check/finding';
import { seatsOf } from '../../lib/packs/check/seats';
import { groupBy } from '../../lib/packs/group-by';
import type { Pack } from '../../lib/packs/pack';
import { references } from '../../lib/packs/references';
import { ROOT } from '../setup.mjs';
import { writeWhole } from './yaml-files';

const REPORT = join(ROOT, 'docs', 'data.md');
const [BEGIN, END] = ['<!-- report: written by npm run data:check -->', '<!-- end of report -->'];

/** Puts the report between its marks in docs/data.md. */
export function writeQuality(report: string): void {
  const text = readFileSync(REPORT, 'utf8');
  const [begin, end] = [text.indexOf(BEGIN), text.indexOf(END)];
  if (begin < 0 || end < begin) throw new Error('docs/data.md has lost the marks of its report');
  const written = `${text.slice(0, begin)}${BEGIN}\n\n${report}\n${text.slice(end)}`;
  if (written !== text) writeWhole(REPORT, written);
}

/** What the index holds and where it is thin, as Markdown. */
export function quality(pack: Pack): string {
  return [
    `Revision ${pack.revision}.`,
    `### By area\n\n${byArea(pack)}`,
    `### Bodies by kind\n\n${byClassification(pack)}`,
    `### What the facts rest on\n\n${evidence(pack)}`,
    `### Oldest facts\n\nPosts that nobody was seen in for the longest time, without a known end.\n\n${oldest(pack)}`,
    `### Gaps\n\n${headless(pack)}`,
  ].join('\n\n');
}

function byArea(pack: Pack): string {
  const { areas, organizations } = lookupOf(pack);
  const rowOf = new Map(pack.areas.filter(isRow).map((area) => [area.id as string, { area, bodies: 0, people: 0, projects: 0, parts: 0 }]));
  const rest = { bodies: 0, people: 0, projects: 0, parts: 0 };
  const find = (id: Area['id'] | undefined) => ladder(areas, id).flatMap((step) => rowOf.get(step) ?? [])[0] ?? rest;
  for (const area of pack.areas) if (!isRow(area)) find(area.id).parts++;
  for (const body of pack.organizations) find(body.area).bodies++;
  for (const project of pack.projects) find(project.area).projects++;
  for (const person of pack.persons) find(organizations.get(latestRole(person.memberships)?.organization ?? '')?.area).people++;
  const rows = [...rowOf.values()].map((row) => [row.area.full_name, row.parts, row.bodies, row.people, row.projects]);
  const total = ['all', pack.areas.length, pack.organizations.length, pack.persons.length, pack.projects.length];
  return table(
    ['area', 'areas within', 'organizations', 'officials (by latest post)', 'projects'],
    [...rows, ['elsewhere', rest.parts, rest.bodies, rest.people, rest.projects], total],
  );
}

/** Areas that have a row of their own; smaller ones count to the one they lie in. */
function isRow(area: Area): boolean {
  return ['city', 'district', 'county-level-city', 'functional-zone'].includes(area.kind);
}

function byClassification(pack: Pack): string {
  const groups = [...groupBy(pack.organizations, (body) => body.classification)].map(([kind, bodies]) => [kind, bodies.length] as const);
  return table(
    ['kind', 'organizations'],
    groups.sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)),
  );
}

function evidence(pack: Pack): string {
  const cited = groupBy(references(pack), (reference) => reference.from);
  const single = (entities: readonly { id: string }[]) =>
    entities.filter(({ id }) => new Set(cited.get(id)?.flatMap(({ to }) => (to.startsWith('source/') ? [to] : []))).size === 1).length;
  const posts = pack.persons.flatMap((person) => person.memberships);
  const seen = posts.flatMap((post) => post.seen);
  const years = [...groupBy(seen, (observation) => observation.date.slice(0, 4))].sort((a, b) => (a[0] < b[0] ? -1 : 1));
  const publishers = [...groupBy(pack.sources, (source) => source.publisher)].sort(
    (a, b) => b[1].length - a[1].length || (a[0] < b[0] ? -1 : 1),
  );
  const lines = [
    `- ${pack.sources.length} sources of ${publishers.length} publishers, ${pack.sources.filter((source) => !source.url).length} without an address`,
    `- ${posts.length} posts, ${seen.length} observations; ${posts.filter((p) => p.start_date).length} posts with a start, ${posts.filter((p) => p.end_date).length} with an end`,
    `- observations by year: ${years.map(([year, list]) => `${year}: ${list.length}`).join(', ')}`,
    `- with one source only: ${single(pack.persons)} officials, ${single(pack.organizations)} organizations, ${single(pack.projects)} projects`,
    `- most cited publishers: ${publishers
      .slice(0, 12)
      .map(([name, list]) => `${name} ${list.length}`)
      .join(', ')}`,
  ];
  return lines.join('\n');
}

function oldest(pack: Pack): string {
  const posts = pack.persons.flatMap((person) => {
    const post = latestRole(person.memberships);
    const last = post && !post.end_date ? lastKnown(post) : undefined;
    return post && last ? [{ last, name: person.name, role: post.role, organization: post.organization }] : [];
  });
  const { organizations } = lookupOf(pack);
  const rows = posts.sort((a, b) => (a.last < b.last ? -1 : a.last > b.last ? 1 : a.name < b.name ? -1 : 1)).slice(0, 15);
  return table(
    ['last seen', 'official', 'post'],
    rows.map((row) => [row.last, row.name, `${organizations.get(row.organization)?.name ?? row.organization} ${row.role}`]),
  );
}

/** Bodies that have one head by their kind, and nobody on record as such. */
function headless(pack: Pack): string {
  const { organizations } = lookupOf(pack);
  const headed = new Set<string>();
  for (const { organization, role } of pack.persons.flatMap((person) => person.memberships)) {
    const body = organizations.get(organization);
    if (body && seatsOf(body, role).length > 0) headed.add(organization);
  }
  const expected = pack.organizations.filter((body) => HEADED.has(body.classification) && !body.dissolution_date);
  const without = expected.filter((body) => !headed.has(body.id));
  const list = [...groupBy(without, (body) => body.classification)].map(
    ([kind, bodies]) => `- ${kind} (${bodies.length}): ${bodies.map((body) => body.name).join('、')}`,
  );
  return [`${without.length} of ${expected.length} bodies of party and state have no head on record:`, '', ...list].join('\n');
}

const HEADED = new Set([
  'party-committee',
  'party-office',
  'government',
  'government-department',
  'congress',
  'cppcc',
  'discipline',
  'court',
  'procuratorate',
  'development-zone',
]);

function table(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const line = (cells: readonly (string | number)[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
