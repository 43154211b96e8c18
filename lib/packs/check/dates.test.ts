import { describe, expect, it } from 'vitest';
import { body, person, post, saidOf, seen } from '../fixtures/sample-check';
import type { Pack } from '../pack';

describe('dates', () => {
  it.each<[string, (pack: Pack) => void, string[]]>([
    [
      'an end before the start',
      (p) => {
        person(p, 'person/gu-shan').memberships[0] = post('org/qinghu.water', '局长', { start_date: '2021', end_date: '2020-12' });
      },
      ['error ends-before-start person/gu-shan'],
    ],
    [
      'an end in the month of the start',
      (p) => {
        person(p, 'person/gu-shan').memberships[0] = post('org/qinghu.water', '局长', { start_date: '2020-12-30', end_date: '2020-12' });
      },
      [],
    ],
    [
      'dissolved before founded',
      (p) => {
        body(p, 'org/qinghu.water').dissolution_date = '2015';
      },
      ['error ends-before-start org/qinghu.water'],
    ],
    [
      'seen before the start',
      (p) => {
        person(p, 'person/gu-shan').memberships[0]!.seen[0]!.date = '2019';
      },
      ['error seen-before-start person/gu-shan'],
    ],
    [
      'seen after the end',
      (p) => {
        person(p, 'person/gu-shan').memberships[0]!.seen = seen('2022-07-01');
      },
      ['error seen-after-end person/gu-shan'],
    ],
    [
      'seen in the year of the start',
      (p) => {
        person(p, 'person/gu-shan').memberships[0]!.seen[0]!.date = '2020';
      },
      [],
    ],
    [
      'seen after the report',
      (p) => {
        person(p, 'person/gu-shan').memberships[1]!.seen[0]!.date = '2023-11-05';
      },
      ['warning later-than-source person/gu-shan'],
    ],
    [
      'a source of the future',
      (p) => {
        p.sources[2]!.date = '2024-03-02';
      },
      ['error future-source source/qinghu-2023-11-02'],
    ],
    [
      'promised for a day gone by',
      (p) => {
        p.projects[0]!.milestones[0]!.due = '2022';
      },
      ['warning promised-past project/qinghu-shore'],
    ],
  ])('%s', (_, change, said) => {
    expect(saidOf(change)).toEqual(said);
  });
});
