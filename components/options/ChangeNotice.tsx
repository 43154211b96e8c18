import { X } from 'lucide';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { Icon } from '../ui/Icon';
import { useText } from '../ui/text';
import type { Changes } from './use-changes';

/** What was done last, with the way back; or how far a large change is, with the way out. */
export function ChangeNotice({ changes: { notice, undo, dismiss } }: { changes: Changes }) {
  const t = useText();
  const line = useRef<HTMLParagraphElement>(null);
  const stop = useRef<HTMLButtonElement>(null);
  const running = notice?.running;
  const wasOnStop = stop.current !== null && document.activeElement === stop.current;
  // Who has just stopped it is not to be thrown back to the top of the page.
  useLayoutEffect(() => {
    if (!running && wasOnStop) line.current?.querySelector<HTMLElement>('.icon-button')?.focus();
  }, [running === undefined]);
  return (
    <div class="change-notice" role="status">
      {notice && (
        <p class={notice.failed ? 'failure' : undefined} ref={line}>
          <span>{notice.text}</span>
          {running ? (
            <>
              <progress {...(running.done > 0 && { value: running.done, max: running.total })} aria-label={notice.text} />
              <span class="how-far" aria-hidden="true">
                {running.done.toLocaleString()} / {running.total.toLocaleString()}
              </span>
              <button type="button" class="button small" ref={stop} onClick={running.stop}>
                {t('import_stop')}
              </button>
            </>
          ) : (
            <>
              {notice.entry !== undefined && (
                <button type="button" class="link" onClick={() => notice.entry !== undefined && undo(notice.entry)}>
                  {t(notice.again ? 'redo' : 'undo')}
                </button>
              )}
              <button type="button" class="icon-button" aria-label={t('close_notice')} title={t('close_notice')} onClick={dismiss}>
                <Icon node={X} />
              </button>
            </>
          )}
        </p>
      )}
    </div>
  );
}
