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
import { SequencePosterior, type Space, spaceFor } from './sequence-posterior';

// A module's own constants are read faster than another's where modules are not bundled.
const LABELS = SHARED_LABELS;
const WIDTH = SHARED_WIDTH;
const ROWS = SHARED_ROWS;
const SINGLES = CHARACTER_PLACES;
const PAIRS = PAIR_PLACES;
const LANES = 4;
const LOW = 0xffff;
const GAPS = 16;
const SINGLE_BLOCK = SINGLES * LANES;
const PAIR_BLOCK = PAIRS * LANES;
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
const PARTICLES = 16;
/** Differences of so many steps and more make no odds. */
const FARTHEST = 2048;
/** The longest text whose room is kept for the next one, in characters. */
const KEPT_LENGTH = 0x8000;

/**
 * The weights laid out for reading. Weights are whole steps of one byte, and the labels of a row lie in lanes of 16 bits, two in a number:
 * a row is added to all labels by four additions, and no sum of rows reaches from one lane into the next.
 */
export class SequenceModel {
  readonly #numbers = new Uint16Array(0x10000);
  /** The first block of the singles is that of characters nothing was learnt of. */
  readonly #singles: Int32Array;
  readonly #pairs: Int32Array;
  readonly #rows: Int32Array;
  /** Gap and particles in one: they are always added together. */
  readonly #edges: Int32Array;
  /** A hash table of twos in a row: a pair's key, and where its weights begin. */
  readonly #slots: Int32Array;
  readonly #factors: Float64Array;
  /** The exponentials of all differences in whole steps. */
  readonly #exponentials: Float32Array;
  #space = spaceFor(0);

  constructor({ characters, singles, pairs, pairWeights, rows, transitions, step }: SequenceWeights) {
    characters.forEach((unit, i) => {
      this.#numbers[unit] = i + 1;
    });
    this.#singles = new Int32Array((characters.length + 1) * SINGLE_BLOCK);
    this.#singles.set(lanesOf(singles), SINGLE_BLOCK);
    this.#rows = lanesOf(rows);
    this.#pairs = lanesOf(pairWeights);
    this.#edges = edgesOf(this.#rows);
    this.#slots = new Int32Array(2 ** Math.ceil(Math.log2(2 * Math.max(pairs.length, 8))));
    for (let i = 0; i < pairs.length; i += 2) {
      const key = pairKey(pairs[i]!, pairs[i + 1]!);
      let slot = this.#slotOf(key);
      while (this.#slots[slot]) slot = (slot + 2) & (this.#slots.length - 1);
      this.#slots[slot] = key;
      this.#slots[slot + 1] = (i / 2) * PAIR_BLOCK;
    }
    this.#factors = transitions.map(Math.exp);
    this.#exponentials = Float32Array.from({ length: FARTHEST + 1 }, (_, k) => (k < FARTHEST ? Math.exp(-k * step) : 0));
  }

  /** Reads a text by its features. The answer is good until the next text is read. */
  read(features: SequenceFeatures): SequencePosterior {
    const { length } = features;
    const space = this.#spaceOf(length);
    this.#weigh(features, space.exponents);
    return new SequencePosterior(length, this.#factors, space);
  }

  #spaceOf(length: number): Space {
    if (length > KEPT_LENGTH) return spaceFor(length);
    if (this.#space.scales.length < length) this.#space = spaceFor(Math.min(KEPT_LENGTH, 2 * length));
    return this.#space;
  }

  /** Sums what speaks for each label of each character, and says what each label is worth beside the best. */
  #weigh(features: SequenceFeatures, exponents: Float32Array): void {
    const { length, gap, particles, codes, list, neighbours, starts, ends } = features;
    const numbers = this.#numbersOf(features);
    const pairs = this.#pairsOf(numbers, length);
    const [singleRows, pairRows, rows, edges] = [this.#singles, this.#pairs, this.#rows, this.#edges];
    const exponentials = this.#exponentials;
    for (let i = 0; i < length; i++) {
      let one = 0;
      let two = 0;
      let three = 0;
      let four = 0;
      for (let place = 0; place < SINGLES; place++) {
        const number = numbers[i + place]!;
        if (number === 0) continue;
        const row = number * SINGLE_BLOCK + place * LANES;
        one += singleRows[row]!;
        two += singleRows[row + 1]!;
        three += singleRows[row + 2]!;
        four += singleRows[row + 3]!;
      }
      for (let place = 0; place < PAIRS; place++) {
        const pair = pairs[i + place]!;
        if (pair < 0) continue;
        const row = pair + place * LANES;
        one += pairRows[row]!;
        two += pairRows[row + 1]!;
        three += pairRows[row + 2]!;
        four += pairRows[row + 3]!;
      }
      for (let context = 0; context < 4; context++) {
        const first = context === 0 ? HERE_ROWS : context === 1 ? BEHIND_ROWS : context === 2 ? END_ROWS : BEFORE_ROWS;
        let bits = context === 0 ? starts[i]! : context === 1 ? starts[i + 1]! : context === 2 ? ends[i + 1]! : ends[i]!;
        for (; bits; bits &= bits - 1) {
          const row = (first + 31 - Math.clz32(bits & -bits)) * LANES;
          one += rows[row]!;
          two += rows[row + 1]!;
          three += rows[row + 2]!;
          four += rows[row + 3]!;
        }
      }
      const edge = (gapRow(gap, i) * PARTICLES + particles[i]!) * LANES;
      const code = codeRow(codes, i) * LANES;
      const inList = (ROWS.list + list[i]!) * LANES;
      const beside = (ROWS.neighbours + neighbours[i]!) * LANES;
      one += edges[edge]! + rows[code]! + rows[inList]! + rows[beside]!;
      two += edges[edge + 1]! + rows[code + 1]! + rows[inList + 1]! + rows[beside + 1]!;
      three += edges[edge + 2]! + rows[code + 2]! + rows[inList + 2]! + rows[beside + 2]!;
      four += edges[edge + 3]! + rows[code + 3]! + rows[inList + 3]! + rows[beside + 3]!;
      const o = one & LOW;
      const b = one >>> 16;
      const n = two & LOW;
      const e = two >>> 16;
      const p = three & LOW;
      const q = three >>> 16;
      const most = Math.max(Math.max(o, b, n), Math.max(e, p, q), four);
      const at = i * WIDTH;
      exponents[at] = exponentials[Math.min(most - o, FARTHEST)]!;
      exponents[at + 1] = exponentials[Math.min(most - b, FARTHEST)]!;
      exponents[at + 2] = exponentials[Math.min(most - n, FARTHEST)]!;
      exponents[at + 3] = exponentials[Math.min(most - e, FARTHEST)]!;
      exponents[at + 4] = exponentials[Math.min(most - p, FARTHEST)]!;
      exponents[at + 5] = exponentials[Math.min(most - q, FARTHEST)]!;
      exponents[at + 6] = exponentials[Math.min(most - four, FARTHEST)]!;
    }
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

/** Rows of LABELS signed bytes, each byte raised to be positive: what every label has more makes no difference between them. */
function lanesOf(bytes: Int8Array): Int32Array {
  const lanes = new Int32Array((bytes.length / LABELS) * LANES);
  for (let row = 0, at = 0; row < bytes.length; row += LABELS, at += LANES) {
    const raised = (label: number) => bytes[row + label]! + 128;
    lanes[at] = raised(0) | (raised(1) << 16);
    lanes[at + 1] = raised(2) | (raised(3) << 16);
    lanes[at + 2] = raised(4) | (raised(5) << 16);
    lanes[at + 3] = raised(6);
  }
  return lanes;
}

function edgesOf(rows: Int32Array): Int32Array {
  const edges = new Int32Array(GAPS * PARTICLES * LANES);
  for (let i = 0; i < edges.length; i++) {
    const [row, lane] = [Math.floor(i / LANES), i % LANES];
    const [gap, particles] = [ROWS.gap + Math.floor(row / PARTICLES), ROWS.particles + (row % PARTICLES)];
    edges[i] = rows[gap * LANES + lane]! + rows[particles * LANES + lane]!;
  }
  return edges;
}
