import fc from 'fast-check';
import type { Entity } from '../model/entity';
import { Classification } from '../model/organization';
import type { Membership } from '../model/person';
import type { Source } from '../model/source';

/** Generators of entities for property tests; few distinct values, so that two drawn entities often share parts. */

const text = (max: number) =>
  fc.oneof(fc.constantFrom('水利局', '局长', '书记', '=1+1', '甲,"乙"\n丙', '𠮷野'), fc.string({ minLength: 1, maxLength: max }));
const date = fc.constantFrom('2021', '2022-03', '2022-03-04', '2023-10-28');
const org = fc.constantFrom('org/a', 'org/b.c', 'org/d' as const) as fc.Arbitrary<`org/${string}`>;
const source = fc.constantFrom('source/s1', 'source/s2', 'source/s3') as fc.Arbitrary<`source/${string}`>;
const area = fc.constantFrom('area/x', 'area/y') as fc.Arbitrary<`area/${string}`>;
const list = <T>(item: fc.Arbitrary<T>) => fc.array(item, { maxLength: 4 });
const maybe = <T>(item: fc.Arbitrary<T>) => fc.option(item, { nil: undefined });

/** Drops undefined fields, as a parsed entity has none. */
const tidy = <T extends object>(value: T): T => Object.fromEntries(Object.entries(value).filter(([, field]) => field !== undefined)) as T;

const otherName = fc.record({ name: text(20), note: maybe(text(20)), start_date: maybe(date), end_date: maybe(date) }).map(tidy);
const membership = fc
  .record({
    organization: org,
    role: text(12),
    start_date: maybe(date),
    end_date: maybe(date),
    seen: list(fc.record({ date, source })),
    sources: list(source),
  })
  .map(tidy) as fc.Arbitrary<Membership>;
const amount = fc.record({ text: text(20), yuan: maybe(fc.integer({ min: 0, max: 1e12 })), date, source }).map(tidy);
const milestone = fc.record({ date, title: text(20), due: maybe(date), source }).map(tidy);
const party = fc.record({ organization: maybe(org), name: maybe(text(20)), role: text(12), sources: list(source) }).map(tidy);

const official = (id: string) =>
  fc
    .record({
      name: text(12),
      other_names: list(otherName),
      disambiguation: maybe(text(20)),
      memberships: list(membership),
      note: maybe(text(40)),
    })
    .map((fields) => ({ type: 'official', id: `person/${id}`, ...tidy(fields) }) as Entity);
const organization = (id: string) =>
  fc
    .record({
      name: text(20),
      other_names: list(otherName),
      offices: list(text(8)),
      classification: fc.constantFrom(...Classification.options),
      area: maybe(area),
      parent: maybe(org),
      guided_by: maybe(org),
      founding_date: maybe(date),
      dissolution_date: maybe(date),
      predecessors: list(org),
      note: maybe(text(40)),
      sources: list(source),
    })
    .map((fields) => ({ type: 'organization', id: `org/${id}`, ...tidy(fields) }) as Entity);
const project = (id: string) =>
  fc
    .record({
      name: text(20),
      other_names: list(otherName),
      classification: fc.constantFrom('investment', 'works', 'other'),
      status: maybe(fc.constantFrom('preparation', 'implementation', 'completed')),
      description: maybe(text(40)),
      area: maybe(area),
      location: maybe(text(20)),
      parties: list(party),
      budget: list(amount),
      milestones: list(milestone),
      note: maybe(text(40)),
      sources: list(source),
    })
    .map((fields) => ({ type: 'project', id: `project/${id}`, ...tidy(fields) }) as Entity);

/** One entity of any type under the given slug; draw twice with one slug for two versions of the same entity. */
export const entityOf = (slug: string): fc.Arbitrary<[Entity, Entity, Entity]> =>
  fc.oneof(...[official, organization, project].map((make) => fc.tuple(make(slug), make(slug), make(slug))));

/** A list of entities with distinct ids. */
export const entities: fc.Arbitrary<Entity[]> = fc
  .uniqueArray(fc.nat(50), { maxLength: 8 })
  .chain((slugs) => fc.tuple(...slugs.map((slug) => fc.oneof(official(`p${slug}`), organization(`o${slug}`), project(`j${slug}`)))));

export const sourceOf = (id: string): Source => ({
  id: `source/${id}`,
  publisher: '某报',
  title: '某文',
  date: '2022-03-04',
  url: `https://news.example/${id}`,
});
