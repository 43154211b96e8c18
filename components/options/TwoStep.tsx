import { useEffect, useRef, useState } from 'preact/hooks';
import { useText } from '../ui/text';

interface TwoStepProps {
  label: string;
  /** What will happen, on the button that makes it happen. */
  confirm: string;
  disabled?: boolean;
  onConfirm: () => void;
}

/** A button that asks once more, in its own place, before it does what cannot be undone. */
export function TwoStep({ label, confirm, disabled, onConfirm }: TwoStepProps) {
  const t = useText();
  const [asking, setAsking] = useState(false);
  const first = useRef<HTMLButtonElement>(null);
  const keep = useRef<HTMLButtonElement>(null);
  const moved = useRef(false);
  useEffect(() => {
    // The safe answer has the focus while it asks, and the button itself again afterwards.
    if (asking) keep.current?.focus();
    else if (moved.current) first.current?.focus();
    moved.current = asking;
  }, [asking]);
  if (!asking)
    return (
      <button type="button" class="button danger" ref={first} disabled={disabled} onClick={() => setAsking(true)}>
        {label}
      </button>
    );
  return (
    <fieldset class="two-step" aria-label={label}>
      <button
        type="button"
        class="button danger"
        onClick={() => {
          setAsking(false);
          onConfirm();
        }}
      >
        {confirm}
      </button>
      <button type="button" class="button" ref={keep} onClick={() => setAsking(false)}>
        {t('cancel')}
      </button>
    </fieldset>
  );
}
