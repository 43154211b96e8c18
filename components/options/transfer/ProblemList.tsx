import type { FileProblem } from '../../../lib/model/file-problem';
import { useText } from '../../ui/text';
import { placeWords, problemWords } from './problem-words';

const MOST_SHOWN = 200;

/** What is wrong with a file: where, what, and what was found there. */
export function ProblemList({ problems, title }: { problems: readonly FileProblem[]; title: string }) {
  const t = useText();
  return (
    <section class="problems" role="alert">
      <h3>{title}</h3>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reached by keyboard */}
      <ul tabIndex={0} aria-label={title}>
        {problems.slice(0, MOST_SHOWN).map((problem, at) => (
          <li key={at}>
            {problem.place && <b>{placeWords(problem, t)} </b>}
            {problemWords(problem, t)} {problem.found && <code>{problem.found}</code>}
          </li>
        ))}
      </ul>
      {problems.length > MOST_SHOWN && <p class="aside">{t('file_more_problems', problems.length - MOST_SHOWN)}</p>}
    </section>
  );
}
