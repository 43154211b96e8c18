import { Tag, Trash2, Undo2, X } from 'lucide';
import { useState } from 'preact/hooks';
import { Icon } from '../ui/Icon';
import { useText } from '../ui/text';

interface BulkBarProps {
  count: number;
  onRemove: () => void;
  onRestore: () => void;
  onTag: (tag: string) => void;
  onClear: () => void;
}

const LONGEST_TAG = 40;

/** What can be done with all that is selected. */
export function BulkBar({ count, onRemove, onRestore, onTag, onClear }: BulkBarProps) {
  const t = useText();
  const [tag, setTag] = useState('');
  const give = (event: Event) => {
    event.preventDefault();
    if (!tag.trim()) return;
    onTag(tag.trim());
    setTag('');
  };
  return (
    <div class="bulk-bar" role="toolbar" aria-label={t('bulk_label')}>
      <strong role="status">{t('bulk_selected', count.toLocaleString())}</strong>
      <button type="button" class="button small" onClick={onRemove}>
        <Icon node={Trash2} />
        {t('editor_delete')}
      </button>
      <button type="button" class="button small" onClick={onRestore}>
        <Icon node={Undo2} />
        {t('editor_restore')}
      </button>
      <form onSubmit={give}>
        <input
          type="text"
          aria-label={t('bulk_tag')}
          placeholder={t('bulk_tag')}
          maxLength={LONGEST_TAG}
          autocomplete="off"
          value={tag}
          onInput={(event) => setTag(event.currentTarget.value)}
        />
        <button type="submit" class="button small" disabled={!tag.trim()}>
          <Icon node={Tag} />
          {t('bulk_tag_give')}
        </button>
      </form>
      <button type="button" class="icon-button" aria-label={t('bulk_clear')} title={t('bulk_clear')} onClick={onClear}>
        <Icon node={X} />
      </button>
    </div>
  );
}
