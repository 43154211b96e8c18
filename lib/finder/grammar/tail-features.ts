import { AREA, GENERIC, LEADERS, LEFT_EDGE, OFFICE, ORGANIZATION, ORGANIZATION_TAIL, PROJECT, VISIT, WORD } from '../lexicon/classes';
import type { Reading } from './reading';
import { firstKind, leftKind, rightKind, stemLength } from './tail-edges';
import { FIRST_NAMES, FLAG_NAMES, INNER_CHARACTER, INNER_EDGE, INNER_LEADERS, LEFT_NAMES } from './tail-feature-names';

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
  /^(?:非|只|这|那|该|某|各|全区|全市|全省|全国|全县|全镇|有关|相关|上述|其他|\d+至|[一二三四]季度|今年|去年|明年|上半年|下半年|自称|所有|省级|市级|区级|国家级|一流|知名|大型|民营|国有|龙头|规上|骨干|部分|多家|当地|本地|辖区|区内|市内|园区|获奖|招引|优质)/;
const COVERING = WORD | AREA | OFFICE | ORGANIZATION | PROJECT | ORGANIZATION_TAIL;
/** Verbs and adverbs of one character: a name holds few. */
const VERB_LIKE = '就也还都又才再更最很不没要将已曾只仅干做听说讲问谈使叫给跟好';
/** First characters of all the counting forms below: most starts are done after one look. */
const COUNTING =
  '这该上述其另前0123456789一二两三四五六七八九十百几多数首那某各全有相今去明下自所省市区国知大民龙规骨部当本辖园获招优第非只';
const ORDINAL = /^(20\d\d年?)?第[一二三四五六七八九十\d]+届/;
const YEAR = /^20\d\d/;

const flag = (name: (typeof FLAG_NAMES)[number]) => 1 << FLAG_NAMES.indexOf(name);

const PLAIN_LEFT = LEFT_NAMES.indexOf('ideograph');
const FIRST_PLACED = (['area', 'foreign', 'organization'] as const).reduce((bits, name) => bits | (1 << FIRST_NAMES.indexOf(name)), 0);
const FLAG = { rough: flag('rough-place'), joint: flag('joint'), bracketed: flag('bracketed'), of: flag('的'), broken: flag('broken') };
/** Counted within and counted at its head: it may be both. */
const COUNT_WITHIN_FLAG = flag('count') << 1;
const COUNT_FLAG = { year: flag('year'), ordinal: flag('ordinal'), count: flag('count'), unspecific: flag('unspecific') };
const GENERIC_FLAG = { whole: flag('generic'), tail: flag('generic-tail') };

/** What a character says by itself; bits of a table, so that one look answers. */
const VERB = 1;
const JOINING = 2;
const OF = 4;
const COUNTS = 8;
const COUNTER = 16;
const CHARACTERS = new Uint8Array(0x10000);
for (const [characters, bit] of [
  [VERB_LIKE, VERB],
  ['暨', JOINING],
  ['的', OF],
  [COUNTING, COUNTS],
  ['个项批', COUNTER],
] as const)
  for (const character of characters) CHARACTERS[character.charCodeAt(0)]! |= bit;

/**
 * The features of all names that end in one tail, as numbers: what `featureNames` calls them by name. Starts are asked for from right to
 * left: what lies between a start and the tail is gathered once, whatever the number of starts. One of these serves all tails of a text.
 */
export class TailFeatures {
  readonly #reading: Reading;
  readonly units: Uint16Array;
  #generic = -1;
  #reached = 0;
  #particles = 0;
  #breaks = 0;
  #counters = 0;
  #joint = false;
  tail = 0;
  end = 0;
  /** Indices into the names above. */
  kind = 0;
  right = 0;
  start = 0;
  left = 0;
  first = 0;
  stem = 0;
  /** The ideograph right before the start, 0 for none. */
  before = 0;
  verbs = 0;
  edges = 0;
  /** A bit for each of FLAG_NAMES. */
  flags = 0;
  /** Of the words within the stem: twos of what it is and which character or word (as Hit.at). It grows from start to start. */
  readonly inner: number[] = [];

  constructor(reading: Reading) {
    this.#reading = reading;
    this.units = reading.units;
  }

  /** Begins anew with a tail. */
  begin(tail: number, end: number, kind: TailSpan['kind']): void {
    const reading = this.#reading;
    this.tail = tail;
    this.end = end;
    this.kind = kind === 'project' ? 1 : 0;
    this.right = rightKind(reading, end);
    const generic = reading.hitTo(end, GENERIC);
    this.#generic = generic < 0 ? -1 : reading.hitStart(generic);
    this.#reached = tail;
    this.#particles = 0;
    this.#breaks = 0;
    this.#counters = 0;
    this.#joint = false;
    this.verbs = 0;
    this.edges = 0;
    this.inner.length = 0;
  }

  /** Whether so much stands between the last start and the tail that no start further left can be a name's. */
  get isSpent(): boolean {
    return this.edges > 4 || this.#particles > 1 || this.#breaks > 0 || this.verbs > 4;
  }

  /** A name of two joined by 暨 takes in the first of them. */
  get isJoint(): boolean {
    return this.#joint;
  }

  /** Gathers the features of this start. Starts must not increase from call to call. */
  startAt(start: number): void {
    this.#reach(start);
    const reading = this.#reading;
    this.start = start;
    this.left = leftKind(reading, start);
    this.first = firstKind(reading, start);
    this.stem = stemLength(this.tail - start);
    this.before = start > 0 && !reading.isApart(start) && reading.isIdeograph(start - 1) ? this.units[start - 1]! : 0;
    let flags = 0;
    if (this.left === PLAIN_LEFT && (1 << this.first) & FIRST_PLACED) flags |= FLAG.rough;
    if (this.#joint) flags |= FLAG.joint;
    if (reading.is(start - 1, '(') && reading.is(this.end, ')')) flags |= FLAG.bracketed;
    if (this.#particles) flags |= FLAG.of;
    if (this.#breaks) flags |= FLAG.broken;
    if (this.#counters && COUNT_WITHIN.test(reading.text(start, this.tail))) flags |= COUNT_WITHIN_FLAG;
    if (CHARACTERS[this.units[start]!]! & COUNTS) flags |= countFlags(reading.text(start, Math.min(start + 12, this.tail)));
    if (this.#generic >= 0) flags |= this.#generic <= start ? GENERIC_FLAG.whole : GENERIC_FLAG.tail;
    this.flags = flags;
  }

  /** Takes in the units from the last start down to this one. */
  #reach(start: number): void {
    const reading = this.#reading;
    while (this.#reached > start) {
      // The last start's own first unit becomes an inner one.
      if (this.#reached < this.tail) this.#takeIn(this.#reached);
      const i = --this.#reached;
      const says = CHARACTERS[this.units[i]!]!;
      if (says & VERB) this.verbs++;
      if (says & JOINING) this.#joint = true;
      if (says & OF) this.#particles++;
      if (says & COUNTER) this.#counters++;
      if (reading.starts[i]! & LEADERS)
        for (let hit = reading.firstHit(i); hit < reading.firstHit(i + 1); hit++)
          if (reading.hitClasses(hit) & LEADERS && reading.hitEnd(hit) <= this.tail) this.inner.push(INNER_LEADERS, 0);
    }
  }

  #takeIn(i: number): void {
    const reading = this.#reading;
    if (reading.isApart(i)) this.#breaks++;
    if (reading.single(i) & LEFT_EDGE && !(CHARACTERS[this.units[i]!]! & OF) && !reading.isCrossed(i, COVERING))
      this.inner.push(INNER_CHARACTER, this.units[i]!);
    if (!(reading.starts[i]! & (LEFT_EDGE | VISIT))) return;
    for (let hit = reading.firstHit(i); hit < reading.firstHit(i + 1); hit++) {
      if (!(reading.hitClasses(hit) & (LEFT_EDGE | VISIT))) continue;
      const end = reading.hitEnd(hit);
      if (end > this.tail || isCovered(reading, i, end, this.end)) continue;
      this.edges++;
      this.inner.push(INNER_EDGE, reading.hitAt(hit));
    }
  }
}

function countFlags(head: string): number {
  let flags = 0;
  if (YEAR.test(head)) flags |= COUNT_FLAG.year;
  if (ORDINAL.test(head)) flags |= COUNT_FLAG.ordinal;
  else if (COUNTED.test(head)) flags |= COUNT_FLAG.count;
  if (UNSPECIFIC.test(head)) flags |= COUNT_FLAG.unspecific;
  return flags;
}

/** Whether a longer word of the lexicon holds the stretch, so that it is no edge of its own (人民代表大会 holds 代表). */
function isCovered(reading: Reading, start: number, end: number, limit: number): boolean {
  for (let from = Math.max(0, start - 6); from <= start; from++) {
    const longest = reading.hitFrom(from, COVERING);
    if (longest < 0) continue;
    const stop = reading.hitEnd(longest);
    if (stop >= end && stop <= limit && stop - from > end - start) return true;
  }
  return false;
}
