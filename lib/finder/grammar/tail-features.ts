import {
  AFTER_NAME,
  AREA,
  EXECUTIVE,
  FOREIGN,
  GENERIC,
  LEADERS,
  LEFT_EDGE,
  OFFICE,
  ORGANIZATION,
  ORGANIZATION_TAIL,
  PARTY,
  PERSON,
  PROJECT,
  PROJECT_TAIL,
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

/** 24个…, 一批…: counted, so not named. */
const COUNTED =
  /^(?:这|该|上述|其他|其余|另外|前)?(?:\d+|[一二两三四五六七八九十百几多数首]+)(?:余|多)?(?:个|项|批|家|大|处|类|亿|万|级|所|座|条|支)/;
/** 全区…, 某…, 一季度…: said of many or of none. */
const UNSPECIFIC =
  /^(?:这|那|该|某|各|全区|全市|全省|全国|全县|全镇|有关|相关|上述|其他|\d+至|[一二三四]季度|今年|去年|明年|上半年|下半年|自称|所有|省级|市级|区级|国家级|一流|知名|大型|民营|国有|龙头|规上|骨干|部分|多家|当地|本地|辖区|区内|市内|园区|获奖|招引|优质)/;
const COVERING = WORD | AREA | OFFICE | ORGANIZATION | PROJECT | ORGANIZATION_TAIL;
/** Verbs and adverbs of one character: a name holds few. */
const VERB_LIKE = '就也还都又才再更最很不没要会能可应将已曾正只仅干做看听说讲问谈使叫给跟比请好种当下';
const ORDINAL = /^(20\d\d年?)?第[一二三四五六七八九十\d]+届/;
const YEAR = /^20\d\d/;
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
  const left = leftKind(reading, start);
  const features = [`${k}`, `${k}:left=${left}`, `${k}:tail=${reading.text(tail, end)}`];
  const before = start > 0 && !reading.isApart(start) ? reading.text(start - 1, start) : '';
  if (before && reading.isIdeograph(start - 1)) features.push(`${k}:char=${before}`);
  const first = firstKind(reading, start);
  if (left === 'ideograph' && (first === 'area' || first === 'foreign' || first === 'organization')) features.push(`${k}:rough-place`);
  if (reading.text(start, tail).includes('暨')) features.push(`${k}:joint`);
  if (reading.is(start - 1, '(') && reading.is(end, ')')) features.push(`${k}:bracketed`);
  const right = rightKind(reading, end);
  const tailText = reading.text(tail, end);
  features.push(
    `${k}:first=${first}`,
    `${k}:tail=${tailText}&first=${first}`,
    `${k}:tail=${tailText}&right=${right}`,
    `${k}:right=${right}`,
  );
  features.push(`${k}:stem=${stemLength(tail - start)}`);
  let edges = 0;
  let particles = 0;
  let breaks = 0;
  let verbs = 0;
  for (let i = start; i < tail; i++) {
    if (i > start && reading.isApart(i)) breaks++;
    const unit = reading.text(i, i + 1);
    if (VERB_LIKE.includes(unit)) verbs++;
    const single = reading.single(i);
    if (single & LEFT_EDGE && unit === '的') particles++;
    else if (i > start && single & LEFT_EDGE && !reading.isCrossed(i, COVERING)) features.push(`${k}:in=${unit}`);
  }
  for (const hit of reading.hitsFrom(start, tail, LEFT_EDGE | VISIT | LEADERS)) {
    if (hit.end > tail || isCovered(reading, hit.start, hit.end, end)) continue;
    if (hit.classes & LEADERS) features.push(`${k}:leaders`);
    if (hit.start === start || !(hit.classes & (LEFT_EDGE | VISIT))) continue;
    edges++;
    features.push(`${k}:over=${reading.text(hit.start, hit.end)}`);
  }
  if (verbs) features.push(`${k}:verbs=${Math.min(verbs, 3)}`);
  if (edges) features.push(`${k}:edges=${Math.min(edges, 4)}`);
  if (particles) features.push(`${k}:的`);
  if (breaks) features.push(`${k}:broken`);
  if (YEAR.test(reading.text(start, start + 5))) features.push(`${k}:year`);
  if (ORDINAL.test(reading.text(start, start + 6))) features.push(`${k}:ordinal`);
  else if (COUNTED.test(reading.text(start, tail))) features.push(`${k}:count`);
  if (UNSPECIFIC.test(reading.text(start, start + 4))) features.push(`${k}:unspecific`);
  const generic = reading.longestTo(end, GENERIC);
  if (generic) features.push(generic.start <= start ? `${k}:generic` : `${k}:generic-tail`);
  return features;
}

/** Whether a longer word of the lexicon holds the stretch, so that it is no edge of its own (人民代表大会 holds 代表). */
function isCovered(reading: Reading, start: number, end: number, limit: number): boolean {
  for (let from = Math.max(0, start - 6); from <= start; from++) {
    if (!(reading.starts[from]! & COVERING)) continue;
    const longest = reading.longestFrom(from, COVERING)!;
    if (longest.end >= end && longest.end <= limit && longest.end - longest.start > end - start) return true;
  }
  return false;
}

function leftKind(reading: Reading, start: number): string {
  if (reading.isApart(start)) return reading.isLineStart(start) ? 'line' : 'space';
  if (reading.kind(start - 1) !== IDEOGRAPH) {
    const char = reading.text(start - 1, start);
    if ('“《‘'.includes(char)) return 'open';
    if (char === '、') return 'list';
    if (char === '·') return 'dot';
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
  if (reading.is(start, '“')) return 'quote';
  if (kind !== IDEOGRAPH) return 'mark';
  return reading.single(start) & LEFT_EDGE ? 'particle' : 'plain';
}

function rightKind(reading: Reading, end: number): string {
  if (reading.isApart(end)) return 'apart';
  if (reading.kind(end) !== IDEOGRAPH) return 'mark';
  const classes = reading.starts[end]!;
  if (classes & PROJECT_TAIL) return 'project';
  if (classes & ORGANIZATION_TAIL) return 'organization';
  if (classes & EXECUTIVE) return 'executive';
  if (classes & TITLE) return 'title';
  if (classes & (AFTER_NAME | LEFT_EDGE)) return 'verb';
  return reading.single(end) & (LEFT_EDGE | AFTER_NAME) ? 'particle' : 'ideograph';
}

const stemLength = (length: number): string =>
  length <= 6 ? `${length}` : length <= 9 ? '7-9' : length <= 14 ? '10-14' : length <= 20 ? '15-20' : '21+';
