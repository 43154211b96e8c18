import { Copy, Download, Star } from 'lucide';
import { useState } from 'preact/hooks';
import { Icon } from '../ui/Icon';
import { useText } from '../ui/text';
import { castMarkdown, castTable } from './cast-table';
import type { Cast, PanelEvents } from './view';

/** What is done with the cast as a whole. */
export function CastTools({ cast, events }: { cast: Cast; events: PanelEvents }) {
  const t = useText();
  const [said, setSaid] = useState('');
  const known = cast.entities.flatMap(({ entityId, candidates }) => (entityId && !candidates ? [entityId] : []));
  const allSaved = known.every((id) => cast.facts?.members.get(id)?.saved ?? true);
  const file = fileName(cast);
  const copy = () =>
    events.onCopy(castMarkdown(cast, t)).then(
      () => setSaid(t('copied')),
      () => setSaid(t('copy_failed')),
    );
  return (
    <>
      <div class="tools">
        <button
          type="button"
          disabled={!cast.facts || allSaved}
          onClick={() => void events.onSaveAll(known).then((count) => setSaid(t('panel_saved_all', count)))}
        >
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
