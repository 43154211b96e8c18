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
  /^(?:这|该|上述|其他|其余|另外|前)?(?:\d+|[一二两三四五六七八九十百几多数首]+)(?:余|多)?(?:名|位|个|项|批|家|大|处|类|亿|万|级|所|座|条|支)/;
/** 武进区新能源产业16个…: a number of things, further on. */
const COUNT_WITHIN = /.(?:\d+|[一二两三四五六七八九十百几多]+)(?:余|多)?(?:个|项|批)/;
/** 全区…, 某…, 一季度…: said of many or of none. */
const UNSPECIFIC =
  /^(?:这|那|该|某|各|全区|全市|全省|全国|全县|全镇|有关|相关|上述|其他|\d+至|[一二三四]季度|今年|去年|明年|上半年|下半年|自称|所有|省级|市级|区级|国家级|一流|知名|大型|民营|国有|龙头|规上|骨干|部分|多家|当地|本地|辖区|区内|市内|园区|获奖|招引|优质)/;
const COVERING = WORD | AREA | OFFICE | ORGANIZATION | PROJECT | ORGANIZATION_TAIL;
/** Verbs and adverbs of one character: a name holds few. */
const VERB_LIKE = '就也还都又才再更最很不没要将已曾只仅干做听说讲问谈使叫给跟好';
/** First characters of all the counting forms below: most starts are done after one look. */
const COUNTING = '这该上述其另前0123456789一二两三四五六七八九十百几多数首那某各全有相今去明下自所省市区国知大民龙规骨部当本辖园获招优第';
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

/**
 * The features of all names that end in one tail, as the names the weights are kept under. Starts are asked for from right to left: what
 * lies between a start and the tail is gathered once, whatever the number of starts.
 */
export class TailFeatures {
  readonly #reading: Reading;
  readonly #tail: number;
  readonly #end: number;
  readonly #kind: string;
  readonly #tailText: string;
  readonly #generic: number;
  /** Of the tail itself, the same for every start. */
  readonly base: string[];
  /** Of the words within the stem, for starts at or before `#reached`. */
  readonly inner: string[] = [];
  #reached: number;
  #edges = 0;
  #particles = 0;
  #breaks = 0;
  #verbs = 0;
  #joint = false;

  constructor(reading: Reading, tail: number, end: number, kind: TailSpan['kind']) {
    this.#reading = reading;
    this.#tail = tail;
    this.#end = end;
    this.#reached = tail;
    this.#kind = kind === 'project' ? 'p' : 'o';
    this.#tailText = reading.text(tail, end);
    this.#generic = reading.longestTo(end, GENERIC)?.start ?? -1;
    const k = this.#kind;
    const right = rightKind(reading, end);
    this.base = [k, `${k}:tail=${this.#tailText}`, `${k}:tail=${this.#tailText}&right=${right}`, `${k}:right=${right}`];
  }

  /** Whether so much stands between the last start and the tail that no start further left can be a name's. */
  get isSpent(): boolean {
    return this.#edges > 4 || this.#particles > 1 || this.#breaks > 0 || this.#verbs > 4;
  }

  /** A name of two joined by 暨 takes in the first of them. */
  get isJoint(): boolean {
    return this.#joint;
  }

  /** The features of this start's own; `base` and `inner` come to them. Starts must not increase from call to call. */
  own(start: number): string[] {
    this.#reach(start);
    const reading = this.#reading;
    const k = this.#kind;
    const left = leftKind(reading, start);
    const first = firstKind(reading, start);
    const own = [
      `${k}:left=${left}`,
      `${k}:first=${first}`,
      `${k}:tail=${this.#tailText}&first=${first}`,
      `${k}:stem=${stemLength(this.#tail - start)}`,
      `${k}:lead=${reading.text(start, start + 2)}`,
    ];
    if (start > 0 && !reading.isApart(start) && reading.isIdeograph(start - 1)) own.push(`${k}:char=${reading.text(start - 1, start)}`);
    if (left === 'ideograph' && (first === 'area' || first === 'foreign' || first === 'organization')) own.push(`${k}:rough-place`);
    if (this.#joint) own.push(`${k}:joint`);
    if (reading.is(start - 1, '(') && reading.is(this.#end, ')')) own.push(`${k}:bracketed`);
    if (this.#verbs) own.push(`${k}:verbs=${Math.min(this.#verbs, 3)}`);
    if (this.#edges) own.push(`${k}:edges=${Math.min(this.#edges, 4)}`);
    if (this.#particles) own.push(`${k}:的`);
    if (this.#breaks) own.push(`${k}:broken`);
    this.#counts(start, own);
    if (this.#generic >= 0) own.push(this.#generic <= start ? `${k}:generic` : `${k}:generic-tail`);
    return own;
  }

  #counts(start: number, own: string[]): void {
    const reading = this.#reading;
    const stem = reading.text(start, this.#tail);
    if (COUNT_WITHIN.test(stem)) own.push(`${this.#kind}:count`);
    if (!COUNTING.includes(stem[0] ?? '')) return;
    const head = stem.slice(0, 12);
    const k = this.#kind;
    if (YEAR.test(head)) own.push(`${k}:year`);
    if (ORDINAL.test(head)) own.push(`${k}:ordinal`);
    else if (COUNTED.test(head)) own.push(`${k}:count`);
    if (UNSPECIFIC.test(head)) own.push(`${k}:unspecific`);
  }

  /** Takes in the units from the last start down to this one. */
  #reach(start: number): void {
    const reading = this.#reading;
    const k = this.#kind;
    while (this.#reached > start) {
      // The last start's own first unit becomes an inner one.
      if (this.#reached < this.#tail) this.#takeIn(this.#reached);
      const i = --this.#reached;
      const unit = reading.text(i, i + 1);
      if (VERB_LIKE.includes(unit)) this.#verbs++;
      if (unit === '暨') this.#joint = true;
      if (unit === '的') this.#particles++;
      for (const hit of reading.hitsFrom(i, i + 1, LEADERS)) if (hit.end <= this.#tail) this.inner.push(`${k}:leaders`);
    }
  }

  #takeIn(i: number): void {
    const reading = this.#reading;
    const k = this.#kind;
    if (reading.isApart(i)) this.#breaks++;
    if (reading.single(i) & LEFT_EDGE && !reading.is(i, '的') && !reading.isCrossed(i, COVERING))
      this.inner.push(`${k}:in=${reading.text(i, i + 1)}`);
    if (!(reading.starts[i]! & (LEFT_EDGE | VISIT))) return;
    for (const hit of reading.hitsFrom(i, i + 1, LEFT_EDGE | VISIT)) {
      if (hit.end > this.#tail || isCovered(reading, hit.start, hit.end, this.#end)) continue;
      this.#edges++;
      this.inner.push(`${k}:over=${reading.text(hit.start, hit.end)}`);
    }
  }
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
