import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { daysBetween, earliestDay, latestDay } from './calendar';
import { PartialDate } from './dates';

describe('PartialDate', () => {
  it.each(['2023', '2023-10', '2023-10-28', '2024-02-29', '1949-10-01'])('takes %s', (date) => {
    expect(v.is(PartialDate, date)).toBe(true);
  });
  it.each(['', '23', '2023-13', '2023-00', '2023-10-32', '2023-02-29', '2023-02-31', '2023-1-1', '2023-10-28T00:00', '3023'])(
    'refuses %s',
    (date) => {
      expect(v.is(PartialDate, date)).toBe(false);
    },
  );
});

describe('the days a partial date can mean', () => {
  it('spans the whole month or year', () => {
    expect([earliestDay('2024-02'), latestDay('2024-02')]).toEqual(['2024-02-01', '2024-02-29']);
    expect([earliestDay('2023'), latestDay('2023')]).toEqual(['2023-01-01', '2023-12-31']);
    expect([earliestDay('2023-10-28'), latestDay('2023-10-28')]).toEqual(['2023-10-28', '2023-10-28']);
  });
  it('counts days across a leap day, backwards too', () => {
    expect(daysBetween('2024-02-28', '2024-03')).toBe(2);
    expect(daysBetween('2024-03-01', '2024-02-28')).toBe(-2);
  });
});
