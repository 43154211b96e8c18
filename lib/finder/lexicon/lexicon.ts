import { BRANCHES } from '../dictionary/compile';
import type { Lexicon } from '../dictionary/lexicon';
import * as classes from './classes';
import { AFTER_NAMES, COMMON_WORDS, DOCTRINES, FURNITURES, GENERICS, LEFT_EDGES, VISITS } from './context-words';
import { ACTS_WORDS, BUILDS_WORDS, FIRMS, PREMISES_WORDS, UNITS, WORKS_WORDS } from './kinds';
import { KNOWN_FIRMS } from './known-firms';
import learned from './learned-weights.json' with { type: 'json' };
import { COMPOUND_SURNAMES } from './names';
import { OFFICES, PARTY_COMMITTEES } from './offices';
import { FOREIGN_PLACES } from './places';
import { PRIOR_WEIGHTS } from './prior-weights';
import sequence from './sequence-weights.json' with { type: 'json' };
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
  [FIRMS, classes.FIRM],
  [WORKS_WORDS, classes.WORKS],
  [PREMISES_WORDS, classes.PREMISES],
  [UNITS, classes.UNIT],
  [BUILDS_WORDS, classes.BUILDS],
  [ACTS_WORDS, classes.ACTS],
  [KNOWN_FIRMS, classes.KNOWN_FIRM],
];

/** Gathers every word of the genre. For builders, trainers and tests; the extension reads what the build made of it. */
export function buildLexicon(changes: Readonly<Record<string, number>> = learned): Lexicon {
  const bits = new Map<string, number>();
  for (const [words, bit] of GROUPS) for (const word of words) bits.set(word, (bits.get(word) ?? 0) | bit);
  const all = [...bits];
  const lexicon = {
    words: all.filter(([word]) => word.length > 1),
    singles: all.filter(([word]) => word.length === 1),
    offices: [...OFFICES].map(([form, { full, branch, bound }]): Lexicon['offices'][number] => [
      form,
      full,
      BRANCHES.indexOf(branch),
      bound ?? false,
    ]),
    weights: buildWeights(changes),
    sequence,
  };
  return { version: hash(JSON.stringify(lexicon)), ...lexicon };
}

/** What is known of the genre, moved by what the labelled texts taught. */
function buildWeights(changes: Readonly<Record<string, number>>): [string, number][] {
  const weights = new Map<string, number>(Object.entries(PRIOR_WEIGHTS));
  for (const [feature, change] of Object.entries(changes)) weights.set(feature, (weights.get(feature) ?? 0) + change);
  return [...weights].map(([feature, weight]) => [feature, Math.round(weight * 100) / 100]);
}

function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  return (value >>> 0) & 0xffffff;
}
