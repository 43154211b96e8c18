import type { Article, Findings, Segmenter } from '../finder/types';
import type { DictionaryKeeper } from './dictionary-keeper';
import type { LazySegmenter } from './segmenter';

interface Finder {
  annotate(article: Article): Findings;
}

interface Parts<D> {
  keeper: DictionaryKeeper<D>;
  segmenter: LazySegmenter;
  createFinder(dictionary: D, options: { segmenter: () => Segmenter | null }): Finder;
}

/** Answers with what the dictionary in use finds. */
export function createAnnotator<D>({ keeper, segmenter, createFinder }: Parts<D>): (article: Article) => Promise<Findings> {
  let finder: { key: string; finder: Finder } | null = null;
  return async (article) => {
    const { key, dictionary } = await keeper.current();
    if (finder?.key !== key) finder = { key, finder: createFinder(dictionary, { segmenter: segmenter.ask }) };
    return finder.finder.annotate(article);
  };
}
