import * as v from 'valibot';

/** A date as a source gives it: a year, a month or a day (`2023`, `2023-10`, `2023-10-28`). Sorts as text. */
export const PartialDate = v.pipe(
  v.string(),
  v.regex(/^(1[89]|20)\d\d(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/, 'not a date (YYYY, YYYY-MM or YYYY-MM-DD)'),
  v.check(isRealDay, 'no such day'),
);
export type PartialDate = v.InferOutput<typeof PartialDate>;

function isRealDay(date: string): boolean {
  if (date.length < 10) return true;
  return new Date(`${date}T00:00:00Z`).toISOString().startsWith(date);
}

/** First day a partial date can mean, as YYYY-MM-DD. */
export function earliestDay(date: PartialDate): string {
  if (date.length === 10) return date;
  return date.length === 4 ? `${date}-01-01` : `${date}-01`;
}

/** Last day a partial date can mean, as YYYY-MM-DD. */
export function latestDay(date: PartialDate): string {
  if (date.length === 10) return date;
  const [year, month] = date.split('-').map(Number) as [number, number | undefined];
  if (month === undefined) return `${date}-12-31`;
  const days = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return `${date}-${String(days).padStart(2, '0')}`;
}

/** Whole days from a to b (negative when b is earlier), counted from the earliest day each can mean. */
export function daysBetween(a: PartialDate, b: PartialDate): number {
  return Math.round((Date.parse(earliestDay(b)) - Date.parse(earliestDay(a))) / 86_400_000);
}
