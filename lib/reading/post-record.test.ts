import { expect, it } from 'vitest';
import { postRecord } from './post-record';

it('puts what sources state, saw and said in one order, the latest first', () => {
  const memberships = [
    {
      organization: 'org/a',
      role: '局长',
      start_date: '2021-06',
      end_date: '2024-04',
      seen: [{ date: '2023-10-28', source: 'source/x' }],
      sources: ['source/y'],
    },
    { organization: 'org/b', role: '区长', seen: [{ date: '2025', source: 'source/z' }], sources: [] },
  ] as const;
  const record = postRecord(structuredClone(memberships) as never, [{ post: '区水利局局长', date: '2023-10-28', where: 'http://a' }]);
  expect(
    record.map(({ date, kind, role, organization, sources, where }) => [date, kind, role, organization, sources.join(), where]),
  ).toEqual([
    ['2025', 'seen', '区长', 'org/b', 'source/z', undefined],
    ['2024-04', 'ended', '局长', 'org/a', 'source/y', undefined],
    ['2023-10-28', 'seen', '局长', 'org/a', 'source/x', undefined],
    ['2023-10-28', 'read', '区水利局局长', undefined, '', 'http://a'],
    ['2021-06', 'begun', '局长', 'org/a', 'source/y', undefined],
  ]);
});
