import { useEffect, useState } from 'preact/hooks';
import type { EntityId } from '../../lib/model/ids';
import { SaidLine } from '../editor/said';
import { useText } from '../ui/text';
import { changeLine } from './change-words';
import type { Changes } from './use-changes';
import type { IndexService, PastChange } from './view';

interface PastPanelProps {
  id: EntityId;
  /** Changes whenever the index may have. */
  state: number;
  service: IndexService;
  changes: Changes;
}

/** What was done to one entity, the latest first: when, what field by field, and on which source. */
export function PastPanel({ id, state, service, changes }: PastPanelProps) {
  const t = useText();
  const [past, setPast] = useState<PastChange[]>([]);
  useEffect(() => {
    let latest = true;
    service.past(id).then(
      (found) => latest && setPast(found),
      () => latest && setPast([]),
    );
    return () => {
      latest = false;
    };
  }, [service, id, state]);
  if (past.length === 0) return null;
  return (
    <details class="past">
      <summary>{t('past_title', past.length)}</summary>
      <ol>
        {past.map(({ entry, said, sources }) => (
          <li key={entry.id}>
            <p>
              <time dateTime={entry.at}>{new Date(entry.at).toLocaleString()}</time>
              <span>{changeLine(t, entry)}</span>
              {entry.undoneBy === undefined && !entry.superseded ? (
                <button
                  type="button"
                  class="button small"
                  aria-label={t('undo_this', `${changeLine(t, entry)} ${new Date(entry.at).toLocaleString()}`)}
                  onClick={() => changes.undo(entry.id)}
                >
                  {t('undo')}
                </button>
              ) : (
                <span class="tag">{t(entry.undoneBy === undefined ? 'change_superseded' : 'change_undone')}</span>
              )}
            </p>
            {said.map((change, at) => (
              <SaidLine key={at} said={change} />
            ))}
            {sources.map((source) => (
              <small key={source.id} lang="zh-CN">
                {t('past_source', `${source.date} ${source.publisher}《${source.title}》`)}
              </small>
            ))}
          </li>
        ))}
      </ol>
    </details>
  );
}
