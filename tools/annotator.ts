import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { type CompiledDictionary, compileDictionary, type IndexContent } from '../lib/finder/dictionary/compile';
import { Dictionary } from '../lib/finder/dictionary/dictionary';
import { createFinder } from '../lib/finder/finder';
import { buildLexicon } from '../lib/finder/lexicon/lexicon';
import type { Article, Findings } from '../lib/finder/types';
import type { Entity } from '../lib/model/entity';
import { Pack } from '../lib/packs/pack';
import { LazySegmenter } from '../lib/services/segmenter';
import { ensurePack } from './data/build';

/** The dictionary of the pack as the extension ships it. */
export function loadDictionary(): Dictionary {
  return new Dictionary(compilePack());
}

function compilePack(): CompiledDictionary {
  return compileDictionary(packContent(), buildLexicon());
}

/** What the pack holds, as the dictionary is compiled from it. */
export function packContent(): IndexContent {
  const pack = v.parse(Pack, JSON.parse(readFileSync(ensurePack(), 'utf8')));
  const entities: Entity[] = [
    ...pack.persons.map((person) => ({ type: 'official' as const, ...person })),
    ...pack.organizations.map((organization) => ({ type: 'organization' as const, ...organization })),
    ...pack.projects.map((project) => ({ type: 'project' as const, ...project })),
  ];
  return { areas: pack.areas, entities };
}

/** The finder on the pack as the extension ships it, without a browser: same code, same data, same segmenter. */
export async function createPackAnnotator(): Promise<(article: Article) => Findings> {
  const segmenter = new LazySegmenter(async () => {
    const { cut } = await import('jieba-wasm');
    return (text) => cut(text, true);
  });
  // A file can wait where a page would not: every article is read with the segmenter's vote.
  segmenter.ask();
  await segmenter.settled();
  const finder = createFinder(compilePack(), { segmenter: segmenter.ask });
  return (article) => finder.annotate(article);
}
