import { type CompiledDictionary, compileDictionary } from '../lib/finder/dictionary/compile';
import { scan } from '../lib/finder/dictionary/scan';
import { createFinder, type Finder } from '../lib/finder/finder';
import { buildLexicon } from '../lib/finder/lexicon/lexicon';
import { normalise } from '../lib/finder/normalise/normalise';
import type { Entity } from '../lib/model/entity';
import { loadDictionary } from '../tools/annotator';
import { makeNames, makeNews } from './corpus';
import { readLabelled } from './eval/labelled';
import { measure, milliseconds, report } from './measure';

const LENGTH = 20_000;
/** Readings before a measurement, so that it is the engine's optimised code that is measured. */
const WARM_UP = 300;

const countIn = (finder: Finder, text: string) => finder.annotate({ text }).mentions.length;

function warm(finder: Finder, text: string): void {
  for (let i = 0; i < WARM_UP; i++) countIn(finder, text);
}

/** The whole finder on news: against the dictionary scan alone, and with the segmenter against the segmenter alone. */
export async function benchFinder(): Promise<void> {
  const { compiled } = loadDictionary();
  const news = readLabelled()
    .map(({ text }) => text)
    .join('\n\n');
  const text = news.slice(0, LENGTH);
  const { cut } = await import('jieba-wasm');
  const wordStarts = (given: string) => {
    let end = 0;
    return cut(given, true).map((word) => {
      const start = end;
      end += word.length;
      return start;
    });
  };
  const bare = createFinder(compiled);
  const witnessed = createFinder(compiled, { segmenter: () => wordStarts });
  warm(bare, text);
  warm(witnessed, text.slice(0, 2_000));
  const { units } = normalise(text);
  const times = measure({
    scan: () => scan(compiled.trie, units).count,
    scanOfText: () => scan(compiled.trie, normalise(text).units).count,
    finder: () => countIn(bare, text),
    cut: () => cut(text, true).length,
    witnessed: () => countIn(witnessed, text),
  });
  console.log(`\nFinder, ${LENGTH} characters of labelled news, ${countIn(bare, text)} mentions`);
  console.log(`  scan ${milliseconds(times.scan)}, finder ${milliseconds(times.finder)}, with jieba ${milliseconds(times.witnessed)}`);
  report('finder without segmenter / dictionary scan of normalised units', times.finder / times.scan, 5);
  report('finder without segmenter / normalising and scanning the same text', times.finder / times.scanOfText);
  report('finder with jieba / jieba’s own cut of the same text', times.witnessed / times.cut, 2);
  benchLengths(bare, news);
  benchNames();
}

/** Cost per character, whatever the length of the text. */
function benchLengths(finder: Finder, news: string): void {
  const lengths = [1_000, 10_000, 100_000, 1_000_000];
  const long = news.repeat(Math.ceil(1_000_000 / news.length));
  const texts = lengths.map((length) => long.slice(0, length));
  const times = measure(Object.fromEntries(texts.map((text) => [String(text.length), () => countIn(finder, text)])));
  const costs = lengths.map((length) => (times[String(length)]! * 1_000_000) / length);
  console.log(`  per character at ${lengths.join(', ')}: ${costs.map((cost) => `${cost.toFixed(0)} ns`).join(', ')}`);
  report('cost per character, dearest / cheapest of 1,000 to 1,000,000 characters', Math.max(...costs) / Math.min(...costs), 1.5);
}

function dictionaryOf(names: readonly string[]): CompiledDictionary {
  const entities = names.map((name, i) => {
    const official = name.length <= 3;
    return { type: official ? 'official' : 'organization', id: `bench/${i}`, name, other_names: [], memberships: [], offices: [] };
  });
  return compileDictionary({ areas: [], entities: entities as unknown as Entity[] }, buildLexicon());
}

/** Cost of the same text, whatever the number of names in the index. */
function benchNames(): void {
  const names = makeNames(100_000);
  const few = createFinder(dictionaryOf(names.slice(0, 1_000)));
  const many = createFinder(dictionaryOf(names));
  const text = makeNews(LENGTH, names.slice(0, 1_000));
  warm(few, text);
  warm(many, text);
  const times = measure({ few: () => countIn(few, text), many: () => countIn(many, text) });
  console.log(
    `  1,000 names ${milliseconds(times.few)} (${countIn(few, text)} mentions), 100,000 ${milliseconds(times.many)} (${countIn(many, text)})`,
  );
  report('finder with 100,000 names / with 1,000', times.many / times.few, 1.5);
}
