import type { SequenceWeights } from '../dictionary/sequence-weights';
import { BEFORE_TEXT, BEHIND_TEXT, codeRow, gapRow, type SequenceFeatures } from './sequence-features';
import {
  CHARACTER_PLACES,
  classRow,
  PAIR_PLACES,
  LABELS as SHARED_LABELS,
  ROWS as SHARED_ROWS,
  WIDTH as SHARED_WIDTH,
} from './sequence-layout';
import { SequencePosterior } from './sequence-posterior';

// A module's own constants are read faster than another's where modules are not bundled.
const LABELS = SHARED_LABELS;
const WIDTH = SHARED_WIDTH;
const ROWS = SHARED_ROWS;
const SINGLES = CHARACTER_PLACES;
const PAIRS = PAIR_PLACES;
const SINGLE_BLOCK = SINGLES * WIDTH;
const PAIR_BLOCK = PAIRS * WIDTH;
/** The first place of a character is this far before the one that is labelled. */
const REACH = 2;
/** Contexts of the class rows. */
export const STARTS_HERE = 0;
export const ENDS_HERE = 1;
export const ENDS_BEFORE = 2;
export const STARTS_BEHIND = 3;
/** Where the rows of each context begin. */
const HERE_ROWS = classRow(STARTS_HERE, 0);
const END_ROWS = classRow(ENDS_HERE, 0);
const BEFORE_ROWS = classRow(ENDS_BEFORE, 0);
const BEHIND_ROWS = classRow(STARTS_BEHIND, 0);

/** The weights laid out for reading: what a text's features weigh is summed without anything being made for a character. */
export class SequenceModel {
  readonly #numbers = new Uint16Array(0x10000);
  /** Weights are whole steps. The first block of the singles is that of characters nothing was learnt of. */
  readonly #singles: Int8Array;
  readonly #pairs: Int8Array;
  readonly #rows: Int8Array;
  /** A hash table of twos in a row: a pair's key, and where its weights begin. */
  readonly #slots: Int32Array;
  readonly #transitions: Float64Array;
  readonly #step: number;

  constructor({ characters, singles, pairs, pairWeights, rows, transitions, step }: SequenceWeights) {
    characters.forEach((unit, i) => {
      this.#numbers[unit] = i + 1;
    });
    this.#singles = new Int8Array((characters.length + 1) * SINGLE_BLOCK);
    this.#singles.set(widen(singles), SINGLE_BLOCK);
    this.#rows = widen(rows);
    this.#pairs = widen(pairWeights);
    this.#slots = new Int32Array(2 ** Math.ceil(Math.log2(2 * Math.max(pairs.length, 8))));
    for (let i = 0; i < pairs.length; i += 2) {
      const key = pairKey(pairs[i]!, pairs[i + 1]!);
      let slot = this.#slotOf(key);
      while (this.#slots[slot]) slot = (slot + 2) & (this.#slots.length - 1);
      this.#slots[slot] = key;
      this.#slots[slot + 1] = (i / 2) * PAIR_BLOCK;
    }
    this.#transitions = transitions;
    this.#step = step;
  }

  /** Reads a text by its features. */
  read(features: SequenceFeatures): SequencePosterior {
    return new SequencePosterior(features.length, this.emissions(features), this.#transitions, { step: this.#step });
  }

  /** What speaks for each label of each character in whole steps, WIDTH numbers a character. */
  emissions(features: SequenceFeatures): Int32Array {
    const { length, gap, particles, codes, list, neighbours, starts, ends } = features;
    const sums = new Int32Array(length * WIDTH);
    const numbers = this.#numbersOf(features);
    const pairs = this.#pairsOf(numbers, length);
    const rows = this.#rows;
    for (let i = 0, at = 0; i < length; i++, at += WIDTH) {
      for (let place = 0; place < SINGLES; place++) {
        const number = numbers[i + place]!;
        if (number) add(this.#singles, number * SINGLE_BLOCK + place * WIDTH, sums, at);
      }
      for (let place = 0; place < PAIRS; place++) {
        const pair = pairs[i + place]!;
        if (pair >= 0) add(this.#pairs, pair + place * WIDTH, sums, at);
      }
      for (let bits = starts[i]!; bits; bits &= bits - 1) add(rows, (HERE_ROWS + lowest(bits)) * WIDTH, sums, at);
      for (let bits = starts[i + 1]!; bits; bits &= bits - 1) add(rows, (BEHIND_ROWS + lowest(bits)) * WIDTH, sums, at);
      for (let bits = ends[i + 1]!; bits; bits &= bits - 1) add(rows, (END_ROWS + lowest(bits)) * WIDTH, sums, at);
      for (let bits = ends[i]!; bits; bits &= bits - 1) add(rows, (BEFORE_ROWS + lowest(bits)) * WIDTH, sums, at);
      add(rows, gapRow(gap, i) * WIDTH, sums, at);
      add(rows, (ROWS.particles + particles[i]!) * WIDTH, sums, at);
      add(rows, codeRow(codes, i) * WIDTH, sums, at);
      add(rows, (ROWS.list + list[i]!) * WIDTH, sums, at);
      add(rows, (ROWS.neighbours + neighbours[i]!) * WIDTH, sums, at);
    }
    return sums;
  }

  /** The numbers of the characters, REACH before the text and REACH behind it along. */
  #numbersOf({ characters, length }: SequenceFeatures): Uint16Array {
    const numbers = new Uint16Array(length + 2 * REACH + 1).fill(this.#numbers[BEHIND_TEXT]!);
    numbers.fill(this.#numbers[BEFORE_TEXT]!, 0, REACH);
    for (let i = 0; i < length; i++) numbers[i + REACH] = this.#numbers[characters[i]!]!;
    return numbers;
  }

  /** Where the weights of each character with its follower begin; -1 for a pair that nothing was learnt of. */
  #pairsOf(numbers: Uint16Array, length: number): Int32Array {
    const slots = this.#slots;
    const pairs = new Int32Array(length + PAIRS).fill(-1);
    for (let j = 0; j < pairs.length; j++) {
      if (!numbers[j] || !numbers[j + 1]) continue;
      const key = pairKey(numbers[j]!, numbers[j + 1]!);
      let slot = this.#slotOf(key);
      while (slots[slot] && slots[slot] !== key) slot = (slot + 2) & (slots.length - 1);
      if (slots[slot] === key) pairs[j] = slots[slot + 1]!;
    }
    return pairs;
  }

  #slotOf(key: number): number {
    return (Math.imul(key, 0x9e3779b1) >>> 7) & (this.#slots.length - 2);
  }
}

const pairKey = (one: number, next: number): number => (one * 0x10000 + next) | 0;

/** The place of the lowest bit. */
const lowest = (bits: number): number => 31 - Math.clz32(bits & -bits);

/** Adds a row of weights to the sums of one character. */
function add(weights: Int8Array, row: number, sums: Int32Array, at: number): void {
  sums[at]! += weights[row]!;
  sums[at + 1]! += weights[row + 1]!;
  sums[at + 2]! += weights[row + 2]!;
  sums[at + 3]! += weights[row + 3]!;
  sums[at + 4]! += weights[row + 4]!;
  sums[at + 5]! += weights[row + 5]!;
  sums[at + 6]! += weights[row + 6]!;
}

/** From LABELS bytes a row to WIDTH bytes a row. */
function widen(bytes: Int8Array): Int8Array {
  const rows = bytes.length / LABELS;
  const wide = new Int8Array(rows * WIDTH);
  for (let row = 0; row < rows; row++) wide.set(bytes.subarray(row * LABELS, row * LABELS + LABELS), row * WIDTH);
  return wide;
}
