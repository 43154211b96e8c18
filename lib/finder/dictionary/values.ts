/** What a name of the trie stands for: three bits of kind over 28 bits of index (or of class bits, for words of the genre). */
export const ENTITY = 0;
/** Another name of the entity. */
export const ALIAS = 1;
export const OFFICE_VALUE = 2;
export const AREA_VALUE = 3;
export const CLASS_VALUE = 4;

const KIND_SHIFT = 28;
const INDEX_MASK = 2 ** KIND_SHIFT - 1;

export const makeValue = (kind: number, index: number): number => kind * 2 ** KIND_SHIFT + index;
export const kindOfValue = (value: number): number => value >>> KIND_SHIFT;
export const indexOfValue = (value: number): number => value & INDEX_MASK;
