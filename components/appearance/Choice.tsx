import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

interface ChoiceProps<V extends string> {
  label: string;
  /** Says the label to screen readers only: what stands around it says it to the eye. */
  hideLabel?: boolean;
  value: V;
  options: readonly { value: V; label: string; shown?: ComponentChildren }[];
  onChange: (value: V) => void;
}

/** One of a few, all of them in sight: native radio buttons, so that arrows move and forms of assistance know them. */
export function Choice<V extends string>({ label, hideLabel, value, options, onChange }: ChoiceProps<V>) {
  const name = useId();
  return (
    <fieldset class="choice">
      <legend class={hideLabel ? 'unseen' : undefined}>{label}</legend>
      <div class="options-row">
        {options.map((option) => (
          <label key={option.value} title={option.shown ? option.label : undefined}>
            <input type="radio" name={name} value={option.value} checked={option.value === value} onChange={() => onChange(option.value)} />
            {option.shown ? (
              <>
                {option.shown}
                <span class="unseen">{option.label}</span>
              </>
            ) : (
              <span>{option.label}</span>
            )}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
