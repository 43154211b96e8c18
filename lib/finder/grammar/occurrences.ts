import type { NormalText } from '../normalise/normalise';
import type { Reading } from './reading';

/** Where each pair of units stands in a text, as chains: all places of a name are found by going from one to the next. */
export class PairIndex {
  readonly #units: Uint16Array;
  readonly #shift: number;
  /** First place of each slot, and the places before and after each place in the same slot; -1 for none. */
  readonly #first: Int32Array;
  readonly #before: Int32Array;
  readonly #after: Int32Array;

  constructor({ units, length }: NormalText) {
    this.#units = units;
    const bits = Math.max(8, 32 - Math.clz32(length));
    this.#shift = 32 - bits;
    this.#first = new Int32Array(2 ** bits).fill(-1);
    this.#before = new Int32Array(length);
    this.#after = new Int32Array(length);
    chain(units, length, this.#shift, this.#first, this.#before, this.#after);
  }

  /** The first place of the name, or -1. Names are of two units or more, in normalised form. */
  firstOf(name: string): number {
    return this.#onward(this.#first[slotOf(name.charCodeAt(0), name.charCodeAt(1), this.#shift)]!, name);
  }

  /** The next place of the name behind a place where it stands, or -1; places may overlap. */
  next(name: string, place: number): number {
    return this.#onward(this.#after[place]!, name);
  }

  /**
   * How often the name that stands at `place` does so within [from, to), up to a limit, looked for outwards from there. The name's first
   * unit must not stand in it again, so that no two of its places overlap.
   */
  count(name: string, place: number, from: number, to: number, limit: number): number {
    let count = 1;
    for (let i = this.#after[place]!; i >= 0 && i + name.length <= to && count < limit; i = this.#after[i]!) if (this.#is(i, name)) count++;
    for (let i = this.#before[place]!; i >= from && count < limit; i = this.#before[i]!) if (this.#is(i, name)) count++;
    return count;
  }

  #onward(place: number, name: string): number {
    let i = place;
    while (i >= 0 && !this.#is(i, name)) i = this.#after[i]!;
    return i;
  }

  #is(i: number, name: string): boolean {
    for (let k = 0; k < name.length; k++) if (this.#units[i + k] !== name.charCodeAt(k)) return false;
    return true;
  }
}

const slotOf = (a: number, b: number, shift: number): number => (Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b)) >>> shift;

function chain(units: Uint16Array, length: number, shift: number, first: Int32Array, before: Int32Array, after: Int32Array): void {
  const last = new Int32Array(first.length).fill(-1);
  for (let i = 0; i + 1 < length; i++) {
    const slot = slotOf(units[i]!, units[i + 1]!, shift);
    const previous = last[slot]!;
    before[i] = previous;
    after[i] = -1;
    if (previous < 0) first[slot] = i;
    else after[previous] = i;
    last[slot] = i;
  }
}

/** Names are far shorter; what is longer is visited all the same, after the shorter. */
const MAX_NAME = 255;

/** Visits every place where one of the names stands, by place; where two begin at one place, the longer first. Names are in normalised form. */
export function visitOccurrences(reading: Reading, names: readonly string[], visit: (name: string, start: number) => void): void {
  const { pairs } = reading;
  // Place, length and name as one number: numbers are sorted far faster than objects.
  const found: number[] = [];
  for (let i = 0; i < names.length; i++) {
    const name = names[i]!;
    const order = MAX_NAME - Math.min(name.length, MAX_NAME);
    for (let start = pairs.firstOf(name); start >= 0; start = pairs.next(name, start))
      found.push((start * (MAX_NAME + 1) + order) * names.length + i);
  }
  for (const key of Float64Array.from(found).sort()) {
    const i = key % names.length;
    visit(names[i]!, Math.floor(key / names.length / (MAX_NAME + 1)));
  }
}
