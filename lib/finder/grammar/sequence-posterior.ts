import { BEGIN, FIRST_LABELS, LAST_LABELS, type NameType, LABELS as SHARED_LABELS, WIDTH as SHARED_WIDTH } from './sequence-layout';

// A module's own constants are read faster than another's where modules are not bundled.
const LABELS = SHARED_LABELS;
const WIDTH = SHARED_WIDTH;

/** A stretch that is more likely than not exactly a name. */
export interface LikelyName {
  start: number;
  end: number;
  type: NameType;
}

const IMPOSSIBLE = -40;
/** Below this a product is taken to its logarithm, so that it does not vanish. */
const SMALL = 1e-200;

/** Room for reading a text of so many characters; the same room can be used for one text after another. */
export interface Space {
  /** How much each label of a character is worth beside its best, WIDTH numbers a character: filled before the text is read. */
  exponents: Float32Array;
  forward: Float32Array;
  backward: Float32Array;
  scales: Float32Array;
}

export const spaceFor = (length: number): Space => ({
  exponents: new Float32Array(length * WIDTH),
  forward: new Float32Array(length * WIDTH),
  backward: new Float32Array(length * WIDTH),
  scales: new Float32Array(length),
});

/**
 * A linear-chain model's view of one text: how likely any stretch is exactly a name. It reads what is in its space, and is good until the
 * space is used for another text.
 */
export class SequencePosterior {
  readonly #length: number;
  readonly #factors: Float64Array;
  readonly #space: Space;

  /** `factors` are the exponentials of the weights of one label behind another, LABELS a label. */
  constructor(length: number, factors: Float64Array, space: Space) {
    this.#length = length;
    this.#factors = factors;
    this.#space = space;
    if (length === 0) return;
    this.#goForward();
    this.#goBackward();
  }

  /** Sums over all that may stand before a character and be labelled so, each character's scaled to 1. */
  #goForward(): void {
    const { exponents, forward, scales } = this.#space;
    const T = this.#factors;
    const [oo, ob, op] = [T[0]!, T[1]!, T[4]!];
    const [bi, be, ii, ie] = [T[LABELS + 2]!, T[LABELS + 3]!, T[2 * LABELS + 2]!, T[2 * LABELS + 3]!];
    const [eo, eb, ep] = [T[3 * LABELS]!, T[3 * LABELS + 1]!, T[3 * LABELS + 4]!];
    const [pi, pe, qi, qe] = [T[4 * LABELS + 5]!, T[4 * LABELS + 6]!, T[5 * LABELS + 5]!, T[5 * LABELS + 6]!];
    const [fo, fb, fp] = [T[6 * LABELS]!, T[6 * LABELS + 1]!, T[6 * LABELS + 4]!];
    const first = Array.from({ length: LABELS }, (_, label) => ((FIRST_LABELS as readonly number[]).includes(label) ? 1 : 0));
    let [o, b, n, e, p, q, f] = first as [number, number, number, number, number, number, number];
    for (let i = 0, at = 0; i < this.#length; i++, at += WIDTH) {
      // At the first character every label that may stand first is as good as any other.
      const begun = i > 0;
      const outside = begun ? o * oo + e * eo + f * fo : o;
      const body = begun ? o * ob + e * eb + f * fb : b;
      const project = begun ? o * op + e * ep + f * fp : p;
      const inside = b * bi + n * ii;
      const end = b * be + n * ie;
      const inner = p * pi + q * qi;
      const close = p * pe + q * qe;
      o = outside * exponents[at]!;
      b = body * exponents[at + 1]!;
      n = begun ? inside * exponents[at + 2]! : 0;
      e = begun ? end * exponents[at + 3]! : 0;
      p = project * exponents[at + 4]!;
      q = begun ? inner * exponents[at + 5]! : 0;
      f = begun ? close * exponents[at + 6]! : 0;
      const sum = o + b + n + e + p + q + f;
      scales[i] = sum;
      const part = 1 / sum;
      forward[at] = o *= part;
      forward[at + 1] = b *= part;
      forward[at + 2] = n *= part;
      forward[at + 3] = e *= part;
      forward[at + 4] = p *= part;
      forward[at + 5] = q *= part;
      forward[at + 6] = f *= part;
    }
  }

  /** Sums over all that may follow a character labelled so, in the scale of the forward sums. */
  #goBackward(): void {
    const { exponents, forward, backward, scales } = this.#space;
    const T = this.#factors;
    const [oo, ob, op] = [T[0]!, T[1]!, T[4]!];
    const [bi, be, ii, ie] = [T[LABELS + 2]!, T[LABELS + 3]!, T[2 * LABELS + 2]!, T[2 * LABELS + 3]!];
    const [eo, eb, ep] = [T[3 * LABELS]!, T[3 * LABELS + 1]!, T[3 * LABELS + 4]!];
    const [pi, pe, qi, qe] = [T[4 * LABELS + 5]!, T[4 * LABELS + 6]!, T[5 * LABELS + 5]!, T[5 * LABELS + 6]!];
    const [fo, fb, fp] = [T[6 * LABELS]!, T[6 * LABELS + 1]!, T[6 * LABELS + 4]!];
    const last = (this.#length - 1) * WIDTH;
    const sum = LAST_LABELS.reduce<number>((total, label) => total + forward[last + label]!, 0);
    backward.fill(0, last, last + WIDTH);
    for (const label of LAST_LABELS) backward[last + label] = 1 / sum;
    for (let i = this.#length - 1, at = last; i > 0; i--, at -= WIDTH) {
      const part = 1 / scales[i]!;
      const o = exponents[at]! * backward[at]! * part;
      const b = exponents[at + 1]! * backward[at + 1]! * part;
      const n = exponents[at + 2]! * backward[at + 2]! * part;
      const e = exponents[at + 3]! * backward[at + 3]! * part;
      const p = exponents[at + 4]! * backward[at + 4]! * part;
      const q = exponents[at + 5]! * backward[at + 5]! * part;
      const f = exponents[at + 6]! * backward[at + 6]! * part;
      const to = at - WIDTH;
      backward[to] = oo * o + ob * b + op * p;
      backward[to + 1] = bi * n + be * e;
      backward[to + 2] = ii * n + ie * e;
      backward[to + 3] = eo * o + eb * b + ep * p;
      backward[to + 4] = pi * q + pe * f;
      backward[to + 5] = qi * q + qe * f;
      backward[to + 6] = fo * o + fb * b + fp * p;
    }
  }

  /** The probability of a label at a position. */
  probability(i: number, label: number): number {
    return this.#space.forward[i * WIDTH + label]! * this.#space.backward[i * WIDTH + label]!;
  }

  /** Of two labels in a row. */
  pairProbability(i: number, label: number, next: number): number {
    const { exponents, forward, backward, scales } = this.#space;
    const to = (i + 1) * WIDTH + next;
    return (forward[i * WIDTH + label]! * this.#factors[label * LABELS + next]! * exponents[to]! * backward[to]!) / scales[i + 1]!;
  }

  /** The logarithm of the odds that exactly [start, end) is a name of this type. */
  logOdds(start: number, end: number, type: NameType): number {
    if (end - start < 2) return IMPOSSIBLE;
    const { exponents, forward, backward, scales } = this.#space;
    const begin = BEGIN[type];
    const T = this.#factors;
    const last = (end - 1) * WIDTH + begin + 2;
    const inside = begin + 1;
    const steps =
      end - start === 2
        ? T[begin * LABELS + begin + 2]!
        : (T[begin * LABELS + inside]! * T[inside * LABELS + begin + 2]!) / T[inside * LABELS + inside]!;
    let log = Math.log(steps * (exponents[last]! / scales[end - 1]!)) + Math.log(forward[start * WIDTH + begin]! * backward[last]!);
    if (end - start > 2) log += this.#logStay(start + 1, end - 1, inside);
    if (!(log > IMPOSSIBLE)) return IMPOSSIBLE;
    return log - Math.log(Math.max(1 - Math.exp(log), 1e-12));
  }

  /** The logarithm of being inside a name from one position to another. */
  #logStay(from: number, to: number, inside: number): number {
    const { exponents, scales } = this.#space;
    const stay = this.#factors[inside * LABELS + inside]!;
    let log = 0;
    let product = 1;
    for (let i = from; i < to; i++) {
      product *= Math.max((exponents[i * WIDTH + inside]! / scales[i]!) * stay, 1e-30);
      if (product < SMALL) {
        log += Math.log(product);
        product = 1;
      }
    }
    return log + Math.log(product);
  }

  /** Every stretch that is more likely exactly a name than not, in order. No two of them overlap: they could not both be likely. */
  likely(): LikelyName[] {
    const names: LikelyName[] = [];
    const { forward, backward } = this.#space;
    const [body, project] = [BEGIN.organization, BEGIN.project];
    for (let start = 0, at = 0; start < this.#length; start++, at += WIDTH) {
      if (forward[at + body]! * backward[at + body]! > 0.5) this.#addName(start, 'organization', names);
      else if (forward[at + project]! * backward[at + project]! > 0.5) this.#addName(start, 'project', names);
    }
    return names;
  }

  #addName(start: number, type: NameType, names: LikelyName[]): void {
    let last = start + 1;
    while (last < this.#length && this.probability(last, BEGIN[type] + 1) > 0.5) last++;
    if (last < this.#length && this.logOdds(start, last + 1, type) > 0) names.push({ start, end: last + 1, type });
  }
}
