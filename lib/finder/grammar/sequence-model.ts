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
const SINGLE_BLOCK = CHARACTER_PLACES * WIDTH;
const PAIR_BLOCK = PAIR_PLACES * WIDTH;
/** Contexts of the class rows. */
export const STARTS_HERE = 0;
export const ENDS_HERE = 1;
export const ENDS_BEFORE = 2;
export const STARTS_BEHIND = 3;

/** The weights laid out for reading: what a text's features weigh is summed without anything being made for a character. */
export class SequenceModel {
  readonly #numbers = new Uint16Array(0x10000);
  readonly #singles: Float32Array;
  readonly #rows: Float32Array;
  /** A hash table of twos in a row: a pair's key, and where its weights begin. */
  readonly #slots: Int32Array;
  readonly #pairs: Float32Array;
  readonly #transitions: Float64Array;

  constructor({ characters, singles, pairs, pairWeights, rows, transitions, step }: SequenceWeights) {
    characters.forEach((unit, i) => {
      this.#numbers[unit] = i + 1;
    });
    // The first block is that of characters nothing was learnt of.
    this.#singles = new Float32Array((characters.length + 1) * SINGLE_BLOCK);
    this.#singles.set(widen(singles, step), SINGLE_BLOCK);
    this.#rows = widen(rows, step);
    this.#pairs = widen(pairWeights, step);
    this.#slots = new Int32Array(2 ** Math.ceil(Math.log2(2 * Math.max(pairs.length, 8))));
    for (let i = 0; i < pairs.length; i += 2) {
      const key = pairs[i]! * 0x10000 + pairs[i + 1]!;
      let slot = this.#slotOf(key);
      while (this.#slots[slot]) slot = (slot + 2) & (this.#slots.length - 1);
      this.#slots[slot] = key | 0;
      this.#slots[slot + 1] = (i / 2) * PAIR_BLOCK;
    }
    this.#transitions = transitions;
  }

  /** Reads a text by its features. */
  read(features: SequenceFeatures): SequencePosterior {
    return new SequencePosterior(features.length, this.emissions(features), this.#transitions);
  }

  /** What speaks for each label of each character, WIDTH numbers a character. */
  emissions(features: SequenceFeatures): Float32Array {
    const { length, gap, particles, codes, list, neighbours } = features;
    const sums = new Float32Array(length * WIDTH);
    this.#addCharacters(features, sums);
    this.#addClasses(features.starts, length, STARTS_HERE, 0, STARTS_BEHIND, -1, sums);
    this.#addClasses(features.ends, length, ENDS_HERE, -1, ENDS_BEFORE, 0, sums);
    const rows = this.#rows;
    for (let i = 0; i < length; i++) {
      const a = gapRow(gap, i) * WIDTH;
      const b = (ROWS.particles + particles[i]!) * WIDTH;
      const c = codeRow(codes, i) * WIDTH;
      const d = (ROWS.list + list[i]!) * WIDTH;
      const e = (ROWS.neighbours + neighbours[i]!) * WIDTH;
      for (let l = 0, at = i * WIDTH; l < LABELS; l++)
        sums[at + l]! += rows[a + l]! + rows[b + l]! + rows[c + l]! + rows[d + l]! + rows[e + l]!;
    }
    return sums;
  }

  #addCharacters({ characters, length }: SequenceFeatures, sums: Float32Array): void {
    const numberAt = (i: number): number => this.#numbers[i < 0 ? BEFORE_TEXT : i < length ? characters[i]! : BEHIND_TEXT]!;
    const slots = this.#slots;
    let number = numberAt(-2);
    for (let j = -2; j < length + 2; j++) {
      const next = numberAt(j + 1);
      if (number) this.#addBlock(this.#singles, number * SINGLE_BLOCK, CHARACTER_PLACES, j + 2, length, sums);
      if (number && next) {
        const key = (number * 0x10000 + next) | 0;
        let slot = this.#slotOf(key);
        while (slots[slot] && slots[slot] !== key) slot = (slot + 2) & (slots.length - 1);
        if (slots[slot] === key) this.#addBlock(this.#pairs, slots[slot + 1]!, PAIR_PLACES, j + 2, length, sums);
      }
      number = next;
    }
  }

  /** Adds the weights of one thing at each of its places: the first place is that of the character `first`, the others lie before. */
  #addBlock(weights: Float32Array, from: number, places: number, first: number, length: number, sums: Float32Array): void {
    for (let place = 0, i = first; place < places; place++, i--) {
      if (i < 0 || i >= length) continue;
      const at = i * WIDTH;
      const w = from + place * WIDTH;
      sums[at]! += weights[w]!;
      sums[at + 1]! += weights[w + 1]!;
      sums[at + 2]! += weights[w + 2]!;
      sums[at + 3]! += weights[w + 3]!;
      sums[at + 4]! += weights[w + 4]!;
      sums[at + 5]! += weights[w + 5]!;
      sums[at + 6]! += weights[w + 6]!;
    }
  }

  /** Adds the weights of the classes at each position for two characters: the ones so far from it, each in its own context. */
  #addClasses(bits: Uint32Array, length: number, one: number, from: number, other: number, too: number, sums: Float32Array): void {
    for (let j = 0; j <= length; j++) {
      for (let rest = bits[j]!; rest; rest &= rest - 1) {
        const bit = 31 - Math.clz32(rest & -rest);
        if (j + from >= 0) this.#addBlock(this.#rows, classRow(one, bit) * WIDTH, 1, j + from, length, sums);
        if (j + too >= 0) this.#addBlock(this.#rows, classRow(other, bit) * WIDTH, 1, j + too, length, sums);
      }
    }
  }

  #slotOf(key: number): number {
    return (Math.imul(key, 0x9e3779b1) >>> 7) & (this.#slots.length - 2);
  }
}

/** From LABELS bytes a row to WIDTH numbers a row. */
function widen(bytes: Int8Array, step: number): Float32Array {
  const rows = bytes.length / LABELS;
  const wide = new Float32Array(rows * WIDTH);
  for (let row = 0; row < rows; row++) for (let l = 0; l < LABELS; l++) wide[row * WIDTH + l] = bytes[row * LABELS + l]! * step;
  return wide;
}
