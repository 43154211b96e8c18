import { BEGIN, FIRST_LABELS, LAST_LABELS, type NameType, NEXT, LABELS as SHARED_LABELS, WIDTH as SHARED_WIDTH } from './sequence-layout';

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
/** Every step from one label to another that may be, twos in a row. */
const STEPS = Uint8Array.from(NEXT.flatMap((follows, from) => follows.flatMap((to) => [from, to])));

/** A linear-chain model's view of one text: how likely any stretch is exactly a name, and the best labelling. */
export class SequencePosterior {
  readonly #length: number;
  readonly #emissions: Float32Array;
  readonly #transitions: Float64Array;
  readonly #factors = new Float64Array(LABELS * LABELS);
  /** Forward and backward sums, each position scaled to 1, and the factors they are made of. */
  readonly #forward: Float64Array;
  readonly #backward: Float64Array;
  readonly #exponents: Float64Array;
  readonly #scales: Float64Array;
  /** Logarithms of staying inside a body, and a project, summed from the text's start. */
  readonly #inside: Readonly<Record<NameType, Float64Array>>;

  /** `emissions` has WIDTH numbers a character, `transitions` LABELS a label; `allowed`, a bit a label, leaves out the rest where given. */
  constructor(length: number, emissions: Float32Array, transitions: Float64Array, allowed: Uint8Array | null = null) {
    this.#length = length;
    this.#emissions = emissions;
    this.#transitions = transitions;
    transitions.forEach((weight, i) => {
      this.#factors[i] = Math.exp(weight);
    });
    this.#forward = new Float64Array(length * WIDTH);
    this.#backward = new Float64Array(length * WIDTH);
    this.#exponents = new Float64Array(length * WIDTH);
    this.#scales = new Float64Array(length);
    this.#goForward(allowed);
    this.#goBackward();
    this.#inside = { organization: this.#insideSums(BEGIN.organization), project: this.#insideSums(BEGIN.project) };
  }

  #goForward(allowed: Uint8Array | null): void {
    const forward = this.#forward;
    const exponents = this.#exponents;
    const emissions = this.#emissions;
    const T = this.#factors;
    const [oo, ob, op] = [T[0]!, T[1]!, T[4]!];
    const [bi, be, ii, ie] = [T[LABELS + 2]!, T[LABELS + 3]!, T[2 * LABELS + 2]!, T[2 * LABELS + 3]!];
    const [eo, eb, ep] = [T[3 * LABELS]!, T[3 * LABELS + 1]!, T[3 * LABELS + 4]!];
    const [pi, pe, qi, qe] = [T[4 * LABELS + 5]!, T[4 * LABELS + 6]!, T[5 * LABELS + 5]!, T[5 * LABELS + 6]!];
    const [fo, fb, fp] = [T[6 * LABELS]!, T[6 * LABELS + 1]!, T[6 * LABELS + 4]!];
    for (let i = 0; i < this.#length; i++) {
      const at = i * WIDTH;
      let most = emissions[at]!;
      for (let l = 1; l < LABELS; l++) if (emissions[at + l]! > most) most = emissions[at + l]!;
      for (let l = 0; l < LABELS; l++) exponents[at + l] = allowed && !(allowed[i]! & (1 << l)) ? 0 : Math.exp(emissions[at + l]! - most);
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

  #insideSums(begin: number): Float64Array {
    const inside = begin + 1;
    const stay = this.#factors[inside * LABELS + inside]!;
    const sums = new Float64Array(this.#length + 1);
    for (let i = 0; i < this.#length; i++)
      sums[i + 1] = sums[i]! + Math.log(Math.max((this.#exponents[i * WIDTH + inside]! / this.#scales[i]!) * stay, 1e-30));
    return sums;
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
      const sums = this.#inside[type];
      log += Math.log(T[begin * LABELS + inside]!) + sums[end - 1]! - sums[start + 1]!;
      log += Math.log(T[inside * LABELS + begin + 2]!) - Math.log(T[inside * LABELS + inside]!);
    }
    log += Math.log((this.#exponents[last]! / this.#scales[end - 1]!) * this.#backward[last]!);
    if (!(log > IMPOSSIBLE)) return IMPOSSIBLE;
    return log - Math.log(Math.max(1 - Math.exp(log), 1e-12));
  }

  /** The names of the best labelling, in order. */
  best(): LabelledName[] {
    const length = this.#length;
    const emissions = this.#emissions;
    if (length === 0) return [];
    let scores = new Float64Array(LABELS).fill(-Infinity);
    let next = new Float64Array(LABELS);
    const back = new Uint8Array(length * WIDTH);
    for (const l of FIRST_LABELS) scores[l] = emissions[l]!;
    for (let i = 1; i < length; i++) {
      next.fill(-Infinity);
      for (let step = 0; step < STEPS.length; step += 2) {
        const from = STEPS[step]!;
        const to = STEPS[step + 1]!;
        const score = scores[from]! + this.#transitions[from * LABELS + to]! + emissions[i * WIDTH + to]!;
        if (score <= next[to]!) continue;
        next[to] = score;
        back[i * WIDTH + to] = from;
      }
      const last = scores;
      scores = next;
      next = last;
    }
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
