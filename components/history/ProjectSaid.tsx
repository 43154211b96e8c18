import type { Source } from '../../lib/model/source';
import type { Mark, Told } from '../../lib/reading/project-record';
import { type Translate, useText } from '../ui/text';
import { SourceLine } from './PostTimeline';

export type Report = Pick<Source, 'publisher' | 'title' | 'url'>;

/** What reports said of a project's money and dates, in their order, with what they contradict. */
export function ProjectSaid({ told }: { told: Told<Report | undefined>[] }) {
  const t = useText();
  if (!told.length) return <p class="empty">{t('history_no_said')}</p>;
  return (
    <ol class="timeline">
      {told.map(({ claim, reported, where, marks }, at) => (
        <li key={at} data-kind={claim.kind}>
          <time>{reported ?? t('history_undated')}</time>
          <div>
            <p lang="zh-CN">{claim.text}</p>
            {marks.map((mark) => (
              <p key={mark.kind} class="mark">
                {wordsFor(mark, t)}
              </p>
            ))}
            {where && <SourceLine source={where} />}
          </div>
        </li>
      ))}
    </ol>
  );
}

function wordsFor(mark: Mark, t: Translate): string {
  switch (mark.kind) {
    case 'differs':
      return t('history_mark_differs', mark.before);
    case 'moved':
      return t(mark.later ? 'history_mark_later' : 'history_mark_earlier', mark.before);
    case 'passed':
      return t('history_mark_passed');
    case 'late':
      return t('history_mark_late', mark.by);
  }
}
