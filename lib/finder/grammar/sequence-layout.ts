import type { EntityType } from '../../model/entity';

/**
 * The labels of characters that the sequence model chooses among: outside, and begin, inside and end of a body's and of a project's name.
 * Persons are no concern of it.
 */
export const BEGIN = { organization: 1, project: 4 } as const;
export const LABELS = 7;
/** Rows of weights are this wide, so that they are found by a shift. */
export const WIDTH = 8;
/** What may follow each label; a name has two characters at least. */
export const NEXT: readonly (readonly number[])[] = [
  [0, 1, 4],
  [2, 3],
  [2, 3],
  [0, 1, 4],
  [5, 6],
  [5, 6],
  [0, 1, 4],
];
/** What may stand first, and last. */
export const FIRST_LABELS = [0, 1, 4] as const;
export const LAST_LABELS = [0, 3, 6] as const;

export type NameType = Exclude<EntityType, 'official'>;

/** Where a character stands towards the one that is labelled: -2 to +2; and a pair of characters, by its first. */
export const CHARACTER_PLACES = 5;
export const PAIR_PLACES = 4;

/** What the grammar's own choice says of a character: nothing, B, I, E of a body, B, I, E of a project, a person, a silent span. */
export const CODES = 9;
export const PERSON_CODE = 7;
export const SILENT_CODE = 8;

/** Rows of everything that is told by a small number, one table behind the other. */
const CLASS_BITS = 32;
const LIST_KINDS = 6;
export const POSITIONS = 9;
export const MEMBER_KINDS = 5;
export const ROWS = {
  /** White space before and after: 4 × 4. */
  gap: 0,
  /** Dictionary classes that start here, end here, end before, start behind. */
  classes: 16,
  /** Particles before and behind: 4 bits. */
  particles: 16 + 4 * CLASS_BITS,
  /** The grammar's choice here and on both sides. */
  codes: 32 + 4 * CLASS_BITS,
  /** The kind of list it stands in, with the place within its stretch. */
  list: 32 + 4 * CLASS_BITS + CODES ** 3,
  /** What the neighbours in the list are, with the place within its stretch. */
  neighbours: 32 + 4 * CLASS_BITS + CODES ** 3 + LIST_KINDS * POSITIONS,
  count: 32 + 4 * CLASS_BITS + CODES ** 3 + LIST_KINDS * POSITIONS + MEMBER_KINDS ** 2 * POSITIONS,
} as const;
export const classRow = (context: number, bit: number): number => ROWS.classes + context * CLASS_BITS + bit;
