import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { chineseNumber } from './chinese-number';
import { type Claim, claimsIn } from './claims';

const amounts = (passage: string) =>
  claimsIn(passage, '2023-10-28').flatMap((claim) => (claim.kind === 'amount' ? [[claim.of, claim.yuan]] : []));
const dates = (passage: string, reported: string | null = '2023-10-28') =>
  claimsIn(passage, reported).flatMap((claim) => (claim.kind === 'date' ? [[claim.event, claim.by, claim.promised]] : []));

describe('money', () => {
  test.each([
    ['项目总投资35亿元，用地300亩', [['total', 3_500_000_000]]],
    ['总投资约3200万元', [['total', 32_000_000]]],
    ['计划总投资超过１２．５亿元', [['total', 1_250_000_000]]],
    ['概算总投资1,036万元', [['total', 10_360_000]]],
    ['总投资三十五亿元的基地', [['total', 3_500_000_000]]],
    ['总投资两百余亿元', [['total', 20_000_000_000]]],
    [
      '累计完成投资8.2亿元，年度计划投资3亿元',
      [
        ['spent', 820_000_000],
        ['year', 300_000_000],
      ],
    ],
    ['总投资5亿美元', [['total', undefined]]],
    ['营业收入35亿元', []],
    ['投资环境好，用电3500万千瓦时', []],
  ] as [string, unknown[]][])('%s', (passage, expected) => {
    expect(amounts(passage)).toEqual(expected);
  });
});

describe('dates', () => {
  test.each([
    ['预计2026年底建成通车', [['finish', '2026-12', true]]],
    ['计划于2025年6月全部完工', [['finish', '2025-06', true]]],
    ['力争年内完工', [['finish', '2023-12', true]]],
    ['将于 10 月底开工', [['start', '2023-10', true]]],
    ['将于10月底开工', [['start', '2023-10', true]]],
    ['预计3月开工', [['start', '2024-03', true]]],
    ['今年上半年投产', [['use', '2023-06', false]]],
    ['明年一季度投用', [['use', '2024-03', true]]],
    [
      '已于2021年3月15日开工，预计2024年竣工',
      [
        ['start', '2021-03-15', false],
        ['finish', '2024', true],
      ],
    ],
    ['2021年3月开工建设', [['start', '2021-03', false]]],
    ['2024年10月底前可实现主体封顶', [['part', '2024-10', true]]],
    ['8月已建成', [['finish', '2023-08', false]]],
    ['11月建成', []],
    ['2月31日竣工，2023年2月29日竣工', []],
    ['2022年底尚未完工', []],
    ['1912年开工', []],
  ] as [string, unknown[]][])('%s', (passage, expected) => {
    expect(dates(passage)).toEqual(expected);
  });

  it('counts from no day it does not know', () => {
    expect(dates('年底完工，2026年通车', null)).toEqual([['use', '2026', true]]);
  });
});

it('keeps the words in their order', () => {
  const passage = '柳塘浜整治工程总投资约 3200 万元，预计2024年5月完工。';
  expect(claimsIn(passage, '2023-10-28').map((claim: Claim) => claim.text)).toEqual(['总投资约3200万元', '预计2024年5月完工']);
});

it('reads whatever it is given without failing, and every date is one', () => {
  const piece = fc.constantFrom(
    '总投资',
    '约',
    '3',
    '12',
    '亿',
    '万元',
    '预计',
    '2026年',
    '底',
    '13月',
    '31日',
    '上半年',
    '开工',
    '完成',
    '，',
    '今年',
    '。',
    '两',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), fc.constantFrom(null, '2023-10-28'), (pieces, reported) => {
      for (const claim of claimsIn(pieces.join(''), reported)) {
        if (claim.kind === 'date') expect(claim.by).toMatch(/^\d{4}(-(0[1-9]|1[0-2])(-\d\d)?)?$/);
        else if (claim.yuan !== undefined) expect(Number.isSafeInteger(claim.yuan)).toBe(true);
      }
    }),
  );
});

test.each([
  ['三十五', 35],
  ['十', 10],
  ['两', 2],
  ['一千二百', 1200],
  ['一百零五', 105],
  ['', Number.NaN],
  ['三五', Number.NaN],
])('%s is %d', (text, value) => {
  expect(chineseNumber(text)).toBe(value);
});
