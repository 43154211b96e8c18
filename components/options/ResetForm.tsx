import { useState } from 'preact/hooks';
import { useText } from '../ui/text';

interface ResetFormProps {
  onBackup: () => void;
  onReset: () => Promise<void>;
}

/** Wipes everything, once the reader has been offered a copy and has written out what they want. */
export function ResetForm({ onBackup, onReset }: ResetFormProps) {
  const t = useText();
  const [typed, setTyped] = useState('');
  const [running, setRunning] = useState(false);
  const word = t('storage_reset_word');
  const reset = async (event: Event) => {
    event.preventDefault();
    if (typed.trim() !== word || running) return;
    setRunning(true);
    await onReset();
    setTyped('');
    setRunning(false);
  };
  return (
    <form class="reset" onSubmit={reset}>
      <h3>{t('storage_reset')}</h3>
      <p>{t('storage_reset_about')}</p>
      <button type="button" class="button" onClick={onBackup}>
        {t('storage_backup')}
      </button>
      <div class="field">
        <label for="reset-word">{t('storage_reset_type', word)}</label>
        <input id="reset-word" type="text" autocomplete="off" value={typed} onInput={(event) => setTyped(event.currentTarget.value)} />
      </div>
      <button type="submit" class="button danger" disabled={typed.trim() !== word || running}>
        {t('storage_reset_action')}
      </button>
    </form>
  );
}
