import * as classes from './classes';
import { AFTER_NAMES, COMMON_WORDS, DOCTRINES, FURNITURES, GENERICS, LEFT_EDGES, VISITS } from './context-words';
import { COMPOUND_SURNAMES } from './names';
import { PARTY_COMMITTEES } from './offices';
import { FOREIGN_PLACES } from './places';
import { ORGANIZATION_TAILS, PROJECT_TAILS } from './tails';
import { EXECUTIVES, LAYMEN, LEADERS_WORDS, TITLES } from './titles';

const GROUPS: readonly [readonly string[], number][] = [
  [TITLES, classes.TITLE],
  [EXECUTIVES, classes.EXECUTIVE],
  [LAYMEN, classes.LAYMAN],
  [LEADERS_WORDS, classes.LEADERS],
  [AFTER_NAMES, classes.AFTER_NAME],
  [LEFT_EDGES, classes.LEFT_EDGE],
  [VISITS, classes.VISIT],
  [PARTY_COMMITTEES, classes.PARTY],
  [ORGANIZATION_TAILS, classes.ORGANIZATION_TAIL],
  [PROJECT_TAILS, classes.PROJECT_TAIL],
  [GENERICS, classes.GENERIC],
  [COMMON_WORDS, classes.WORD],
  [COMPOUND_SURNAMES, classes.COMPOUND_SURNAME],
  [FOREIGN_PLACES, classes.FOREIGN],
  [FURNITURES, classes.FURNITURE],
  [DOCTRINES, classes.DOCTRINE],
];

/** Words of two characters and more, each with the bits of all its classes. */
export const LEXICON: ReadonlyMap<string, number> = gather();
/** Words of one character: the dictionary's filter looks at two, so the grammar looks these up by unit. */
export const SINGLE: Readonly<Uint32Array> = gatherSingles();
/** Changes with every change of the words. */
export const LEXICON_VERSION = hash([...LEXICON].map(([word, bits]) => word + bits).join());

function gather(): Map<string, number> {
  const all = new Map<string, number>();
  for (const [words, bit] of GROUPS) for (const word of words) if (word.length > 1) all.set(word, (all.get(word) ?? 0) | bit);
  return all;
}

function gatherSingles(): Uint32Array {
  const bits = new Uint32Array(0x10000);
  for (const [words, bit] of GROUPS) for (const word of words) if (word.length === 1) bits[word.charCodeAt(0)]! |= bit;
  return bits;
}

function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  return value >>> 0;
}
