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

/** Who is `patient` waits for the segmenter, where there will be one. Others are told by `provisional` that waiting would tell more. */
type Question = Article & { patient?: boolean };
type Answer = Findings & { provisional?: boolean };

/** Answers with what the dictionary in use finds. */
export function createAnnotator<D>({ keeper, segmenter, createFinder }: Parts<D>): (question: Question) => Promise<Answer> {
  let finder: { key: string; finder: Finder } | null = null;
  return async ({ patient, ...article }) => {
    if (patient) await segmenter.settled();
    const { key, dictionary } = await keeper.current();
    if (finder?.key !== key) finder = { key, finder: createFinder(dictionary, { segmenter: segmenter.ask }) };
    const findings = finder.finder.annotate(article);
    return segmenter.awaited ? { ...findings, provisional: true } : findings;
  };
}
