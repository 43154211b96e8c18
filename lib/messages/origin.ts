import * as v from 'valibot';

/** Where the merged entity comes from: a pack, the reader alone, or a pack with the reader's changes above it. */
export const Origin = v.picklist(['pack', 'reader', 'changed', 'hidden']);
export type Origin = v.InferOutput<typeof Origin>;
