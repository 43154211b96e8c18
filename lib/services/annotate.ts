import type { Article, Findings, Segmenter } from '../finder/types';
import type { DictionaryKeeper } from './dictionary-keeper';
import type { LazySegmenter } from './segmenter';
import type { SetAside } from './verdicts';

interface Finder {
  annotate(article: Article): Findings;
}

interface Parts<D> {
  keeper: DictionaryKeeper<D>;
  segmenter: LazySegmenter;
  /** The reader's word on what is found. */
  verdicts: { apply(findings: Findings, page: string | undefined): Promise<Findings & { setAside?: SetAside[] }> };
  createFinder(dictionary: D, options: { segmenter: () => Segmenter | null }): Finder;
}

/** Who is `patient` waits for the segmenter, where there will be one. Others are told by `provisional` that waiting would tell more. */
type Question = Article & { patient?: boolean };
type Answer = Findings & { setAside?: SetAside[]; provisional?: boolean };

/** Answers with what the dictionary in use finds. */
export function createAnnotator<D>({ keeper, segmenter, verdicts, createFinder }: Parts<D>): (question: Question) => Promise<Answer> {
  let finder: { key: string; finder: Finder } | null = null;
  return async ({ patient, ...article }) => {
    if (patient) await segmenter.settled();
    const { key, dictionary } = await keeper.current();
    if (finder?.key !== key) finder = { key, finder: createFinder(dictionary, { segmenter: segmenter.ask }) };
    const findings = await verdicts.apply(finder.finder.annotate(article), article.url);
    return segmenter.awaited ? { ...findings, provisional: true } : findings;
  };
}
