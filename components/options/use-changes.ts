import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { keyOf, type Translate } from '../ui/text';
import { changeLine } from './change-words';
import type { IndexService, JournalEntry, Outcome, Undone, Watch } from './view';

interface Notice {
  text: string;
  failed?: boolean;
  /** The entry a press of the button takes back, and whether that does again what was undone. */
  entry?: number;
  again?: boolean;
  /** Still being made: how far it is, and the way to stop it; without, it is soon done. */
  running?: { done: number; total: number; stop: () => void };
}

/** Everything that changes the index goes through here: it is said, and can be taken back. */
export interface Changes {
  notice: Notice | null;
  dismiss: () => void;
  /** Counts what was changed from here. */
  count: number;
  /** Does something and says so; null when it failed, which is said as well. */
  run: (kind: JournalEntry['kind'], action: (watch: Watch) => Promise<Outcome>) => Promise<Outcome | null>;
  undo: (entry: number) => Promise<void>;
  /** Says what was done elsewhere, with the way back. */
  done: (kind: JournalEntry['kind'], outcome: Outcome) => void;
  /** A change that is said elsewhere. */
  changed: () => void;
}

/** Milliseconds after which a change that is still being made is said to be. */
const SLOW = 500;

/** Keeps the last notice, and listens to Ctrl+Z and Ctrl+Shift+Z wherever the reader is not writing. */
export function useChanges(service: IndexService, t: Translate): Changes {
  const [notice, setNotice] = useState<Notice | null>(null);
  const [count, setCount] = useState(0);
  const large = useRef(false);
  const changed = useCallback(() => setCount((before) => before + 1), []);

  const attempt = useCallback(
    async <T>(action: (watch: Watch) => Promise<T>, told: (result: T) => Notice | null): Promise<T | null> => {
      // What is large is done alone: a second press would find nothing left to do, and hide the way back.
      if (large.current) return null;
      const stopping = new AbortController();
      let progress: Pick<Notice, 'running'> = {};
      let isSlow = false;
      const show = () => isSlow && setNotice({ text: t('change_running'), ...progress });
      const slow = setTimeout(() => {
        isSlow = true;
        show();
      }, SLOW);
      const onProgress = (done: number, total: number) => {
        large.current = true;
        progress = { running: { done, total, stop: () => stopping.abort() } };
        show();
      };
      try {
        const result = await action({ signal: stopping.signal, onProgress });
        setNotice(told(result));
        changed();
        return result;
      } catch (error) {
        const stopped = error instanceof DOMException && error.name === 'AbortError';
        setNotice(stopped ? { text: t('import_stopped') } : { text: service.explain(error), failed: true });
        return null;
      } finally {
        clearTimeout(slow);
        if (progress.running) large.current = false;
      }
    },
    [service, changed, t],
  );
  const run: Changes['run'] = useCallback((kind, action) => attempt(action, (outcome) => doneNotice(t, kind, outcome)), [attempt, t]);
  const done: Changes['done'] = useCallback(
    (kind, outcome) => {
      setNotice(doneNotice(t, kind, outcome));
      changed();
    },
    [changed, t],
  );
  const undo = useCallback(
    async (entry: number) =>
      void (await attempt(
        (watch) => service.undo(entry, watch),
        (undone) => undoNotice(t, undone, 'undo'),
      )),
    [attempt, service, t],
  );

  useEffect(() => {
    const ended = new AbortController();
    addEventListener(
      'keydown',
      (event) => {
        const direction = directionOf(event);
        if (!direction || isWriting(event.target)) return;
        event.preventDefault();
        void attempt(
          (watch) => service.step(direction, watch),
          (undone) => undoNotice(t, undone, direction),
        );
      },
      { signal: ended.signal },
    );
    return () => ended.abort();
  }, [attempt, service, t]);

  return useMemo(
    () => ({ notice, dismiss: () => setNotice(null), count, run, undo, done, changed }),
    [notice, count, run, undo, done, changed],
  );
}

function doneNotice(t: Translate, kind: JournalEntry['kind'], { entry, count, label }: Outcome): Notice | null {
  return entry === null ? null : { text: changeLine(t, { kind, label, count }), entry };
}

function undoNotice(t: Translate, undone: Undone | null, direction: 'undo' | 'redo'): Notice {
  if (!undone) return { text: t(keyOf('nothing_to', direction)) };
  const { entry, count, label, kept } = undone;
  const keptNames = kept.slice(0, 3).map(({ name }) => name);
  const later = kept.length > 0 ? t('undo_kept', kept.length, keptNames.join('、')) : '';
  if (entry === null) return { text: later, failed: true };
  const text = t(keyOf('done', direction), count > 3 ? t('change_and_others', label, count) : label);
  return { text: [text, later].filter(Boolean).join(' '), entry, again: direction === 'undo' };
}

function directionOf({ key, ctrlKey, metaKey, shiftKey, altKey }: KeyboardEvent): 'undo' | 'redo' | null {
  if (!(ctrlKey || metaKey) || altKey) return null;
  if (key.toLowerCase() === 'z') return shiftKey ? 'redo' : 'undo';
  return key.toLowerCase() === 'y' ? 'redo' : null;
}

/** In a field the same keys take back what was typed. */
function isWriting(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && target.matches('textarea, [contenteditable], input:not([type=checkbox], [type=radio], [type=button])')
  );
}
