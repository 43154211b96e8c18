import type { PartialDate } from './dates';

// Apart from the schema in dates.ts, so that what only reckons with dates (a card on a page) carries no schema library.

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

/** Whether `a` lies before `b` whichever days the two mean. */
export function surelyBefore(a: PartialDate, b: PartialDate): boolean {
  return latestDay(a) < earliestDay(b);
}
