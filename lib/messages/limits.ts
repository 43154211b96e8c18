/** Longest text one annotate request carries, in UTF-16 units; the page session cuts before it. */
export const MAX_TEXT = 1_000_000;
