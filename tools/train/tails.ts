import type { LabelledText } from '../../bench/eval/labelled';
import type { Dictionary } from '../../lib/finder/dictionary/dictionary';
import { PRIOR_WEIGHTS } from '../../lib/finder/lexicon/prior-weights';
import { type Example, examplesOf } from './examples';

/** How far a weight may move: the variance of its Gaussian prior; and passes over the examples. */
const VARIANCE = 0.004;
const PASSES = 20;
/** Names are few among candidates; a missed one counts so many times. */
const FOUND_WEIGHT = 4;
const RATE = 0.25;
const SMALLEST = 0.25;

const scoreOf = (example: Example, learned: ReadonlyMap<string, number>): number =>
  example.features.reduce((sum, feature) => sum + (PRIOR_WEIGHTS[feature] ?? 0) + (learned.get(feature) ?? 0), example.offset);

/** Moves the prior weights of names with a tail towards what the texts say: Adagrad on the penalised log-likelihood. Deterministic. */
export function learnTails(texts: readonly LabelledText[], dictionary: Dictionary): Record<string, number> {
  const examples = texts.flatMap((text) => examplesOf(text, dictionary));
  const learned = new Map<string, number>();
  const squares = new Map<string, number>();
  for (let pass = 0; pass < PASSES; pass++) {
    for (const example of examples) {
      const probability = 1 / (1 + Math.exp(-scoreOf(example, learned)));
      const error = ((example.positive ? 1 : 0) - probability) * (example.positive ? FOUND_WEIGHT : 1);
      for (const feature of example.features) {
        const weight = learned.get(feature) ?? 0;
        const gradient = error - weight / (VARIANCE * examples.length);
        const square = (squares.get(feature) ?? 1e-2) + gradient * gradient;
        squares.set(feature, square);
        learned.set(feature, weight + (RATE * gradient) / Math.sqrt(square));
      }
    }
  }
  return rounded(learned, examples);
}

/** A feature seen once or twice has proved little, and a small weight says nothing. */
function rounded(learned: ReadonlyMap<string, number>, examples: readonly Example[]): Record<string, number> {
  const seen = new Map<string, number>();
  for (const example of examples) for (const feature of new Set(example.features)) seen.set(feature, (seen.get(feature) ?? 0) + 1);
  const kept: [string, number][] = [];
  for (const [feature, weight] of learned) {
    const times = seen.get(feature) ?? 0;
    const shrunk = (weight * times) / (times + 2);
    if (Math.abs(shrunk) >= SMALLEST) kept.push([feature, Math.round(shrunk * 100) / 100]);
  }
  return Object.fromEntries(kept.sort(([a], [b]) => (a < b ? -1 : 1)));
}
