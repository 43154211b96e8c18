import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { useText } from '../ui/text';

interface NoteFieldProps {
  note: string;
  /** Rejects with an Error whose message is in the reader's words. */
  onSave(note: string): Promise<void>;
  onClose(): void;
}

/**
 * The reader's note, written in place. What was typed stays until it is kept. Read from the field when it is to be kept: what is typed
 * is kept from the page, and so no event tells of it.
 */
export function NoteField({ note, onSave, onClose }: NoteFieldProps) {
  const t = useText();
  const id = useId();
  const [failure, setFailure] = useState<string | null>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  // It appears because the reader asked to write.
  useEffect(() => field.current?.focus({ preventScroll: true }), []);
  const save = () =>
    onSave((field.current?.value ?? '').trim()).then(onClose, (error: unknown) =>
      setFailure(error instanceof Error ? error.message : String(error)),
    );
  return (
    <div class="note-field">
      <label for={id}>{t('card_my_note')}</label>
      <textarea id={id} rows={3} maxLength={2000} defaultValue={note} ref={field} />
      {failure !== null && (
        <p role="alert" class="failure">
          {t('card_note_failed', failure)}
        </p>
      )}
      <div class="actions">
        <button type="button" class="button primary" data-key="save-note" onClick={save}>
          {t('card_note_save')}
        </button>
        <button type="button" class="button" onClick={onClose}>
          {t('close')}
        </button>
      </div>
    </div>
  );
}
