import * as v from 'valibot';

/** A whole number of things. */
export const Count = v.pipe(v.number(), v.integer(), v.minValue(0));
/** A line of text, of at most so many UTF-16 units that a message stays small. */
export const Line = v.pipe(v.string(), v.maxLength(2000));
