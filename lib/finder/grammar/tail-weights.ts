import type { Dictionary } from '../dictionary/dictionary';
import {
  FIRST_NAMES,
  FLAG_NAMES,
  INNER_CHARACTER,
  INNER_EDGE,
  KIND_NAMES,
  LEFT_NAMES,
  RIGHT_NAMES,
  STEM_NAMES,
} from './tail-feature-names';
import type { TailFeatures } from './tail-features';

const KINDS = KIND_NAMES.length;
const LEFTS = LEFT_NAMES.length;
const FIRSTS = FIRST_NAMES.length;
const RIGHTS = RIGHT_NAMES.length;
const STEMS = STEM_NAMES.length;
const FLAGS = FLAG_NAMES.length;
const VERBS = 4;
const EDGES = 5;
const numbered = (count: number): string[] => Array.from({ length: count }, (_, i) => String(i));

/**
 * The weights of names with a tail, laid out once for a dictionary so that a candidate is scored without a string being made. The names
 * they are kept under are those of `featureNames`, and the score of a candidate is the sum of the weights of its names.
 */
export class TailWeights {
  readonly #bias = new Float64Array(KINDS);
  readonly #left: Float64Array;
  readonly #first: Float64Array;
  readonly #right: Float64Array;
  readonly #stem: Float64Array;
  readonly #verbs: Float64Array;
  readonly #edges: Float64Array;
  readonly #flags: Float64Array;
  readonly #leaders = new Float64Array(KINDS);
  /** By kind, then by the number of the character; 0 stands for every character that nothing was learnt of. */
  readonly #characters = new Uint16Array(0x10000);
  readonly #before: Float64Array;
  readonly #within: Float64Array;
  /** By the first character's number, the second character and the kind. */
  readonly #leads: ReadonlyMap<number, number>[];
  /** By kind, then by where the word's values begin. */
  readonly #over: ReadonlyMap<number, number>[];
  /** Rows of the tails' own weights, by their text and by where their values begin; row 0 is that of every other tail. */
  readonly #rowOfText = new Map<string, number>();
  readonly #rowOfWord = new Map<number, number>();
  readonly #tail: Float64Array;
  readonly #tailRight: Float64Array;
  readonly #tailFirst: Float64Array;

  constructor(dictionary: Dictionary) {
    const all = new Map(dictionary.weights());
    const column = (prefix: string, names: readonly string[]): Float64Array =>
      Float64Array.from(
        KIND_NAMES.flatMap((kind) => names.map((name) => `${kind}:${prefix}${name}`)),
        (feature) => all.get(feature) ?? 0,
      );
    this.#left = column('left=', LEFT_NAMES);
    this.#first = column('first=', FIRST_NAMES);
    this.#right = column('right=', RIGHT_NAMES);
    this.#stem = column('stem=', STEM_NAMES);
    this.#flags = column('', FLAG_NAMES);
    this.#verbs = withoutZero(column('verbs=', numbered(VERBS)), VERBS);
    this.#edges = withoutZero(column('edges=', numbered(EDGES)), EDGES);
    KIND_NAMES.forEach((kind, k) => {
      this.#bias[k] = all.get(kind) ?? 0;
      this.#leaders[k] = all.get(`${kind}:leaders`) ?? 0;
    });
    const learnt = (prefix: string): [kind: number, rest: string, weight: number][] =>
      [...all].flatMap(([feature, weight]) =>
        feature.startsWith(`:${prefix}`, 1) ? [[kindOf(feature), feature.slice(2 + prefix.length), weight]] : [],
      );
    const before = learnt('char=');
    const within = learnt('in=');
    const leads = learnt('lead=');
    const tails = learnt('tail=').map(([kind, rest, weight]) => ({ kind, weight, ...splitTail(rest) }));
    let count = 1;
    for (const [, text] of [...before, ...within, ...leads]) {
      const unit = text.charCodeAt(0);
      if (!this.#characters[unit]) this.#characters[unit] = count++;
    }
    this.#before = new Float64Array(KINDS * count);
    this.#within = new Float64Array(KINDS * count);
    for (const [kind, text, weight] of before) this.#before[KINDS * this.#characters[text.charCodeAt(0)]! + kind] = weight;
    for (const [kind, text, weight] of within) this.#within[KINDS * this.#characters[text.charCodeAt(0)]! + kind] = weight;
    this.#leads = KIND_NAMES.map(
      (_, k) =>
        new Map(
          leads.flatMap(([kind, text, weight]) => (kind === k ? [[this.#lead(text.charCodeAt(0), text.charCodeAt(1)), weight]] : [])),
        ),
    );
    this.#over = KIND_NAMES.map(
      (_, k) => new Map(learnt('over=').flatMap(([kind, word, weight]) => (kind === k ? [[dictionary.find(word), weight]] : []))),
    );
    for (const { text } of tails) {
      if (this.#rowOfText.has(text)) continue;
      const row = this.#rowOfText.size + 1;
      this.#rowOfText.set(text, row);
      const at = dictionary.find(text);
      if (at > 0) this.#rowOfWord.set(at, row);
    }
    const rows = this.#rowOfText.size + 1;
    this.#tail = new Float64Array(KINDS * rows);
    this.#tailRight = new Float64Array(KINDS * rows * RIGHTS);
    this.#tailFirst = new Float64Array(KINDS * rows * FIRSTS);
    for (const { kind, text, right, first, weight } of tails) {
      const row = KINDS * this.#rowOfText.get(text)! + kind;
      if (right >= 0) this.#tailRight[row * RIGHTS + right] = weight;
      else if (first >= 0) this.#tailFirst[row * FIRSTS + first] = weight;
      else this.#tail[row] = weight;
    }
  }

  /** The row of a tail: by its word in the index where it is one, else by its text. */
  rowOf(at: number, text: () => string): number {
    return (at > 0 ? this.#rowOfWord.get(at) : this.#rowOfText.get(text())) ?? 0;
  }

  /** What the tail weighs, whatever the start. */
  ofTail({ kind, right }: TailFeatures, row: number): number {
    const at = KINDS * row + kind;
    return this.#bias[kind]! + this.#tail[at]! + this.#tailRight[at * RIGHTS + right]! + this.#right[kind * RIGHTS + right]!;
  }

  /** What the words within the stem weigh that came since the number `from`. */
  ofInner({ kind, inner }: TailFeatures, from: number): number {
    let sum = 0;
    for (let i = from; i < inner.length; i += 2) {
      const value = inner[i + 1]!;
      switch (inner[i]) {
        case INNER_CHARACTER:
          sum += this.#within[KINDS * this.#characters[value]! + kind]!;
          break;
        case INNER_EDGE:
          sum += this.#over[kind]!.get(value) ?? 0;
          break;
        default:
          sum += this.#leaders[kind]!;
      }
    }
    return sum;
  }

  /** What the start weighs that the features were last asked for. */
  ofStart(features: TailFeatures, row: number): number {
    const { kind, left, first, stem, before, units, start } = features;
    let sum =
      this.#left[kind * LEFTS + left]! +
      this.#first[kind * FIRSTS + first]! +
      this.#tailFirst[(KINDS * row + kind) * FIRSTS + first]! +
      this.#stem[kind * STEMS + stem]! +
      this.#verbs[kind * VERBS + Math.min(features.verbs, VERBS - 1)]! +
      this.#edges[kind * EDGES + Math.min(features.edges, EDGES - 1)]!;
    if (this.#characters[units[start]!]) sum += this.#leads[kind]!.get(this.#lead(units[start]!, units[start + 1]!)) ?? 0;
    if (before) sum += this.#before[KINDS * this.#characters[before]! + kind]!;
    for (let flags = features.flags; flags; flags &= flags - 1) sum += this.#flags[kind * FLAGS + 31 - Math.clz32(flags & -flags)]!;
    return sum;
  }

  #lead(first: number, second: number): number {
    return this.#characters[first]! * 0x10000 + second;
  }
}

const kindOf = (feature: string): number => KIND_NAMES.indexOf(feature[0] as (typeof KIND_NAMES)[number]);

/** No verb and no edge is no feature at all. */
function withoutZero(column: Float64Array, size: number): Float64Array {
  for (let i = 0; i < column.length; i += size) column[i] = 0;
  return column;
}

/** 项目&right=verb: the tail, and what is said of it together with it; -1 where nothing is. */
function splitTail(rest: string): { text: string; right: number; first: number } {
  const right = RIGHT_NAMES.findIndex((name) => rest.endsWith(`&right=${name}`));
  const first = FIRST_NAMES.findIndex((name) => rest.endsWith(`&first=${name}`));
  const text =
    right >= 0
      ? rest.slice(0, -`&right=${RIGHT_NAMES[right]}`.length)
      : first >= 0
        ? rest.slice(0, -`&first=${FIRST_NAMES[first]}`.length)
        : rest;
  return { text, right, first };
}
