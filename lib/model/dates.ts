import * as v from 'valibot';
import { latestDay } from './calendar';

/** A date as a source gives it: a year, a month or a day (`2023`, `2023-10`, `2023-10-28`). Sorts as text. */
export const PartialDate = v.pipe(
  v.string(),
  v.regex(/^(1[89]|20)\d\d(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/, 'not a date (YYYY, YYYY-MM or YYYY-MM-DD)'),
  v.check(isRealDay, 'no such day'),
);
export type PartialDate = v.InferOutput<typeof PartialDate>;

/** Not through Date's parser: browsers differ on 2023-02-31 (one reads 3 March, one refuses). */
function isRealDay(date: string): boolean {
  return date.length < 10 || date <= latestDay(date.slice(0, 7));
}
