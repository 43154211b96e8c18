import { useEffect, useState } from 'preact/hooks';
import { useText } from '../ui/text';
import { changeLine } from './change-words';
import type { Changes } from './use-changes';
import type { IndexService, JournalEntry } from './view';

interface ChangesPageProps {
  /** Changes whenever the index may have. */
  revision: number;
  service: IndexService;
  changes: Changes;
}

/** What was done to the index, the latest first; each can be taken back as a whole. */
export function ChangesPage({ revision, service, changes }: ChangesPageProps) {
  const t = useText();
  const [entries, setEntries] = useState<JournalEntry[] | null>(null);
  const [error, setError] = useState<string | null>(null);
  const read = revision + changes.count;
  useEffect(() => {
    service.journal().then(setEntries, (failure) => setError(service.explain(failure)));
  }, [service, read]);
  return (
    <div class="page changes">
      <h1>{t('nav_changes')}</h1>
      <p class="aside">{t('changes_about')}</p>
      {error && (
        <p class="failure" role="alert">
          {error}
        </p>
      )}
      {entries?.length === 0 && <p class="empty">{t('changes_none')}</p>}
      <ol>
        {entries?.map((entry) => (
          <li key={entry.id} class={entry.undoneBy === undefined ? undefined : 'undone'}>
            <time dateTime={entry.at}>{new Date(entry.at).toLocaleString()}</time>
            <span class="what">{changeLine(t, entry)}</span>
            {entry.undoneBy === undefined && !entry.superseded ? (
              <button
                type="button"
                class="button small"
                aria-label={t('undo_this', changeLine(t, entry))}
                onClick={() => changes.undo(entry.id)}
              >
                {t('undo')}
              </button>
            ) : (
              <span class="tag">{t(entry.undoneBy === undefined ? 'change_superseded' : 'change_undone')}</span>
            )}
          </li>
        ))}
      </ol>
    </div>
  );
}
