import { Copy, Download, Star } from 'lucide';
import { useState } from 'preact/hooks';
import type { EntityId } from '../../lib/model/ids';
import { Icon } from '../ui/Icon';
import { useText } from '../ui/text';
import { castMarkdown, castTable } from './cast-table';
import type { Cast, PanelEvents } from './view';

/** What is done with the cast as a whole. */
export function CastTools({ cast, events }: { cast: Cast; events: PanelEvents }) {
  const t = useText();
  const [said, setSaid] = useState('');
  /** What was saved last, all at once. */
  const [added, setAdded] = useState<EntityId[]>([]);
  const known = cast.entities.flatMap(({ entityId, candidates }) => (entityId && !candidates ? [entityId] : []));
  const allSaved = known.every((id) => cast.facts?.members.get(id)?.saved ?? true);
  const file = fileName(cast);
  const copy = () =>
    events.onCopy(castMarkdown(cast, t)).then(
      () => say(t('copied')),
      () => say(t('copy_failed')),
    );
  const say = (text: string, saved: EntityId[] = []) => {
    setSaid(text);
    setAdded(saved);
  };
  const saveAll = () => events.onSaveAll(known).then((saved) => say(t('panel_saved_all', saved.length), saved));
  const letGo = () => events.onUnsaveAll(added).then((gone) => gone && say(t('panel_unsaved_all', added.length)));
  return (
    <>
      <div class="tools">
        <button type="button" disabled={!cast.facts || allSaved} onClick={() => void saveAll()}>
          <Icon node={Star} />
          {t(allSaved && cast.facts && known.length > 0 ? 'panel_all_saved' : 'panel_save_all')}
        </button>
        <button type="button" title={t('panel_copy_about')} onClick={() => void copy()}>
          <Icon node={Copy} />
          {t('copy')}
        </button>
        <button
          type="button"
          title={t('panel_csv_about')}
          onClick={() => events.onDownload({ name: `${file}.csv`, records: castTable(cast, t) })}
        >
          <Icon node={Download} />
          CSV
        </button>
        <button
          type="button"
          title={t('panel_markdown_about')}
          onClick={() => events.onDownload({ name: `${file}.md`, text: castMarkdown(cast, t) })}
        >
          <Icon node={Download} />
          Markdown
        </button>
      </div>
      <p class="outcome" role="status">
        {said}
        {added.length > 0 && (
          <button type="button" class="link" onClick={() => void letGo()}>
            {t('undo')}
          </button>
        )}
      </p>
    </>
  );
}

const MAX_NAME = 60;

/** The article's date and title, without what file systems have another use for. */
function fileName({ date, title }: Cast): string {
  const plain = title.replace(/[\p{Cc}\\/:*?"<>|.]+/gu, ' ').trim();
  return [date, [...plain].slice(0, MAX_NAME).join('').trim()].filter(Boolean).join(' ') || 'longcheng';
}
