import { describe, expect, it } from 'vitest';
import { body, person, post, saidOf, seen, someone } from '../fixtures/sample-check';
import type { Pack } from '../pack';

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
