import { describe, expect, it } from 'vitest';
import { body, person, saidOf, someone } from '../fixtures/sample-check';
import type { Pack } from '../pack';

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
      ['error self-reference org/qinghu.gov', 'error loop org/qinghu.gov'],
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
      ['error postless person/x'],
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
    [
      'an address on a host that was taken over',
      (p) => {
        p.sources[0]!.url = 'https://www.xiuzhiben.com/html/1.html';
      },
      ['error taken-over-host source/codes'],
    ],
  ])('%s', (_, change, said) => {
    expect(saidOf(change)).toEqual(said);
  });
});
