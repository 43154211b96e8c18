import { useMemo, useState } from 'preact/hooks';
import { useText } from '../ui/text';
import { SavedList } from './SavedList';
import type { PopupEvents, SavedEntity } from './view';

/** What is saved, by tag, and below it what the reader may want to switch on. */
export function SavedPanel({ saved, history, events }: { saved: SavedEntity[] | null; history: boolean; events: PopupEvents }) {
  const t = useText();
  const [tag, setTag] = useState('');
  const tags = useMemo(() => [...new Set(saved?.flatMap((item) => item.tags))].sort(), [saved]);
  const wanted = tags.includes(tag) ? tag : '';
  const shown = wanted ? (saved?.filter((item) => item.tags.includes(wanted)) ?? null) : saved;
  return (
    <>
      {tags.length > 0 && (
        <select class="tag-filter" aria-label={t('popup_tag')} value={wanted} onChange={({ currentTarget }) => setTag(currentTarget.value)}>
          <option value="">{t('popup_all_tags')}</option>
          {tags.map((name) => (
            <option key={name} value={name}>
              {name}
            </option>
          ))}
        </select>
      )}
      <SavedList key={wanted} saved={shown} label="popup_saved" none={t('popup_nothing_saved')} events={events} />
      {!history && saved && saved.length > 0 && (
        <p class="aside">
          {t('history_is_off')}{' '}
          <button type="button" class="link" onClick={events.onOpenHistory}>
            {t('history_turn_on')}
          </button>
        </p>
      )}
    </>
  );
}
