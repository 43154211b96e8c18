import {
  AFTER_NAME,
  AREA,
  COMPOUND_SURNAME,
  EXECUTIVE,
  GENERIC,
  LAYMAN,
  LEADERS,
  LEFT_EDGE,
  OFFICE,
  ORGANIZATION,
  PARTY,
  PERSON,
  PROJECT,
  TITLE,
  VISIT,
  WORD,
} from '../lexicon/classes';
import { GIVEN, SURNAMES, UNLIKELY_IN_NAME, WORDLIKE_SURNAMES } from '../lexicon/names';
import { IDEOGRAPH, MARK, STOP } from '../normalise/characters';
import { GAP_LINE, GAP_SPACE } from '../normalise/normalise';
import type { Reading } from './reading';

const SURNAME = 1;
const WORDLIKE = 2;
const GIVEN_LIKE = 4;
const UNLIKELY = 8;
const shape = new Uint8Array(0x10000);
const spread = (chars: string, bit: number) => {
  for (let i = 0; i < chars.length; i++) shape[chars.charCodeAt(i)]! |= bit;
};
spread(SURNAMES, SURNAME);
spread(WORDLIKE_SURNAMES, WORDLIKE | SURNAME);
spread(GIVEN, GIVEN_LIKE);
spread(UNLIKELY_IN_NAME, UNLIKELY);

/** A stretch that may be a person's name, [start, end), and how much speaks for it (0 is even). */
export interface NameShape {
  start: number;
  end: number;
  score: number;
}

const isHighSurrogate = (unit: number) => unit >= 0xd800 && unit < 0xdc00;
/** How far around a name its recurrence is looked for, in units: enough for an article, and the same for any length of text. */
const NEARBY = 1500;
const MIDDLE_DOT = '·';

/** What speaks for a name's end at `end`: 0 is even, above 1 is a plain boundary. */
export function rightEvidence(reading: Reading, end: number): number {
  if (reading.isApart(end)) return 2;
  const kind = reading.kind(end);
  if (kind & (STOP | MARK)) return 2.5;
  if (kind !== IDEOGRAPH) return 0.5;
  const classes = reading.starts[end]!;
  if (classes & AFTER_NAME) return 2;
  if (classes & (TITLE | EXECUTIVE)) return 1.6;
  if (reading.single(end) & AFTER_NAME) return 1.2;
  if (classes & (WORD | AREA | OFFICE | PARTY)) return 0.6;
  return -0.4;
}

/** What speaks for a name's start at `start`: 0 is even. */
export function leftEvidence(reading: Reading, start: number): number {
  if (reading.isApart(start)) return 1.6;
  const kind = reading.kind(start - 1);
  if (kind & (STOP | MARK)) return 1.6;
  if (kind !== IDEOGRAPH) return 0.8;
  const classes = reading.ends[start]!;
  if (classes & (TITLE | LEADERS)) return 1.8;
  if (classes & (AFTER_NAME | LEFT_EDGE | VISIT | EXECUTIVE | LAYMAN)) return 1;
  if (reading.single(start - 1) & (AFTER_NAME | LEFT_EDGE)) return 0.7;
  return -1;
}

/** Reads the names that can begin at `start`, each with its score; the longest reasonable ones first. */
export function namesFrom(reading: Reading, start: number): NameShape[] {
  if (!reading.isIdeograph(start)) return [];
  const found: NameShape[] = [];
  const foreign = transliterated(reading, start);
  if (foreign) found.push(foreign);
  const compound = (reading.starts[start]! & COMPOUND_SURNAME) !== 0;
  const units = reading.units;
  const surnameUnits = isHighSurrogate(units[start]!) ? 2 : 1;
  const lengths = compound ? [3, 4] : [2, 3];
  const single = shape[units[start]!]!;
  if (!compound && surnameUnits === 1 && !(single & SURNAME)) return found;
  for (const characters of lengths) {
    const end = advance(reading, start, characters, compound ? 2 : 1);
    if (end < 0) continue;
    found.push({ start, end, score: shapeScore(reading, start, end, characters, compound) });
  }
  if (compound) {
    // 上官 may also be a plain 上 + 官…: only the compound reading is offered, the plain one loses on every measure.
    return found;
  }
  return found;
}

/** The end of a name of so many characters, or -1 where marks, lines or too much space stand in it. */
function advance(reading: Reading, start: number, characters: number, surname: number): number {
  let i = start;
  for (let c = 0; c < characters; c++) {
    if (!reading.isIdeograph(i)) return -1;
    if (c > 0) {
      const gap = reading.gap[i]!;
      if (gap === GAP_LINE || (gap === GAP_SPACE && c > surname && reading.gap[i - 1] !== GAP_SPACE)) return -1;
    }
    i += isHighSurrogate(reading.units[i]!) ? 2 : 1;
  }
  return i;
}

function shapeScore(reading: Reading, start: number, end: number, characters: number, compound: boolean): number {
  const { units } = reading;
  let score = compound ? 1.2 : characters === 3 ? 1.1 : 0.6;
  if (shape[units[start]!]! & WORDLIKE && !compound) score -= 0.5;
  for (let i = start + (compound ? 2 : 1); i < end; i++) {
    const bits = shape[units[i]!]!;
    if (bits & UNLIKELY) score -= bits & GIVEN_LIKE ? 0.6 : 2;
    else if (bits & GIVEN_LIKE) score += 0.4;
  }
  if (reading.longestFrom(start, PERSON)?.end === end) score += 2.5;
  // Padding sets a short name as wide as a long one (汪　泉): no word runs over it, and nothing else is set so.
  const padded = end - start <= 4 && reading.gap[start + (compound ? 2 : 1)] === GAP_SPACE;
  if (!padded) return score - crossings(reading, start, end);
  if (characters !== 2) return score + (characters === 3 && reading.gap[end - 1] === GAP_SPACE ? 1.4 : -0.2);
  // 童 广 文: the second space says that the name goes on, unless another padded name begins there.
  if (reading.gap[end] === GAP_SPACE && reading.gap[end + 1] !== GAP_SPACE && reading.isIdeograph(end)) score -= 2.6;
  // 陆 国庆如数家珍: nor does it end where a word goes on.
  return rightEvidence(reading, end) < 0 ? score + 0.3 : score + 1.4;
}

const SPANNING = WORD | OFFICE | AREA | PARTY | TITLE | ORGANIZATION | PROJECT | GENERIC | LEADERS | EXECUTIVE;

/** Words that the name would cut in two or that fill it: each speaks against it. */
export function crossings(reading: Reading, start: number, end: number): number {
  let against = 0;
  for (const hit of reading.hitsFrom(Math.max(0, start - 3), end, SPANNING)) {
    if (hit.end <= start) continue;
    const inside = hit.start >= start && hit.end <= end;
    const cutRight = hit.start > start && hit.start < end && hit.end > end;
    const cutLeft = hit.start < start && hit.end > start && hit.end < end;
    // 领导和|嘉宾: a word as the given name of a surname that is a word too.
    if (inside && hit.end === end && hit.start === start + 1 && shape[reading.units[start]!]! & WORDLIKE) against += 3;
    else if (inside && hit.end - hit.start >= 2) against += hit.classes & WORD ? 1.6 : 2;
    else if (cutRight) against += 1.6;
    else if (cutLeft && hit.classes & (WORD | OFFICE | AREA)) against += hit.classes & WORD ? 2.4 : 0.8;
    else if (hit.start === start && hit.end > end) against += 1.6;
  }
  return Math.min(against, 4);
}

/** 买买提·吐尔逊: ideographs around a middle dot. */
function transliterated(reading: Reading, start: number): NameShape | null {
  let dot = start;
  while (dot < start + 7 && reading.isIdeograph(dot) && (dot === start || !reading.isApart(dot))) dot++;
  if (dot === start || dot - start < 2 || !reading.is(dot, MIDDLE_DOT)) return null;
  let end = dot + 1;
  while (end < dot + 9 && reading.isIdeograph(end) && !reading.isApart(end) && !(end - dot > 2 && rightEvidence(reading, end) >= 1.2))
    end++;
  return end - dot >= 3 ? { start, end, score: 2 } : null;
}

/** The best name that begins at `start`, its end's evidence counted in; null when nothing there looks like a name. */
export function bestNameFrom(reading: Reading, start: number, floor: number): NameShape | null {
  let best: NameShape | null = null;
  const names = namesFrom(reading, start);
  for (const name of names) {
    const score =
      name.score -
      (names.length > 1 && endsInSaying(reading, name) ? 1.6 : 0) +
      rightEvidence(reading, name.end) +
      frequencyVote(reading, name, names) +
      reading.boundary(name.start, name.end) * 0.25;
    if (!best || score > best.score) best = { ...name, score };
  }
  return best && best.score >= floor ? best : null;
}

/** 田军说,…: the last character is what the person does. */
const endsInSaying = (reading: Reading, { start, end }: NameShape): boolean =>
  end - start === 3 && reading.is(end - 1, '说') && (reading.is(end, ',') || reading.is(end, ':') || reading.is(end, '“'));

/** Where two lengths compete, the one that recurs in other company wins (李林说…李林要求 against 李林说, 李林要). */
function frequencyVote(reading: Reading, name: NameShape, rivals: readonly NameShape[]): number {
  if (rivals.length < 2) return 0;
  const mine = countNear(reading, name);
  if (mine < 2) return 0;
  let other = 0;
  let longest = true;
  for (const rival of rivals) {
    if (rival.end > name.end) longest = false;
    if (rival !== name) other = Math.max(other, countNear(reading, rival));
  }
  if (longest) return mine === other ? 0.8 : 0;
  return mine > other && other <= 1 ? 0.8 : 0;
}

const COUNTED = 4;

/** How often the name stands around its place, up to COUNTED. */
function countNear(reading: Reading, { start, end }: NameShape): number {
  const name = reading.text(start, end);
  const from = Math.max(0, start - NEARBY);
  if (name.indexOf(name[0]!, 1) < 0) return reading.pairs.count(name, start, from, start + NEARBY, COUNTED);
  const near = reading.normal.text.slice(from, start + NEARBY);
  let count = 0;
  for (let at = near.indexOf(name); at >= 0 && count < COUNTED; at = near.indexOf(name, at + name.length)) count++;
  return count;
}

/** The best name that ends at `end`, with what stands before it counted in. */
export function bestNameTo(reading: Reading, end: number, floor: number): NameShape | null {
  let best: NameShape | null = null;
  for (let start = Math.max(0, end - 4); start <= end - 2; start++) {
    for (const name of namesFrom(reading, start)) {
      if (name.end !== end) continue;
      const score = name.score + leftEvidence(reading, start);
      if (!best || score > best.score) best = { ...name, score };
    }
  }
  return best && best.score >= floor ? best : null;
}

export function isSurname(unit: number): boolean {
  return (shape[unit]! & SURNAME) !== 0;
}
