import {
  AFTER_NAME,
  AREA,
  EXECUTIVE,
  FOREIGN,
  GENERIC,
  LEFT_EDGE,
  OFFICE,
  ORGANIZATION,
  PARTY,
  PERSON,
  TITLE,
  VISIT,
  WORD,
} from '../lexicon/classes';
import { DIGIT, IDEOGRAPH, LETTER } from '../normalise/characters';
import type { Reading } from './reading';

/** A name that ends in a tail (项目, 有限公司): its stem begins at start, its tail at tail. */
export interface TailSpan {
  start: number;
  tail: number;
  end: number;
  kind: 'organization' | 'project';
}

const LEFT_CLASSES: readonly [number, string][] = [
  [VISIT, 'visit'],
  [LEFT_EDGE, 'edge'],
  [AFTER_NAME, 'after'],
  [TITLE, 'title'],
  [AREA | FOREIGN, 'area'],
  [ORGANIZATION | OFFICE | PARTY, 'body'],
  [WORD, 'word'],
];
const START_CLASSES: readonly [number, string][] = [
  [ORGANIZATION, 'organization'],
  [AREA, 'area'],
  [FOREIGN, 'foreign'],
  [OFFICE | PARTY, 'office'],
  [PERSON, 'person'],
  [LEFT_EDGE, 'edge'],
  [WORD, 'word'],
];

/** The features of a candidate, as the names the weights are kept under. A few dozen a candidate at most. */
export function tailFeatures(reading: Reading, span: TailSpan): string[] {
  const { start, tail, end, kind } = span;
  const k = kind === 'project' ? 'p' : 'o';
  const features = [`${k}`, `${k}:left=${leftKind(reading, start)}`, `${k}:tail=${reading.text(tail, end)}`];
  const before = start > 0 && !reading.isApart(start) ? reading.text(start - 1, start) : '';
  if (before && reading.isIdeograph(start - 1)) features.push(`${k}:char=${before}`);
  features.push(`${k}:first=${firstKind(reading, start)}`);
  features.push(`${k}:stem=${stemLength(tail - start)}`);
  let edges = 0;
  let particles = 0;
  let breaks = 0;
  for (let i = start; i < tail; i++) {
    if (i > start && reading.isApart(i)) breaks++;
    const single = reading.single(i);
    if (single & LEFT_EDGE && reading.is(i, '的')) particles++;
    else if (i > start && single & LEFT_EDGE && !reading.isCrossed(i, WORD | AREA | OFFICE | ORGANIZATION))
      features.push(`${k}:in=${reading.text(i, i + 1)}`);
  }
  for (const hit of reading.hitsFrom(start, tail, LEFT_EDGE | AFTER_NAME | VISIT)) {
    if (hit.end <= tail && hit.start > start) {
      edges++;
      features.push(`${k}:over=${reading.text(hit.start, hit.end)}`);
    }
  }
  if (edges) features.push(`${k}:edges=${Math.min(edges, 4)}`);
  if (particles) features.push(`${k}:的`);
  if (breaks) features.push(`${k}:broken`);
  const generic = reading.longestTo(end, GENERIC);
  if (generic) features.push(generic.start <= start ? `${k}:generic` : `${k}:generic-tail`);
  features.push(`${k}:right=${rightKind(reading, end)}`);
  return features;
}

function leftKind(reading: Reading, start: number): string {
  if (reading.isApart(start)) return reading.isLineStart(start) ? 'line' : 'space';
  if (reading.kind(start - 1) !== IDEOGRAPH) {
    const char = reading.text(start - 1, start);
    if ('“《‘'.includes(char)) return 'open';
    if (char === '、') return 'list';
    if ('。!?;'.includes(char)) return 'sentence';
    if (reading.kind(start - 1) & (DIGIT | LETTER)) return 'latin';
    return char === ',' || char === ':' ? 'comma' : 'mark';
  }
  for (const [bits, name] of LEFT_CLASSES) if (reading.ends[start]! & bits) return name;
  if (reading.single(start - 1) & (LEFT_EDGE | AFTER_NAME)) return 'particle';
  return 'ideograph';
}

function firstKind(reading: Reading, start: number): string {
  for (const [bits, name] of START_CLASSES) if (reading.starts[start]! & bits) return name;
  const kind = reading.kind(start);
  if (kind & DIGIT) return 'digit';
  if (kind & LETTER) return 'letter';
  if (kind !== IDEOGRAPH) return 'mark';
  return reading.single(start) & LEFT_EDGE ? 'particle' : 'plain';
}

function rightKind(reading: Reading, end: number): string {
  if (reading.isApart(end)) return 'apart';
  if (reading.kind(end) !== IDEOGRAPH) return 'mark';
  const classes = reading.starts[end]!;
  if (classes & EXECUTIVE) return 'executive';
  if (classes & TITLE) return 'title';
  if (classes & (AFTER_NAME | LEFT_EDGE)) return 'verb';
  return reading.single(end) & (LEFT_EDGE | AFTER_NAME) ? 'particle' : 'ideograph';
}

const stemLength = (length: number): string =>
  length <= 6 ? `${length}` : length <= 9 ? '7-9' : length <= 14 ? '10-14' : length <= 20 ? '15-20' : '21+';
