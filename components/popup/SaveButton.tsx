import { Star } from 'lucide';
import type { EntityId } from '../../lib/model/ids';
import { Icon } from '../ui/Icon';
import { useText } from '../ui/text';
import type { PopupEvents } from './view';

interface SaveButtonProps {
  id: EntityId;
  name: string;
  saved: boolean;
  onSave: PopupEvents['onSave'];
}

/** The star of one row: reached by the right arrow, as the row is one stop for Tab. */
export function SaveButton({ id, name, saved, onSave }: SaveButtonProps) {
  const t = useText();
  return (
    <button
      type="button"
      class="icon-button"
      tabIndex={-1}
      aria-pressed={saved}
      aria-label={t('save_named', name)}
      title={t(saved ? 'unsave' : 'save')}
      onClick={() => onSave(id, !saved)}
    >
      <Icon node={Star} />
    </button>
  );
}
