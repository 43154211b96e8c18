import { describe, expect, it } from 'vitest';
import type { Membership } from './person';
import { isSamePost, neighboursInPost } from './succession';

const post = (role: string, seen: string[], rest: Partial<Membership> = {}): Membership => ({
  organization: 'org/gov',
  role,
  seen: seen.map((date) => ({ date, source: 'source/a' })),
  sources: [],
  ...rest,
});
const holder = (name: string, membership: Membership) => ({ name, membership });

describe('the same post', () => {
  it.each([
    ['区长', '区长', true],
    ['代区长', '区长', true],
    ['区长', '副区长', false],
    ['副区长', '副区长', false],
    ['党组书记、局长', '党组书记、局长', true],
  ])('%s and %s: %s', (a, b, expected) => {
    expect(isSamePost(post(a, []), post(b, []))).toBe(expected);
  });

  it('is a post of one body', () => {
    expect(isSamePost(post('局长', []), post('局长', [], { organization: 'org/other' }))).toBe(false);
  });
});

describe('neighbours in a post', () => {
  const own = post('区长', ['2021-05-01', '2023-10-28']);
  const line = [
    holder('later', post('区长', ['2024-06-01'])),
    holder('first', post('区长', ['2012-01-01'])),
    holder('second', post('区长', [], { start_date: '2016-03' })),
    holder('latest', post('区长', ['2026-01-01'])),
  ];

  it('are those known just before and just after', () => {
    const { before, after } = neighboursInPost(own, line);
    expect([before?.name, after?.name]).toEqual(['second', 'later']);
  });

  it('are missing where nobody is known, or nothing has a date', () => {
    expect(neighboursInPost(own, [])).toEqual({});
    expect(neighboursInPost(post('区长', []), line)).toEqual({});
    expect(neighboursInPost(own, [holder('undated', post('区长', []))])).toEqual({});
  });

  it('keep one who is known from before and still seen during the own time apart from those after', () => {
    const overlapping = holder('before', post('区长', ['2020-01-01', '2022-01-01']));
    expect(neighboursInPost(own, [overlapping]).before?.name).toBe('before');
  });
});
