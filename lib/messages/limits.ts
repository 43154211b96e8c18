/** Longest text one annotate request carries, in UTF-16 units; the page session cuts before it. */
export const MAX_TEXT = 1_000_000;

/** Most entities one message speaks of. */
export const MAX_IDS = 200_000;

/** Most entities of one page that are told of at once. */
export const MAX_CAST = 5000;
