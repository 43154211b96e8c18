import type { Dictionary } from '../dictionary/dictionary';
import { AREA } from '../lexicon/classes';
import { IDEOGRAPH, KIND_TABLE, MARK, STOP } from '../normalise/characters';
import { GAP_JOINED, GAP_LINE, type NormalText, normalise } from '../normalise/normalise';
import type { Segmenter } from '../types';
import { indexHits } from './hit-index';
import { PairIndex } from './occurrences';

/** A dictionary hit: units [start, end) of the normalised text, its class bits, and where its values begin in the trie. */
export interface Hit {
  start: number;
  end: number;
  classes: number;
  at: number;
}

/** A normalised text with everything the dictionary says of it. Positions are units of the normalised text throughout. */
export class Reading {
  readonly normal: NormalText;
  readonly dictionary: Dictionary;
  readonly units: Uint16Array;
  readonly gap: Uint8Array;
  readonly length: number;
  readonly #wordStarts: Uint8Array | null;
  #areas: readonly Hit[] | null = null;
  #pairs: PairIndex | null = null;
  readonly #data: Uint32Array;
  readonly #classes: Uint32Array;
  readonly #count: number;
  /** First hit that starts at or after each position. */
  readonly #first: Uint32Array;
  /** Hits in order of their ends, and the first of them that ends at or after each position. */
  readonly #byEnd: Uint32Array;
  readonly #firstEnd: Uint32Array;
  /** Class bits of all hits that start, and that end, at each position. */
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;

  /** The text as given. */
  readonly given: string;

  constructor(given: string, dictionary: Dictionary, segmenter: Segmenter | null = null) {
    const normal = normalise(given);
    this.given = given;
    this.normal = normal;
    this.dictionary = dictionary;
    this.units = normal.units;
    this.gap = normal.gap;
    this.length = normal.length;
    this.#wordStarts = segmenter ? markStarts(segmenter(normal.text), normal.length) : null;
    this.#classes = dictionary.classes;
    const { data, count, first, byEnd, firstEnd, starts, ends } = indexHits(dictionary.compiled.trie, dictionary.classes, normal);
    this.#data = data;
    this.#count = count;
    this.#first = first;
    this.#byEnd = byEnd;
    this.#firstEnd = firstEnd;
    this.starts = starts;
    this.ends = ends;
  }

  /** Every area named, by start; gathered when first asked for. */
  get areas(): readonly Hit[] {
    this.#areas ??= this.hitsOf(AREA);
    return this.#areas;
  }

  /** Where each pair of units stands; made when first asked for. */
  get pairs(): PairIndex {
    this.#pairs ??= new PairIndex(this.normal);
    return this.#pairs;
  }

  /** Hits are numbered by start, then by end: those that start at a position, or within [from, to), are a run of numbers. */
  firstHit(position: number): number {
    return this.#first[position]!;
  }

  hitStart(i: number): number {
    return this.#data[3 * i]!;
  }

  hitEnd(i: number): number {
    return this.#data[3 * i + 1]!;
  }

  /** Where the hit's values begin in the trie: the same number for the same word. */
  hitAt(i: number): number {
    return this.#data[3 * i + 2]!;
  }

  hitClasses(i: number): number {
    return this.#classes[this.#data[3 * i + 2]! - 1]!;
  }

  hit(i: number): Hit {
    const at = this.#data[3 * i + 2]!;
    return { start: this.#data[3 * i]!, end: this.#data[3 * i + 1]!, at, classes: this.#classes[at - 1]! };
  }

  /** The number of the longest hit of any of these classes that starts here, or -1. */
  hitFrom(start: number, classes: number): number {
    if (!(this.starts[start]! & classes)) return -1;
    const first = this.#first[start]!;
    for (let i = this.#first[start + 1]! - 1; i >= first; i--) if (this.hitClasses(i) & classes) return i;
    return -1;
  }

  /** The number of the longest hit of any of these classes that ends here, or -1. */
  hitTo(end: number, classes: number): number {
    if (end > this.length || !(this.ends[end]! & classes)) return -1;
    const last = this.#firstEnd[end + 1]!;
    for (let i = this.#firstEnd[end]!; i < last; i++) {
      const hit = this.#byEnd[i]!;
      if (this.hitClasses(hit) & classes) return hit;
    }
    return -1;
  }

  /** The longest hit of any of these classes that starts here. */
  longestFrom(start: number, classes: number): Hit | null {
    const i = this.hitFrom(start, classes);
    return i < 0 ? null : this.hit(i);
  }

  /** The longest hit of any of these classes that ends here. */
  longestTo(end: number, classes: number): Hit | null {
    const i = this.hitTo(end, classes);
    return i < 0 ? null : this.hit(i);
  }

  /** Every hit of any of these classes, by start. */
  hitsOf(classes: number): Hit[] {
    const found: Hit[] = [];
    for (let i = 0; i < this.#count; i++) if (this.hitClasses(i) & classes) found.push(this.hit(i));
    return found;
  }

  /** Hits of these classes that start within [from, to). */
  *hitsFrom(from: number, to: number, classes: number): Generator<Hit> {
    for (let i = this.#first[from]!; i < this.#first[to]!; i++) if (this.hitClasses(i) & classes) yield this.hit(i);
  }

  /** Class bits of the single character here. */
  single(i: number): number {
    return i < this.length ? this.dictionary.singles[this.units[i]!]! : 0;
  }

  isIdeograph(i: number): boolean {
    return i >= 0 && i < this.length && KIND_TABLE[this.units[i]!] === IDEOGRAPH;
  }

  kind(i: number): number {
    return i >= 0 && i < this.length ? KIND_TABLE[this.units[i]!]! : 0;
  }

  /** Whether white space that is not a break in mid-sentence stands before i (also at both ends of the text). */
  isApart(i: number): boolean {
    return i <= 0 || i >= this.length || this.gap[i]! > GAP_JOINED;
  }

  isLineStart(i: number): boolean {
    return i <= 0 || this.gap[i] === GAP_LINE;
  }

  text(start: number, end: number): string {
    return this.normal.text.slice(start, end);
  }

  /** The stretch as a name: letters and characters folded, marks as the page has them, no white space. */
  nameOf(start: number, end: number): string {
    let name = '';
    for (let i = start; i < end; i++) {
      const unit = this.units[i]!;
      name += KIND_TABLE[unit]! & (STOP | MARK) ? this.given[this.normal.source[i]!]! : String.fromCharCode(unit);
    }
    return name;
  }
  is(i: number, word: string): boolean {
    if (i < 0 || i + word.length > this.length) return false;
    for (let k = 0; k < word.length; k++) if (this.units[i + k] !== word.charCodeAt(k)) return false;
    return true;
  }

  /** The segmenter's word on a stretch: 1 when words begin and end at its edges, -1 when both cut a word, else 0; 0 without a segmenter. */
  boundary(start: number, end: number): number {
    if (!this.#wordStarts) return 0;
    const left = this.#wordStarts[start]!;
    const right = end >= this.length ? 1 : this.#wordStarts[end]!;
    return left && right ? 1 : left || right ? 0 : -1;
  }

  /** Whether a hit of these classes crosses the position: starts before and ends after it. */
  isCrossed(position: number, classes: number): boolean {
    for (let start = Math.max(0, position - 8); start < position; start++) {
      if (!(this.starts[start]! & classes)) continue;
      for (let i = this.#first[start + 1]! - 1; i >= this.#first[start]! && this.hitEnd(i) > position; i--)
        if (this.hitClasses(i) & classes) return true;
    }
    return false;
  }
}

function markStarts(starts: readonly number[], length: number): Uint8Array {
  const marks = new Uint8Array(length + 1);
  for (const start of starts) if (start <= length) marks[start] = 1;
  return marks;
}
