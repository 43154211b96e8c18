import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { entities } from './fixtures/arbitraries';
import { Pack } from './pack';
import { toPopolo } from './popolo';
import { fromPopolo } from './popolo-read';

const text = (file: string) => readFileSync(new URL(`fixtures/${file}`, import.meta.url), 'utf8');
const pack = v.parse(Pack, JSON.parse(text('pack-v1.json')));

describe('Popolo', () => {
  it('goes out and comes in again, all but projects', () => {
    const { areas, organizations, persons, sources, leftOut } = fromPopolo(JSON.stringify(toPopolo(pack)), '2024-03-01');
    expect(leftOut).toEqual([]);
    expect({ areas, organizations, persons }).toEqual({ areas: pack.areas, organizations: pack.organizations, persons: pack.persons });
    expect(sources.sort((a, b) => (a.id < b.id ? -1 : 1))).toEqual(pack.sources);
  });

  it('goes out and comes in again for any entities', () => {
    const sources = ['s1', 's2', 's3'].map((id) => ({ id: `source/${id}` as const, publisher: '某报', title: '某文', date: '2022' }));
    const bodies = ['org/a', 'org/b.c', 'org/d'].map((id) =>
      v.parse(Pack.entries.organizations.item, { id, name: '某局', classification: 'other', sources: [] }),
    );
    fc.assert(
      fc.property(entities, (drawn) => {
        const of = (type: string) => drawn.flatMap(({ type: own, ...entity }) => (own === type ? [entity] : []));
        const any = { ...pack, areas: [], organizations: [...bodies, ...of('organization')], persons: of('official'), sources } as Pack;
        const back = fromPopolo(JSON.parse(JSON.stringify(toPopolo(any))), '2024-03-01');
        expect(back.leftOut).toEqual([]);
        expect([back.organizations, back.persons]).toEqual([any.organizations, any.persons]);
      }),
    );
  });

  it('reads the frozen sample of another project', () => {
    const reading = fromPopolo(text('popolo-foreign.json'), '2024-03-01');
    expect(reading.persons).toEqual([
      {
        id: 'person/0f3a-77',
        name: 'Aino Kask',
        other_names: [{ name: 'A. Kask', end_date: '2011' }],
        disambiguation: 'Chair of the assembly',
        memberships: [
          { organization: 'org/assembly', role: 'member', start_date: '2011-04-03', seen: [], sources: ['source/example.org-members-77'] },
          { organization: 'org/assembly', role: 'Chair', seen: [], sources: [] },
        ],
      },
    ]);
    expect(reading.organizations).toMatchObject([{ id: 'org/assembly', classification: 'congress', founding_date: '1990' }]);
    expect(reading.sources).toEqual([
      {
        id: 'source/example.org-members-77',
        publisher: 'example.org',
        title: 'Members',
        date: '2024-03-01',
        url: 'https://example.org/members/77',
      },
    ]);
    expect(reading.leftOut.map(({ place }) => place)).toEqual(['areas[0]', 'persons[0].memberships[1]', 'persons[1]']);
    expect(JSON.stringify(reading)).not.toContain('1970');
  });

  it('tells two ids apart that come out alike, the same way each time', () => {
    const person = (id: string) => ({ id, name: '某某', memberships: [] });
    const read = () => fromPopolo({ persons: ['沈', '顾', 'A b', 'a/b', 'person/a-b'].map(person) }, '2024').persons.map((one) => one.id);
    expect(new Set(read()).size).toBe(5);
    expect(read()).toEqual(read());
  });

  it('never does worse than refuse', () => {
    fc.assert(
      fc.property(
        fc.record({
          persons: fc.anything(),
          organizations: fc.anything(),
          areas: fc.array(fc.object()),
          memberships: fc.array(fc.object()),
        }),
        (any) => {
          expect(fromPopolo(any, '2024').persons).toEqual([]);
        },
      ),
    );
    expect(() => fromPopolo('[]', '2024')).toThrow('object');
    expect(() => fromPopolo('{"persons":', '2024')).toThrow();
  });
});
