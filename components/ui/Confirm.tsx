import { useEffect, useRef, useState } from 'preact/hooks';
import { useText } from './text';

interface ConfirmProps {
  label: string;
  question: string;
  /** What the button that does it says. */
  action: string;
  disabled?: boolean;
  onConfirm: () => void;
}

/** A button for what cannot be taken back: asks in its own place, with the focus on what leaves everything as it is. */
export function Confirm({ label, question, action, disabled, onConfirm }: ConfirmProps) {
  const t = useText();
  const [asking, setAsking] = useState(false);
  const cancel = useRef<HTMLButtonElement>(null);
  const first = useRef<HTMLButtonElement>(null);
  const wasAsking = useRef(false);
  useEffect(() => {
    if (asking) cancel.current?.focus();
    else if (wasAsking.current) first.current?.focus();
    wasAsking.current = asking;
  }, [asking]);
  if (!asking) {
    return (
      <button type="button" class="button" ref={first} disabled={disabled} onClick={() => setAsking(true)}>
        {label}
      </button>
    );
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would bring a frame and a legend of its own
    <div class="confirm" role="group" aria-label={question} onKeyDown={({ key }) => key === 'Escape' && setAsking(false)}>
      <span>{question}</span>
      <button
        type="button"
        class="button danger"
        onClick={() => {
          setAsking(false);
          onConfirm();
        }}
      >
        {action}
      </button>
      <button type="button" class="button" ref={cancel} onClick={() => setAsking(false)}>
        {t('cancel')}
      </button>
    </div>
  );
}
