/**
 * `npm run train`: moves the prior weights of names with a tail (lib/finder/lexicon/prior-weights.ts) towards what the labelled texts say,
 * by logistic regression with a Gaussian prior, and writes lib/finder/lexicon/learned-weights.json.
 * `-- --cross` only reports a five-fold cross-validation over texts, the learnt weights against the prior ones.
 */
import { writeFileSync } from 'node:fs';
import { type LabelledText, readLabelled } from '../../bench/eval/labelled';
import { PRIOR_WEIGHTS } from '../../lib/finder/lexicon/prior-weights';
import { loadDictionary } from '../annotator';
import { type Example, examplesOf } from './examples';

/** How far a weight may move: the variance of its Gaussian prior; and passes over the examples. */
const VARIANCE = 0.004;
const PASSES = 20;
/** Names are few among candidates; a missed one counts so many times. */
const FOUND_WEIGHT = 4;
const RATE = 0.25;
const SMALLEST = 0.1;
const FOLDS = 5;

type Weights = Map<string, number>;

const scoreOf = (example: Example, learned: Weights): number =>
  example.features.reduce((sum, feature) => sum + (PRIOR_WEIGHTS[feature] ?? 0) + (learned.get(feature) ?? 0), example.offset);

/** Adagrad on the penalised log-likelihood; deterministic, since the examples keep their order. */
function learn(examples: readonly Example[]): Weights {
  const learned: Weights = new Map();
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
  for (const [feature, weight] of learned) learned.set(feature, shrink(feature, weight, examples));
  return learned;
}

/** A feature seen once or twice has proved little. */
function shrink(feature: string, weight: number, examples: readonly Example[]): number {
  const seen = examples.filter((example) => example.features.includes(feature)).length;
  return (weight * seen) / (seen + 2);
}

function report(name: string, examples: readonly Example[], learned: Weights): { right: number; positive: number; predicted: number } {
  let right = 0;
  let predicted = 0;
  const positive = examples.filter((e) => e.positive).length;
  for (const example of examples) {
    if (scoreOf(example, learned) <= 0) continue;
    predicted++;
    if (example.positive) right++;
  }
  const f1 = (200 * right) / (positive + predicted);
  console.log(`${name.padEnd(10)} candidates ${examples.length}, names ${positive}, F1 of the candidates alone ${f1.toFixed(1)}`);
  return { right, positive, predicted };
}

const dictionary = loadDictionary();
const read = (texts: readonly LabelledText[]) => texts.flatMap((text) => examplesOf(text, dictionary));
const texts = readLabelled();

if (process.argv.includes('--cross')) {
  for (let fold = 0; fold < FOLDS; fold++) {
    const learned = learn(read(texts.filter((_, i) => i % FOLDS !== fold)));
    const held = read(texts.filter((_, i) => i % FOLDS === fold));
    report(`prior ${fold}`, held, new Map());
    report(`learnt ${fold}`, held, learned);
  }
} else {
  const examples = read(texts.filter((text) => text.part === 'learn'));
  const learned = learn(examples);
  report('prior', examples, new Map());
  report('learnt', examples, learned);
  const kept = [...learned].filter(([, weight]) => Math.abs(weight) >= SMALLEST).sort(([a], [b]) => (a < b ? -1 : 1));
  const rounded = Object.fromEntries(kept.map(([feature, weight]) => [feature, Math.round(weight * 100) / 100]));
  writeFileSync(
    new URL('../../lib/finder/lexicon/learned-weights.json', import.meta.url),
    `${JSON.stringify(rounded, null, 0).replaceAll(',"', ',\n"')}\n`,
  );
  console.log(`${kept.length} weights kept`);
}
