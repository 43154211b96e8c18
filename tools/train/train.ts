/**
 * `npm run train`: learns from the labelled texts of the part to learn from. First the weights of names with a tail, moved from the prior
 * ones (lib/finder/lexicon/learned-weights.json); then the sequence model, which is taught on what the grammar chooses in texts that its
 * own weights were not taught on (lib/finder/lexicon/sequence-weights.json).
 * `-- --cross` only reports a five-fold cross-validation over texts: the finder with each text read by weights that never saw it.
 */
import { writeFileSync } from 'node:fs';
import { type LabelledText, readLabelled } from '../../bench/eval/labelled';
import { formatScore, score } from '../../bench/eval/score';
import { compileDictionary } from '../../lib/finder/dictionary/compile';
import { Dictionary } from '../../lib/finder/dictionary/dictionary';
import { unpackSequenceWeights } from '../../lib/finder/dictionary/sequence-weights';
import { createFinder, findCandidates } from '../../lib/finder/finder';
import { Reading } from '../../lib/finder/grammar/reading';
import { findScope } from '../../lib/finder/grammar/scope';
import { sequenceFeatures } from '../../lib/finder/grammar/sequence-features';
import { chooseSpans } from '../../lib/finder/grammar/span';
import { TailWeights } from '../../lib/finder/grammar/tail-weights';
import { buildLexicon } from '../../lib/finder/lexicon/lexicon';
import { packContent } from '../annotator';
import { type Lesson, learnSequence, lessonOf } from './sequence';
import { learnTails } from './tails';

const FOLDS = 5;
const content = packContent();
const compile = (learned?: Record<string, number>) => compileDictionary(content, buildLexicon(learned));
const article = ({ text, date, url }: LabelledText) => ({ text, date, ...(url && { url }) });
const texts = readLabelled().filter(({ part }) => part === 'learn');
const base = new Dictionary(compile());
/** By fold: the dictionary whose weights never saw the fold's texts. */
const folds = Array.from({ length: FOLDS }, (_, fold) =>
  compile(
    learnTails(
      texts.filter((_, i) => i % FOLDS !== fold),
      base,
    ),
  ),
);

function lesson(text: LabelledText, fold: number): Lesson {
  const dictionary = new Dictionary(folds[fold]!);
  const reading = new Reading(text.text, dictionary);
  const given = article(text);
  const candidates = findCandidates(reading, given, findScope(reading, given), new TailWeights(dictionary));
  return lessonOf(text, reading, sequenceFeatures(reading, chooseSpans(candidates)));
}

const lessons = texts.map((text, i) => lesson(text, i % FOLDS));

if (process.argv.includes('--cross')) {
  const pairs = folds.flatMap((compiled, fold) => {
    const sequence = unpackSequenceWeights(learnSequence(lessons.filter((_, i) => i % FOLDS !== fold)));
    const finder = createFinder({ ...compiled, sequence });
    return texts.filter((_, i) => i % FOLDS === fold).map((text) => ({ text, mentions: finder.annotate(article(text)).mentions }));
  });
  const result = score(pairs);
  if (process.argv.includes('--errors')) for (const error of result.errors) console.log(error);
  console.log(formatScore(result));
} else {
  const write = (file: string, json: string) => writeFileSync(new URL(`../../lib/finder/lexicon/${file}`, import.meta.url), `${json}\n`);
  write('learned-weights.json', JSON.stringify(learnTails(texts, base)).replaceAll(',"', ',\n"'));
  write('sequence-weights.json', JSON.stringify(learnSequence(lessons)).replaceAll(',"', ',\n"'));
}
