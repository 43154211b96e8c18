import { BEGIN, FIRST_LABELS, LAST_LABELS, type NameType, LABELS as SHARED_LABELS, WIDTH as SHARED_WIDTH } from './sequence-layout';

// A module's own constants are read faster than another's where modules are not bundled.
const LABELS = SHARED_LABELS;
const WIDTH = SHARED_WIDTH;

/** A name as the best labelling of the whole text has it. */
export interface LabelledName {
  start: number;
  end: number;
  type: NameType;
}

const IMPOSSIBLE = -40;
/** Below this a product is taken to its logarithm, so that it does not vanish. */
const SMALL = 1e-200;
/** Differences of so many steps and more make no odds. */
const FARTHEST = 2048;

interface Reading {
  /** What one unit of the emissions stands for; whole numbers of them where it is given. */
  step?: number;
  /** The labels each character may have, a bit a label; all where it is not given. */
  allowed?: Uint8Array;
}

let shared: { step: number; table: Float64Array } | null = null;

/** The exponentials of all differences in whole steps, made once for a model. */
function exponentials(step: number): Float64Array {
  if (shared?.step !== step)
    shared = { step, table: Float64Array.from({ length: FARTHEST + 1 }, (_, k) => (k < FARTHEST ? Math.exp(-k * step) : 0)) };
  return shared.table;
}

/** A linear-chain model's view of one text: how likely any stretch is exactly a name, and the best labelling. */
export class SequencePosterior {
  readonly #length: number;
  readonly #emissions: Float32Array | Int32Array;
  readonly #transitions: Float64Array;
  readonly #step: number;
  readonly #factors = new Float64Array(LABELS * LABELS);
  /** Forward and backward sums, each position scaled to 1, and the factors they are made of. */
  readonly #forward: Float64Array;
  readonly #backward: Float64Array;
  readonly #exponents: Float64Array;
  readonly #scales: Float64Array;

  /** `emissions` has WIDTH numbers a character, `transitions` LABELS a label. */
  constructor(length: number, emissions: Float32Array | Int32Array, transitions: Float64Array, { step, allowed }: Reading = {}) {
    this.#length = length;
    this.#emissions = emissions;
    this.#transitions = transitions;
    this.#step = step ?? 1;
    transitions.forEach((weight, i) => {
      this.#factors[i] = Math.exp(weight);
    });
    this.#forward = new Float64Array(length * WIDTH);
    this.#backward = new Float64Array(length * WIDTH);
    this.#scales = new Float64Array(length);
    this.#exponents = step === undefined ? this.#exponentsOf(allowed) : this.#exponentsBy(exponentials(step));
    this.#goForward();
    this.#goBackward();
  }

  /** How much each label of a character is worth beside its best. */
  #exponentsOf(allowed: Uint8Array | undefined): Float64Array {
    const exponents = new Float64Array(this.#length * WIDTH);
    for (let i = 0, at = 0; i < this.#length; i++, at += WIDTH) {
      const most = this.#most(at);
      for (let l = 0; l < LABELS; l++)
        exponents[at + l] = allowed && !(allowed[i]! & (1 << l)) ? 0 : Math.exp(this.#emissions[at + l]! - most);
    }
    return exponents;
  }

  #exponentsBy(table: Float64Array): Float64Array {
    const exponents = new Float64Array(this.#length * WIDTH);
    for (let i = 0, at = 0; i < this.#length; i++, at += WIDTH) {
      const most = this.#most(at);
      for (let l = 0; l < LABELS; l++) {
        const below = most - this.#emissions[at + l]!;
        exponents[at + l] = table[Math.min(below, FARTHEST)]!;
      }
    }
    return exponents;
  }

  #most(at: number): number {
    const emissions = this.#emissions;
    let most = emissions[at]!;
    for (let l = 1; l < LABELS; l++) if (emissions[at + l]! > most) most = emissions[at + l]!;
    return most;
  }

  #goForward(): void {
    const forward = this.#forward;
    const exponents = this.#exponents;
    const T = this.#factors;
    const [oo, ob, op] = [T[0]!, T[1]!, T[4]!];
    const [bi, be, ii, ie] = [T[LABELS + 2]!, T[LABELS + 3]!, T[2 * LABELS + 2]!, T[2 * LABELS + 3]!];
    const [eo, eb, ep] = [T[3 * LABELS]!, T[3 * LABELS + 1]!, T[3 * LABELS + 4]!];
    const [pi, pe, qi, qe] = [T[4 * LABELS + 5]!, T[4 * LABELS + 6]!, T[5 * LABELS + 5]!, T[5 * LABELS + 6]!];
    const [fo, fb, fp] = [T[6 * LABELS]!, T[6 * LABELS + 1]!, T[6 * LABELS + 4]!];
    for (let i = 0; i < this.#length; i++) {
      const at = i * WIDTH;
      if (i === 0) for (const l of FIRST_LABELS) forward[l] = exponents[l]!;
      else {
        const from = at - WIDTH;
        const o = forward[from]!;
        const b = forward[from + 1]!;
        const n = forward[from + 2]!;
        const e = forward[from + 3]!;
        const p = forward[from + 4]!;
        const q = forward[from + 5]!;
        const f = forward[from + 6]!;
        forward[at] = (o * oo + e * eo + f * fo) * exponents[at]!;
        forward[at + 1] = (o * ob + e * eb + f * fb) * exponents[at + 1]!;
        forward[at + 2] = (b * bi + n * ii) * exponents[at + 2]!;
        forward[at + 3] = (b * be + n * ie) * exponents[at + 3]!;
        forward[at + 4] = (o * op + e * ep + f * fp) * exponents[at + 4]!;
        forward[at + 5] = (p * pi + q * qi) * exponents[at + 5]!;
        forward[at + 6] = (p * pe + q * qe) * exponents[at + 6]!;
      }
      let sum = 0;
      for (let l = 0; l < LABELS; l++) sum += forward[at + l]!;
      this.#scales[i] = sum;
      for (let l = 0; l < LABELS; l++) forward[at + l]! /= sum;
    }
  }

  #goBackward(): void {
    if (this.#length === 0) return;
    const backward = this.#backward;
    const exponents = this.#exponents;
    const T = this.#factors;
    const last = (this.#length - 1) * WIDTH;
    let sum = 0;
    for (const l of LAST_LABELS) sum += this.#forward[last + l]!;
    for (const l of LAST_LABELS) backward[last + l] = 1 / sum;
    for (let i = this.#length - 2; i >= 0; i--) {
      const at = i * WIDTH;
      const to = at + WIDTH;
      const scale = this.#scales[i + 1]!;
      const o = (exponents[to]! * backward[to]!) / scale;
      const b = (exponents[to + 1]! * backward[to + 1]!) / scale;
      const n = (exponents[to + 2]! * backward[to + 2]!) / scale;
      const e = (exponents[to + 3]! * backward[to + 3]!) / scale;
      const p = (exponents[to + 4]! * backward[to + 4]!) / scale;
      const q = (exponents[to + 5]! * backward[to + 5]!) / scale;
      const f = (exponents[to + 6]! * backward[to + 6]!) / scale;
      backward[at] = T[0]! * o + T[1]! * b + T[4]! * p;
      backward[at + 1] = T[LABELS + 2]! * n + T[LABELS + 3]! * e;
      backward[at + 2] = T[2 * LABELS + 2]! * n + T[2 * LABELS + 3]! * e;
      backward[at + 3] = T[3 * LABELS]! * o + T[3 * LABELS + 1]! * b + T[3 * LABELS + 4]! * p;
      backward[at + 4] = T[4 * LABELS + 5]! * q + T[4 * LABELS + 6]! * f;
      backward[at + 5] = T[5 * LABELS + 5]! * q + T[5 * LABELS + 6]! * f;
      backward[at + 6] = T[6 * LABELS]! * o + T[6 * LABELS + 1]! * b + T[6 * LABELS + 4]! * p;
    }
  }

  /** The probability of a label at a position. */
  probability(i: number, label: number): number {
    return this.#forward[i * WIDTH + label]! * this.#backward[i * WIDTH + label]!;
  }

  /** Of two labels in a row. */
  pairProbability(i: number, label: number, next: number): number {
    const to = (i + 1) * WIDTH + next;
    return (
      (this.#forward[i * WIDTH + label]! * this.#factors[label * LABELS + next]! * this.#exponents[to]! * this.#backward[to]!) /
      this.#scales[i + 1]!
    );
  }

  /** The logarithm of the odds that exactly [start, end) is a name of this type. */
  logOdds(start: number, end: number, type: NameType): number {
    if (end - start < 2) return IMPOSSIBLE;
    const begin = BEGIN[type];
    const T = this.#factors;
    const last = (end - 1) * WIDTH + begin + 2;
    let log = Math.log(this.#forward[start * WIDTH + begin]!);
    if (end - start === 2) log += Math.log(T[begin * LABELS + begin + 2]!);
    else {
      const inside = begin + 1;
      log += Math.log(T[begin * LABELS + inside]!) + this.#logStay(start + 1, end - 1, inside);
      log += Math.log(T[inside * LABELS + begin + 2]!) - Math.log(T[inside * LABELS + inside]!);
    }
    log += Math.log((this.#exponents[last]! / this.#scales[end - 1]!) * this.#backward[last]!);
    if (!(log > IMPOSSIBLE)) return IMPOSSIBLE;
    return log - Math.log(Math.max(1 - Math.exp(log), 1e-12));
  }

  /** The logarithm of being inside a name from one position to another. */
  #logStay(from: number, to: number, inside: number): number {
    const stay = this.#factors[inside * LABELS + inside]!;
    let log = 0;
    let product = 1;
    for (let i = from; i < to; i++) {
      product *= Math.max((this.#exponents[i * WIDTH + inside]! / this.#scales[i]!) * stay, 1e-30);
      if (product < SMALL) {
        log += Math.log(product);
        product = 1;
      }
    }
    return log + Math.log(product);
  }

  /** The names of the best labelling, in order. */
  best(): LabelledName[] {
    const length = this.#length;
    const emissions = this.#emissions;
    if (length === 0) return [];
    const T = this.#transitions.map((weight) => weight / this.#step);
    const [oo, ob, op] = [T[0]!, T[1]!, T[4]!];
    const [bi, be, ii, ie] = [T[LABELS + 2]!, T[LABELS + 3]!, T[2 * LABELS + 2]!, T[2 * LABELS + 3]!];
    const [eo, eb, ep] = [T[3 * LABELS]!, T[3 * LABELS + 1]!, T[3 * LABELS + 4]!];
    const [pi, pe, qi, qe] = [T[4 * LABELS + 5]!, T[4 * LABELS + 6]!, T[5 * LABELS + 5]!, T[5 * LABELS + 6]!];
    const [fo, fb, fp] = [T[6 * LABELS]!, T[6 * LABELS + 1]!, T[6 * LABELS + 4]!];
    const back = new Uint8Array(length * WIDTH);
    // The best score of each label at the character before.
    let [o, b, n, e, p, q, f] = [emissions[0]!, emissions[1]!, -Infinity, -Infinity, emissions[4]!, -Infinity, -Infinity];
    for (let i = 1, at = WIDTH; i < length; i++, at += WIDTH) {
      const out = Math.max(o + oo, e + eo, f + fo);
      const body = Math.max(o + ob, e + eb, f + fb);
      const project = Math.max(o + op, e + ep, f + fp);
      back[at] = out === o + oo ? 0 : out === e + eo ? 3 : 6;
      back[at + 1] = body === o + ob ? 0 : body === e + eb ? 3 : 6;
      back[at + 4] = project === o + op ? 0 : project === e + ep ? 3 : 6;
      const [toInside, toEnd] = [b + bi >= n + ii, b + be >= n + ie];
      const [toInner, toClose] = [p + pi >= q + qi, p + pe >= q + qe];
      back[at + 2] = toInside ? 1 : 2;
      back[at + 3] = toEnd ? 1 : 2;
      back[at + 5] = toInner ? 4 : 5;
      back[at + 6] = toClose ? 4 : 5;
      const inside = (toInside ? b + bi : n + ii) + emissions[at + 2]!;
      e = (toEnd ? b + be : n + ie) + emissions[at + 3]!;
      n = inside;
      const inner = (toInner ? p + pi : q + qi) + emissions[at + 5]!;
      f = (toClose ? p + pe : q + qe) + emissions[at + 6]!;
      q = inner;
      o = out + emissions[at]!;
      b = body + emissions[at + 1]!;
      p = project + emissions[at + 4]!;
    }
    const scores = [o, b, n, e, p, q, f];
    let label = LAST_LABELS.reduce<number>((a, b) => (scores[b]! > scores[a]! ? b : a), 0);
    const names: LabelledName[] = [];
    let end = length;
    for (let i = length - 1; i >= 0; i--) {
      if (label === BEGIN.organization + 2 || label === BEGIN.project + 2) end = i + 1;
      if (label === BEGIN.organization) names.push({ start: i, end, type: 'organization' });
      if (label === BEGIN.project) names.push({ start: i, end, type: 'project' });
      label = back[i * WIDTH + label]!;
    }
    return names.reverse();
  }
}
