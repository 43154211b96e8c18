import {
  AFTER_NAME,
  AREA,
  EXECUTIVE,
  FOREIGN,
  LEFT_EDGE,
  OFFICE,
  ORGANIZATION,
  ORGANIZATION_TAIL,
  PARTY,
  PERSON,
  PROJECT_TAIL,
  TITLE,
  VISIT,
  WORD,
} from '../lexicon/classes';
import { DIGIT, IDEOGRAPH, LETTER } from '../normalise/characters';
import type { Reading } from './reading';
import { FIRST_NAMES, LEFT_NAMES, RIGHT_NAMES } from './tail-feature-names';

const left = (name: (typeof LEFT_NAMES)[number]) => LEFT_NAMES.indexOf(name);
const first = (name: (typeof FIRST_NAMES)[number]) => FIRST_NAMES.indexOf(name);
const right = (name: (typeof RIGHT_NAMES)[number]) => RIGHT_NAMES.indexOf(name);

/** What a class of words says, in the order of the names above: the first that holds. */
const LEFT_CLASSES = [VISIT, LEFT_EDGE, AFTER_NAME, TITLE, AREA | FOREIGN, ORGANIZATION | OFFICE | PARTY, WORD];
const FIRST_CLASSES = [ORGANIZATION, AREA, FOREIGN, OFFICE | PARTY, PERSON, LEFT_EDGE, WORD];
const RIGHT_CLASSES = [PROJECT_TAIL, ORGANIZATION_TAIL, EXECUTIVE, TITLE, AFTER_NAME | LEFT_EDGE];
const LEFT = { line: left('line'), space: left('space'), open: left('open'), list: left('list'), dot: left('dot') };
const LEFT_MARK = { sentence: left('sentence'), latin: left('latin'), comma: left('comma'), mark: left('mark') };
const LEFT_PLAIN = { particle: left('particle'), ideograph: left('ideograph') };
const FIRST = { digit: first('digit'), letter: first('letter'), quote: first('quote'), mark: first('mark') };
const FIRST_PLAIN = { particle: first('particle'), plain: first('plain') };
const RIGHT = { apart: right('apart'), mark: right('mark'), particle: right('particle'), ideograph: right('ideograph') };
const LIST_COMMA = 0x3001;
const MIDDLE_DOT = 0xb7;
const COMMA = 0x2c;
const COLON = 0x3a;
const QUOTE = 0x201c;

/** Marks that open, and that end a sentence. */
const OPENS = 1;
const ENDS = 2;
const MARKS = new Uint8Array(0x10000);
for (const mark of '“《‘') MARKS[mark.charCodeAt(0)] = OPENS;
for (const mark of '。!?;') MARKS[mark.charCodeAt(0)] = ENDS;

/** Which of the classes holds, or -1. */
function classOf(bits: number, classes: readonly number[]): number {
  for (let i = 0; i < classes.length; i++) if (bits & classes[i]!) return i;
  return -1;
}

/** Of what stands before a start: an index into LEFT_NAMES. */
export function leftKind(reading: Reading, start: number): number {
  if (reading.isApart(start)) return reading.isLineStart(start) ? LEFT.line : LEFT.space;
  const kind = reading.kind(start - 1);
  if (kind !== IDEOGRAPH) {
    const unit = reading.units[start - 1]!;
    const says = MARKS[unit]!;
    if (says & OPENS) return LEFT.open;
    if (unit === LIST_COMMA) return LEFT.list;
    if (unit === MIDDLE_DOT) return LEFT.dot;
    if (says & ENDS) return LEFT_MARK.sentence;
    if (kind & (DIGIT | LETTER)) return LEFT_MARK.latin;
    return unit === COMMA || unit === COLON ? LEFT_MARK.comma : LEFT_MARK.mark;
  }
  const known = classOf(reading.ends[start]!, LEFT_CLASSES);
  if (known >= 0) return known;
  return reading.single(start - 1) & (LEFT_EDGE | AFTER_NAME) ? LEFT_PLAIN.particle : LEFT_PLAIN.ideograph;
}

/** Of what a name begins with: an index into FIRST_NAMES. */
export function firstKind(reading: Reading, start: number): number {
  const known = classOf(reading.starts[start]!, FIRST_CLASSES);
  if (known >= 0) return known;
  const kind = reading.kind(start);
  if (kind & DIGIT) return FIRST.digit;
  if (kind & LETTER) return FIRST.letter;
  if (reading.units[start] === QUOTE) return FIRST.quote;
  if (kind !== IDEOGRAPH) return FIRST.mark;
  return reading.single(start) & LEFT_EDGE ? FIRST_PLAIN.particle : FIRST_PLAIN.plain;
}

/** Of what stands behind a name: an index into RIGHT_NAMES. */
export function rightKind(reading: Reading, end: number): number {
  if (reading.isApart(end)) return RIGHT.apart;
  if (reading.kind(end) !== IDEOGRAPH) return RIGHT.mark;
  const known = classOf(reading.starts[end]!, RIGHT_CLASSES);
  if (known >= 0) return known;
  return reading.single(end) & (LEFT_EDGE | AFTER_NAME) ? RIGHT.particle : RIGHT.ideograph;
}

/** Index into STEM_NAMES. */
export const stemLength = (length: number): number => (length <= 6 ? length : length <= 9 ? 7 : length <= 14 ? 8 : length <= 20 ? 9 : 10);
