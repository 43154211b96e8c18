import type { Dictionary } from '../dictionary/dictionary';
import { scan } from '../dictionary/scan';
import { IDEOGRAPH, KIND_TABLE, MARK, STOP } from '../normalise/characters';
import { GAP_JOINED, GAP_LINE, GAP_SPACE, type NormalText, normalise } from '../normalise/normalise';

import type { Segmenter } from '../types';

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
  readonly #data: Uint32Array;
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
    const n = normal.length;
    this.#wordStarts = segmenter ? markStarts(segmenter(normal.text), n) : null;
    const { data, count } = scan(dictionary.compiled.trie, normal.units);
    const { classes } = dictionary;
    this.starts = new Uint32Array(n + 1);
    this.ends = new Uint32Array(n + 1);
    this.#first = new Uint32Array(n + 2);
    this.#firstEnd = new Uint32Array(n + 2);
    let kept = 0;
    for (let i = 0; i < count; i++) {
      const start = data[3 * i]!;
      const end = data[3 * i + 1]!;
      const at = data[3 * i + 2]!;
      if (this.#isBroken(start, end)) continue;
      data[3 * kept] = start;
      data[3 * kept + 1] = end;
      data[3 * kept + 2] = at;
      const bits = classes[at - 1]!;
      this.starts[start]! |= bits;
      this.ends[end]! |= bits;
      this.#first[start + 1]!++;
      this.#firstEnd[end + 1]!++;
      kept++;
    }
    this.#data = data;
    this.#count = kept;
    for (let i = 0; i <= n; i++) {
      this.#first[i + 1]! += this.#first[i]!;
      this.#firstEnd[i + 1]! += this.#firstEnd[i]!;
    }
    this.#byEnd = new Uint32Array(kept);
    const next = this.#firstEnd.slice();
    for (let i = 0; i < kept; i++) this.#byEnd[next[data[3 * i + 1]!]!++] = i;
  }

  /** A name runs over a break in mid-sentence; a single space only pads a name of two or three characters (汪　泉). */
  #isBroken(start: number, end: number): boolean {
    let spaces = 0;
    for (let i = start + 1; i < end; i++) {
      const gap = this.gap[i]!;
      if (gap === GAP_LINE) return true;
      if (gap === GAP_SPACE) spaces++;
    }
    return spaces > 0 && end - start > 4;
  }

  #hit(i: number): Hit {
    const at = this.#data[3 * i + 2]!;
    return { start: this.#data[3 * i]!, end: this.#data[3 * i + 1]!, at, classes: this.dictionary.classes[at - 1]! };
  }

  /** The longest hit of any of these classes that starts here. */
  longestFrom(start: number, classes: number): Hit | null {
    if (!(this.starts[start]! & classes)) return null;
    for (let i = this.#first[start + 1]! - 1; i >= this.#first[start]!; i--) {
      if (this.dictionary.classes[this.#data[3 * i + 2]! - 1]! & classes) return this.#hit(i);
    }
    return null;
  }

  /** The longest hit of any of these classes that ends here. */
  longestTo(end: number, classes: number): Hit | null {
    if (end > this.length || !(this.ends[end]! & classes)) return null;
    for (let i = this.#firstEnd[end]!; i < this.#firstEnd[end + 1]!; i++) {
      const hit = this.#byEnd[i]!;
      if (this.dictionary.classes[this.#data[3 * hit + 2]! - 1]! & classes) return this.#hit(hit);
    }
    return null;
  }

  /** Every hit of any of these classes, by start. */
  *hitsOf(classes: number): Generator<Hit> {
    for (let i = 0; i < this.#count; i++) if (this.dictionary.classes[this.#data[3 * i + 2]! - 1]! & classes) yield this.#hit(i);
  }

  /** Hits of these classes that start within [from, to). */
  *hitsFrom(from: number, to: number, classes: number): Generator<Hit> {
    for (let i = this.#first[from]!; i < this.#first[to]!; i++)
      if (this.dictionary.classes[this.#data[3 * i + 2]! - 1]! & classes) yield this.#hit(i);
  }

  /** Class bits of the single character here. */
  single = (i: number): number => (i < this.length ? this.dictionary.singles[this.units[i]!]! : 0);
  isIdeograph = (i: number): boolean => i >= 0 && i < this.length && KIND_TABLE[this.units[i]!] === IDEOGRAPH;
  kind = (i: number): number => (i >= 0 && i < this.length ? KIND_TABLE[this.units[i]!]! : 0);
  /** Whether white space that is not a break in mid-sentence stands before i (also at both ends of the text). */
  isApart = (i: number): boolean => i <= 0 || i >= this.length || this.gap[i]! > GAP_JOINED;
  isLineStart = (i: number): boolean => i <= 0 || this.gap[i] === GAP_LINE;
  text = (start: number, end: number): string => this.normal.text.slice(start, end);
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
      for (const hit of this.hitsFrom(start, start + 1, classes)) if (hit.end > position) return true;
    }
    return false;
  }
}

function markStarts(starts: readonly number[], length: number): Uint8Array {
  const marks = new Uint8Array(length + 1);
  for (const start of starts) if (start <= length) marks[start] = 1;
  return marks;
}
