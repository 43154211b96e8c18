import { describe, expect, it } from 'vitest';
import type { Membership } from '../../model/person';
import { person, post, saidOf, seen, someone } from '../fixtures/sample-check';
import type { Pack } from '../pack';

describe('posts', () => {
  const holding =
    (role: string, dates: Partial<Membership>, at: Membership['organization'] = 'org/qinghu.water') =>
    (p: Pack) => {
      p.persons.push(someone('person/x', '闻人樾', post(at, role, dates)));
    };

  it.each<[string, (pack: Pack) => void, string[]]>([
    ['seen in the seat within another tenure', holding('局长', { seen: seen('2021-05-06') }), ['error one-seat person/x']],
    ['a combined post', holding('党组书记、局长', { seen: seen('2021-05-06') }), ['error one-seat person/x']],
    ['reports that lag a few days', holding('局长', { start_date: '2022-06-20', seen: seen('2022-07-02') }), ['warning one-seat person/x']],
    ['acting beside the holder', holding('代局长', { seen: seen('2021-05-06') }), ['warning one-seat person/x']],
    ['the day the holder left', holding('局长', { end_date: '2022-06-30', seen: seen('2022-06-30') }), []],
    ['a year that may be after', holding('局长', { seen: seen('2022') }), []],
    ['a deputy', holding('副局长', { seen: seen('2021-05-06') }), []],
    ['a post that several hold', holding('常委', { seen: seen('2021-05-06') }, 'org/qinghu.party'), []],
    [
      'written twice',
      (p) => {
        const all = person(p, 'person/gu-shan').memberships;
        all.push(structuredClone(all[1]!));
      },
      ['warning repeated-post person/gu-shan'],
    ],
    [
      'head of two districts at once',
      (p) => {
        p.persons.push(
          someone(
            'person/x',
            '闻人樾',
            post('org/heling.gov', '主任', { seen: seen('2021-01-01', '2021-12-31') }),
            post('org/qinghu.gov', '区长', { seen: seen('2021-06-01') }),
          ),
        );
      },
      ['error two-places person/x'],
    ],
    [
      'a deputy of two districts on one day',
      (p) => {
        p.persons.push(
          someone(
            'person/x',
            '闻人樾',
            post('org/heling.gov', '副区长', { seen: seen('2021-01-01') }),
            post('org/qinghu.gov', '副区长', { seen: seen('2021-01-01') }),
          ),
        );
      },
      ['warning two-places person/x'],
    ],
    [
      'moved from one district to another',
      (p) => {
        p.persons.push(
          someone(
            'person/x',
            '闻人樾',
            post('org/heling.gov', '副区长', { seen: seen('2021-01-01') }),
            post('org/qinghu.gov', '副区长', { seen: seen('2021-02-01') }),
          ),
        );
      },
      [],
    ],
    [
      'city and district at once',
      (p) => {
        p.persons.push(
          someone(
            'person/x',
            '闻人樾',
            post('org/yunzhou.water', '党组书记', { seen: seen('2021-01-01') }),
            post('org/qinghu.gov', '副区长', { seen: seen('2021-01-01') }),
          ),
        );
      },
      [],
    ],
  ])('%s', (_, change, said) => {
    expect(saidOf(change)).toEqual(said);
  });
});
