import { expect, it, test } from 'vitest';
import type { EntityOf } from '../model/entity';
import { claimsIn } from './claims';
import { type Saying, sayingsOf, tellProject } from './project-record';

const TODAY = '2026-11-24';
const said = (...reports: [reported: string, passage: string][]): Saying<string>[] =>
  reports.flatMap(([reported, passage]) => claimsIn(passage, reported).map((claim) => ({ claim, reported, where: passage })));
const marks = (...reports: [string, string][]) => tellProject(said(...reports), TODAY).map(({ claim, marks }) => [claim.text, marks]);

test.each([
  [
    'a sum that grew, but not one that was rounded',
    [
      ['2023-01-01', '总投资35亿元'],
      ['2023-06-01', '总投资约35.2亿元'],
      ['2024-01-01', '总投资42亿元'],
      ['2024-02-01', '累计完成投资10亿元'],
    ],
    [
      ['总投资35亿元', []],
      ['总投资约35.2亿元', []],
      ['总投资42亿元', [{ kind: 'differs', before: '总投资约35.2亿元' }]],
      ['累计完成投资10亿元', []],
    ],
  ],
  [
    'a promise put off, and the one it took the place of passed',
    [
      ['2023-01-01', '预计2024年底建成'],
      ['2025-01-01', '预计2027年底建成'],
    ],
    [
      ['预计2024年底建成', [{ kind: 'passed' }]],
      ['预计2027年底建成', [{ kind: 'moved', before: '预计2024年底建成', later: true }]],
    ],
  ],
  [
    'a promise said more exactly',
    [
      ['2023-01-01', '预计2026年建成'],
      ['2024-01-01', '预计2026年10月建成'],
    ],
    [
      ['预计2026年建成', []],
      ['预计2026年10月建成', [{ kind: 'passed' }]],
    ],
  ],
  [
    'a promise kept late',
    [
      ['2023-01-01', '预计2024年5月竣工'],
      ['2025-03-01', '2025年2月竣工'],
    ],
    [
      ['预计2024年5月竣工', []],
      ['2025年2月竣工', [{ kind: 'late', by: '2024-05' }]],
    ],
  ],
  [
    'what is in use has been finished',
    [
      ['2023-01-01', '预计2024年5月竣工'],
      ['2024-07-01', '2024年4月投用'],
    ],
    [
      ['预计2024年5月竣工', []],
      ['2024年4月投用', []],
    ],
  ],
] as [string, [string, string][], unknown][])('marks %s', (_, reports, expected) => {
  expect(marks(...reports)).toEqual(expected);
});

it('tells the same thing said twice on a day once, in the order of the reports', () => {
  expect(
    tellProject(said(['2024-01-01', '总投资2亿元'], ['2023-01-01', '总投资2亿元'], ['2024-01-01', '总投资2亿元']), TODAY).map(
      ({ reported }) => reported,
    ),
  ).toEqual(['2023-01-01', '2024-01-01']);
});

it('reads what the index holds, in the words it cites', () => {
  const project = {
    type: 'project',
    budget: [{ text: '总投资约3200万元', yuan: 32_000_000, date: '2023-10-28', source: 'source/a' }],
    milestones: [
      { date: '2023-10-28', title: '将于10月底开工', due: '2023-10', source: 'source/a' },
      { date: '2024-01-12', title: '完成清淤，护岸施工', due: '2024-05', source: 'source/d' },
      { date: '2024-01-12', title: '护岸施工', source: 'source/d' },
    ],
  } as unknown as EntityOf<'project'>;
  expect(sayingsOf(project)).toEqual([
    {
      claim: { kind: 'amount', at: 0, text: '总投资约3200万元', of: 'total', yuan: 32_000_000 },
      reported: '2023-10-28',
      where: { source: 'source/a' },
    },
    {
      claim: { kind: 'date', at: 0, text: '将于10月底开工', event: 'start', by: '2023-10', promised: true },
      reported: '2023-10-28',
      where: { source: 'source/a' },
    },
    {
      claim: { kind: 'date', at: 0, text: '完成清淤，护岸施工', event: 'part', by: '2024-05', promised: true },
      reported: '2024-01-12',
      where: { source: 'source/d' },
    },
  ]);
});
