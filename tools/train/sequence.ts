import type { LabelledText } from '../../bench/eval/labelled';
import type { PackedSequenceWeights } from '../../lib/finder/dictionary/sequence-weights';
import type { Reading } from '../../lib/finder/grammar/reading';
import { BEFORE_TEXT, BEHIND_TEXT, codeRow, gapRow, type SequenceFeatures } from '../../lib/finder/grammar/sequence-features';
import { BEGIN, CHARACTER_PLACES, CODES, classRow, LABELS, NEXT, PAIR_PLACES, ROWS, WIDTH } from '../../lib/finder/grammar/sequence-layout';
import { ENDS_BEFORE, ENDS_HERE, STARTS_BEHIND, STARTS_HERE } from '../../lib/finder/grammar/sequence-model';
import { SequencePosterior, spaceFor } from '../../lib/finder/grammar/sequence-posterior';

/** A text as the training reads it: the features of each character by number, and the labels each may bear. */
export interface Lesson {
  keys: number[][];
  allowed: Uint8Array;
}

const PASSES = 30;
const RATE = 0.1;
/** How strongly weights are held to nothing, each time one is used. */
const DECAY = 1e-3;
/** Characters and pairs seen less often teach nothing. */
const SEEN = 6;
const STEP = 1 / 32;
/** Pairs none of whose weights is larger are left out. */
const SMALLEST = 0.35;

/** Keys: rows first; then the grammar's choice in smaller parts, which are summed into its rows; then characters; then pairs. */
const PARTS = ROWS.count;
const SINGLES = PARTS + CODES + 2 * CODES * CODES;
const PAIRS = SINGLES + 0x10000 * CHARACTER_PLACES;
const partKeys = (before: number, here: number, behind: number): number[] => [
  PARTS + here,
  PARTS + CODES + before * CODES + here,
  PARTS + CODES + CODES * CODES + here * CODES + behind,
];
const pairKey = (first: number, second: number, place: number): number => PAIRS + (first * 0x10000 + second) * PAIR_PLACES + place;

/** What of a text the model may learn from: optional labels may be anything; a place is no name. */
export function lessonOf(text: LabelledText, reading: Reading, features: SequenceFeatures): Lesson {
  const keys: number[][] = [];
  for (let i = 0; i < features.length; i++) keys.push(keysAt(features, i));
  return { keys, allowed: allowedLabels(text, reading) };
}

function keysAt(f: SequenceFeatures, i: number): number[] {
  const char = (j: number) => (j < 0 ? BEFORE_TEXT : j < f.length ? f.characters[j]! : BEHIND_TEXT);
  const keys = [
    gapRow(f.gap, i),
    ROWS.particles + f.particles[i]!,
    codeRow(f.codes, i),
    ...partKeys(i > 0 ? f.codes[i - 1]! : 0, f.codes[i]!, f.codes[i + 1]!),
    ROWS.list + f.list[i]!,
    ROWS.neighbours + f.neighbours[i]!,
  ];
  const classes = (bits: number, context: number) => {
    for (let rest = bits; rest; rest &= rest - 1) keys.push(classRow(context, 31 - Math.clz32(rest & -rest)));
  };
  classes(f.starts[i]!, STARTS_HERE);
  classes(f.ends[i + 1]!, ENDS_HERE);
  classes(f.ends[i]!, ENDS_BEFORE);
  classes(f.starts[i + 1]!, STARTS_BEHIND);
  for (let place = 0; place < CHARACTER_PLACES; place++) keys.push(SINGLES + char(i - 2 + place) * CHARACTER_PLACES + place);
  for (let place = 0; place < PAIR_PLACES; place++) keys.push(pairKey(char(i - 2 + place), char(i - 1 + place), place));
  return keys;
}

function allowedLabels(text: LabelledText, reading: Reading): Uint8Array {
  const { source } = reading.normal;
  const allowed = new Uint8Array(reading.length).fill(1);
  let from = 0;
  for (const label of text.labels) {
    while (from < reading.length && source[from]! < label.start) from++;
    let to = from;
    while (to < reading.length && source[to]! < label.end) to++;
    if (to - from < 2 || (label.type !== 'organization' && label.type !== 'project')) continue;
    if (label.optional) {
      allowed.fill(2 ** LABELS - 1, from, to);
      continue;
    }
    const begin = BEGIN[label.type];
    allowed.fill(1 << (begin + 1), from, to);
    allowed[from] = 1 << begin;
    allowed[to - 1] = 1 << (begin + 2);
  }
  return allowed;
}

/** Learns the weights of a conditional random field: Adagrad on the penalised log-likelihood, text by text. Deterministic. */
export function learnSequence(lessons: readonly Lesson[]): PackedSequenceWeights {
  const numbers = numberKeys(lessons);
  const texts = lessons.map(({ keys, allowed }) => ({
    allowed,
    rows: keys.map((own) => Int32Array.from(own.map((key) => numbers.get(key) ?? -1).filter((number) => number >= 0))),
  }));
  const weights = new Float64Array(numbers.size * LABELS);
  const squares = new Float64Array(numbers.size * LABELS).fill(1e-3);
  const transitions = new Float64Array(LABELS * LABELS);
  const transitionSquares = new Float64Array(LABELS * LABELS).fill(1);
  for (let pass = 0; pass < PASSES; pass++) {
    for (const { rows, allowed } of texts) {
      const emissions = emissionsOf(rows, weights);
      const factors = transitions.map(Math.exp);
      const free = posteriorOf(emissions, factors);
      const told = posteriorOf(emissions, factors, allowed);
      rows.forEach((own, i) => {
        for (let label = 0; label < LABELS; label++) {
          const error = told.probability(i, label) - free.probability(i, label);
          if (Math.abs(error) < 1e-4) continue;
          for (const row of own) step(weights, squares, row * LABELS + label, error - DECAY * weights[row * LABELS + label]!);
        }
        if (i + 1 >= rows.length) return;
        NEXT.forEach((follows, label) => {
          for (const next of follows) {
            const error = told.pairProbability(i, label, next) - free.pairProbability(i, label, next);
            if (Math.abs(error) > 1e-4) step(transitions, transitionSquares, label * LABELS + next, error);
          }
        });
      });
    }
  }
  return pack(numbers, weights, transitions);
}

/** The view of a text whose characters' weights are these; where `allowed` is given, a bit a label, of such labellings alone. */
export function posteriorOf(emissions: Float32Array, factors: Float64Array, allowed?: Uint8Array): SequencePosterior {
  const length = emissions.length / WIDTH;
  const space = spaceFor(length);
  for (let i = 0, at = 0; i < length; i++, at += WIDTH) {
    const most = Math.max(...emissions.subarray(at, at + LABELS));
    for (let l = 0; l < LABELS; l++)
      space.exponents[at + l] = allowed && !(allowed[i]! & (1 << l)) ? 0 : Math.exp(emissions[at + l]! - most);
  }
  return new SequencePosterior(length, factors, space);
}

function step(weights: Float64Array, squares: Float64Array, at: number, gradient: number): void {
  squares[at]! += gradient * gradient;
  weights[at]! += (RATE * gradient) / Math.sqrt(squares[at]!);
}

function emissionsOf(rows: readonly Int32Array[], weights: Float64Array): Float32Array {
  const emissions = new Float32Array(rows.length * WIDTH);
  rows.forEach((own, i) => {
    for (const row of own) for (let label = 0; label < LABELS; label++) emissions[i * WIDTH + label]! += weights[row * LABELS + label]!;
  });
  return emissions;
}

function numberKeys(lessons: readonly Lesson[]): Map<number, number> {
  const seen = new Map<number, number>();
  for (const { keys } of lessons) for (const own of keys) for (const key of own) seen.set(key, (seen.get(key) ?? 0) + 1);
  const numbers = new Map<number, number>();
  for (const [key, times] of seen) if (times >= SEEN || key < SINGLES) numbers.set(key, numbers.size);
  return numbers;
}

function pack(numbers: ReadonlyMap<number, number>, weights: Float64Array, transitions: Float64Array): PackedSequenceWeights {
  const weight = (key: number, label: number): number => {
    const number = numbers.get(key);
    return number === undefined ? 0 : weights[number * LABELS + label]!;
  };
  const bytes = (keys: readonly number[], value = weight): number[] =>
    keys.flatMap((key) =>
      Array.from({ length: LABELS }, (_, label) => Math.max(-127, Math.min(127, Math.round(value(key, label) / STEP)))),
    );
  const places = (from: number, count: number) => Array.from({ length: count }, (_, place) => from + place);
  const pairs = [...new Set([...numbers.keys()].filter((key) => key >= PAIRS).map((key) => Math.floor((key - PAIRS) / PAIR_PLACES)))]
    .filter((pair) => places(PAIRS + pair * PAIR_PLACES, PAIR_PLACES).some((key) => strength(key, weight) >= SMALLEST))
    .sort((a, b) => a - b);
  const single = (unit: number) => places(SINGLES + unit * CHARACTER_PLACES, CHARACTER_PLACES);
  const units = new Set(
    [...numbers.keys()].filter((key) => key >= SINGLES && key < PAIRS).map((key) => Math.floor((key - SINGLES) / CHARACTER_PLACES)),
  );
  for (const pair of pairs) units.add(Math.floor(pair / 0x10000)).add(pair % 0x10000);
  const characters = [...units].sort((a, b) => a - b);
  const place = new Map(characters.map((unit, i) => [unit, i + 1]));
  return {
    characters: String.fromCharCode(...characters),
    singles: base64(Int8Array.from(bytes(characters.flatMap(single)))),
    pairs: base64(Uint16Array.from(pairs.flatMap((pair) => [place.get(Math.floor(pair / 0x10000))!, place.get(pair % 0x10000)!]))),
    pairWeights: base64(Int8Array.from(bytes(pairs.flatMap((pair) => places(PAIRS + pair * PAIR_PLACES, PAIR_PLACES))))),
    rows: base64(Int8Array.from(bytes(places(0, ROWS.count), (key, label) => withParts(key, label, weight)))),
    transitions: Array.from(transitions, (value) => Math.round(value * 1000) / 1000),
    step: STEP,
  };
}

const strength = (key: number, weight: (key: number, label: number) => number): number =>
  Math.max(...Array.from({ length: LABELS }, (_, label) => Math.abs(weight(key, label))));

/** A row of the grammar's choice weighs what its parts weigh together. */
function withParts(row: number, label: number, weight: (key: number, label: number) => number): number {
  const code = row - ROWS.codes;
  if (code < 0 || code >= CODES ** 3) return weight(row, label);
  const parts = partKeys(Math.floor(code / CODES ** 2), Math.floor(code / CODES) % CODES, code % CODES);
  return parts.reduce((sum, key) => sum + weight(key, label), weight(row, label));
}

const base64 = (numbers: Int8Array | Uint16Array): string =>
  Buffer.from(numbers.buffer, numbers.byteOffset, numbers.byteLength).toString('base64');
