import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import type { Membership } from '../model/person';
import { checkPack } from './check';
import { Pack } from './pack';

const sample = readFileSync(new URL('fixtures/pack-v1.json', import.meta.url), 'utf8');

/** What the check says of the sample pack after a change to it: severity, rule, entity. */
function saidOf(change: (pack: Pack) => void): string[] {
  const pack = v.parse(Pack, JSON.parse(sample));
  change(pack);
  return checkPack(pack).map(({ severity, rule, id }) => `${severity} ${rule} ${id}`);
}

const person = (pack: Pack, id: string) => pack.persons.find((one) => one.id === id)!;
const body = (pack: Pack, id: string) => pack.organizations.find((one) => one.id === id)!;
const post = (organization: Membership['organization'], role: string, dates: Partial<Membership>): Membership => ({
  organization,
  role,
  seen: [],
  sources: ['source/codes'],
  ...dates,
});
const seen = (...dates: string[]) => dates.map((date) => ({ date, source: 'source/qinghu-2023-11-02' as const }));
const someone = (id: `person/${string}`, name: string, ...memberships: Membership[]) => ({ id, name, other_names: [], memberships });

it('finds nothing in the sample', () => {
  expect(saidOf(() => {})).toEqual([]);
});

describe('references and sources', () => {
  it.each<[string, (pack: Pack) => void, string[]]>([
    [
      'an unknown parent',
      (p) => {
        body(p, 'org/qinghu.water').parent = 'org/none';
      },
      ['error reference org/qinghu.water'],
    ],
    [
      'an unknown source deep within',
      (p) => {
        person(p, 'person/gu-shan').memberships[0]!.seen[0]!.source = 'source/none';
      },
      ['error reference person/gu-shan'],
    ],
    [
      'itself as parent',
      (p) => {
        body(p, 'org/qinghu.gov').parent = 'org/qinghu.gov';
      },
      ['error reference org/qinghu.gov', 'error loop org/qinghu.gov'],
    ],
    [
      'a loop of parents',
      (p) => {
        p.areas.find((a) => a.id === 'area/yunzhou')!.parent = 'area/qinghu';
      },
      ['error loop area/qinghu', 'error loop area/yunzhou'],
    ],
    [
      'a body without a source',
      (p) => {
        body(p, 'org/qinghu.party').sources = [];
      },
      ['error unsourced org/qinghu.party'],
    ],
    [
      'a post that rests on nothing',
      (p) => {
        person(p, 'person/gu-shan').memberships[1]!.seen = [];
      },
      ['error unsourced person/gu-shan'],
    ],
    [
      'a person without a post',
      (p) => {
        p.persons.push(someone('person/x', '无职者'));
      },
      ['error unsourced person/x'],
    ],
    [
      'a party without a source',
      (p) => {
        p.projects[0]!.parties[1]!.sources = [];
      },
      ['error unsourced project/qinghu-shore'],
    ],
    [
      'a party without a name',
      (p) => {
        delete p.projects[0]!.parties[1]!.name;
      },
      ['error unnamed project/qinghu-shore'],
    ],
    [
      'an unused source',
      (p) => {
        p.sources.push({ ...p.sources[0]!, id: 'source/more' });
      },
      ['warning unused-source source/more'],
    ],
    [
      'a page under two ids',
      (p) => {
        p.sources.push({ ...p.sources[1]!, id: 'source/twice' });
        p.areas[0]!.sources.push('source/twice');
      },
      ['warning repeated-source source/twice'],
    ],
  ])('%s', (_, change, said) => {
    expect(saidOf(change)).toEqual(said);
  });
});

describe('dates', () => {
  it.each<[string, (pack: Pack) => void, string[]]>([
    [
      'an end before the start',
      (p) => {
        person(p, 'person/gu-shan').memberships[0] = post('org/qinghu.water', '局长', { start_date: '2021', end_date: '2020-12' });
      },
      ['error dates person/gu-shan'],
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
      ['error dates org/qinghu.water'],
    ],
    [
      'seen before the start',
      (p) => {
        person(p, 'person/gu-shan').memberships[0]!.seen[0]!.date = '2019';
      },
      ['error dates person/gu-shan'],
    ],
    [
      'seen after the end',
      (p) => {
        person(p, 'person/gu-shan').memberships[0]!.seen = seen('2022-07-01');
      },
      ['error dates person/gu-shan'],
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
      ['warning dates person/gu-shan'],
    ],
    [
      'a source of the future',
      (p) => {
        p.sources[2]!.date = '2024-03-02';
      },
      ['error dates source/qinghu-2023-11-02'],
    ],
    [
      'promised for a day gone by',
      (p) => {
        p.projects[0]!.milestones[0]!.due = '2022';
      },
      ['warning dates project/qinghu-shore'],
    ],
  ])('%s', (_, change, said) => {
    expect(saidOf(change)).toEqual(said);
  });
});

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

describe('names', () => {
  it.each<[string, (pack: Pack) => void, string[]]>([
    [
      'a short name two bodies of one area share',
      (p) => {
        for (const id of ['org/qinghu.gov', 'org/qinghu.water']) body(p, id).other_names.push({ name: '青湖某办' });
      },
      ['error shared-name org/qinghu.water'],
    ],
    [
      'a short name shared across areas',
      (p) => {
        for (const id of ['org/heling.gov', 'org/qinghu.water']) body(p, id).other_names.push({ name: '第一医院' });
      },
      [],
    ],
    [
      'one full name for two bodies',
      (p) => {
        body(p, 'org/heling.gov').name = '云州市水务局';
      },
      ['error shared-name org/yunzhou.water'],
    ],
    [
      'an office two bodies of one area share',
      (p) => {
        body(p, 'org/qinghu.gov').offices.push('水务局');
      },
      ['error shared-office org/qinghu.water'],
    ],
    [
      'an office shared with a body that is no more',
      (p) => {
        body(p, 'org/qinghu.gov').offices.push('水务局');
        body(p, 'org/qinghu.water').dissolution_date = '2024';
      },
      ['warning shared-office org/qinghu.water'],
    ],
    [
      'namesakes without a word to tell them apart',
      (p) => {
        delete person(p, 'person/lu-an.heling').disambiguation;
      },
      ['warning namesakes person/lu-an.qinghu'],
    ],
    [
      'one name twice in one body',
      (p) => {
        p.persons.push(someone('person/x', '顾杉', post('org/qinghu.water', '副局长', { seen: seen('2021-01-01') })));
      },
      ['error duplicate-person person/x'],
    ],
    [
      'a person called by a word',
      (p) => {
        person(p, 'person/gu-shan').name = '高峰';
      },
      ['warning common-word person/gu-shan'],
    ],
    [
      'a body called by two characters',
      (p) => {
        body(p, 'org/qinghu.water').other_names.push({ name: '青水' });
      },
      ['warning short-name org/qinghu.water'],
    ],
    [
      'a person within another',
      (p) => {
        person(p, 'person/gu-shan').name = '陆桉平';
      },
      ['warning name-within person/lu-an.heling'],
    ],
    [
      'a person within a body',
      (p) => {
        body(p, 'org/yunzhou.water').name = '云州市顾杉局';
      },
      ['warning name-within person/gu-shan'],
    ],
    [
      'a birth date',
      (p) => {
        person(p, 'person/gu-shan').note = '1970年出生';
      },
      ['error private person/gu-shan'],
    ],
    [
      'a telephone',
      (p) => {
        person(p, 'person/gu-shan').note = '电话13800000000';
      },
      ['error private person/gu-shan'],
    ],
  ])('%s', (_, change, said) => {
    expect(saidOf(change)).toEqual(said);
  });
});
