import { X } from 'lucide';
import { Icon } from '../ui/Icon';
import { useText } from '../ui/text';
import type { Changes } from './use-changes';

/** What was done last, with the way back. */
export function ChangeNotice({ changes: { notice, undo, dismiss } }: { changes: Changes }) {
  const t = useText();
  return (
    <div class="change-notice" role="status">
      {notice && (
        <p class={notice.failed ? 'failure' : undefined}>
          <span>{notice.text}</span>
          {notice.entry !== undefined && (
            <button type="button" class="link" onClick={() => notice.entry !== undefined && undo(notice.entry)}>
              {t(notice.again ? 'redo' : 'undo')}
            </button>
          )}
          <button type="button" class="icon-button" aria-label={t('close_notice')} title={t('close_notice')} onClick={dismiss}>
            <Icon node={X} />
          </button>
        </p>
      )}
    </div>
  );
}
