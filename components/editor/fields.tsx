import type { ComponentChildren } from 'preact';
import { useText } from '../ui/text';
import { withValue } from './draft';
import { useField } from './form';
import type { Warning } from './use-warnings';
import { Warnings } from './Warnings';

interface FieldProps {
  path: string;
  label: string;
}

interface FrameProps {
  id: string;
  label: string;
  error: string | null;
  warnings: readonly Warning[];
  children: ComponentChildren;
}

/** Label above, problem and warnings below; the control brings the ids that tie them. */
export function Frame({ id, label, error, warnings, children }: FrameProps) {
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {children}
      {error && (
        <p class="problem" id={`${id}-problem`}>
          {error}
        </p>
      )}
      <Warnings id={`${id}-warnings`} found={warnings} />
    </div>
  );
}

interface TextFieldProps extends FieldProps {
  /** Left empty, the field is not kept at all. */
  optional?: boolean;
  lines?: number;
  placeholder?: string;
}

export function TextField({ path, label, optional = false, lines = 1, placeholder }: TextFieldProps) {
  const { form, value, control, id, error, warnings } = useField(path);
  const attributes = {
    ...control,
    value: typeof value === 'string' ? value : '',
    placeholder,
    onInput: (event: { currentTarget: { value: string } }) => {
      const text = event.currentTarget.value;
      form.change(withValue(form.draft, path, optional && !text ? undefined : text));
    },
  };
  return (
    <Frame id={id} label={label} error={error} warnings={warnings}>
      {lines > 1 ? <textarea {...attributes} rows={lines} /> : <input {...attributes} type="text" autocomplete="off" />}
    </Frame>
  );
}

/** A date as far as it is known: the hint says how it is written. */
export function DateField({ path, label, optional = false }: TextFieldProps) {
  const t = useText();
  return <TextField path={path} label={label} optional={optional} placeholder={t('date_hint')} />;
}

/** A number of yuan; what is not a number stays as typed, and is said to be none. */
export function YuanField({ path, label }: FieldProps) {
  const { form, value, control, id, error, warnings } = useField(path);
  const write = (text: string) => {
    const number = Number(text.replaceAll(',', ''));
    form.change(withValue(form.draft, path, text.trim() === '' ? undefined : Number.isNaN(number) ? text : number));
  };
  return (
    <Frame id={id} label={label} error={error} warnings={warnings}>
      <input
        {...control}
        type="text"
        inputMode="decimal"
        autocomplete="off"
        value={String(value ?? '')}
        onChange={(event) => write(event.currentTarget.value)}
      />
    </Frame>
  );
}

/** Short forms in one line, as a reader would list them. */
export function ListField({ path, label }: FieldProps) {
  const { form, value, control, id, error, warnings } = useField(path);
  const t = useText();
  const items = Array.isArray(value) ? (value as string[]) : [];
  const write = (text: string) => {
    const list = text.split(/[、，,;；\s]+/).filter(Boolean);
    form.change(withValue(form.draft, path, list));
  };
  return (
    <Frame id={id} label={label} error={error} warnings={warnings}>
      <input
        {...control}
        type="text"
        autocomplete="off"
        value={items.join('、')}
        placeholder={t('list_hint')}
        onChange={(event) => write(event.currentTarget.value)}
      />
    </Frame>
  );
}

interface SelectFieldProps extends FieldProps {
  options: readonly { value: string; label: string }[];
  optional?: boolean;
}

export function SelectField({ path, label, options, optional = false }: SelectFieldProps) {
  const { form, value, control, id, error, warnings } = useField(path);
  const t = useText();
  const current = typeof value === 'string' ? value : '';
  return (
    <Frame id={id} label={label} error={error} warnings={warnings}>
      <select
        {...control}
        value={current}
        onChange={(event) => form.change(withValue(form.draft, path, event.currentTarget.value || (optional ? undefined : '')))}
      >
        {(optional || !current) && <option value="">{t(optional ? 'choose_none' : 'choose')}</option>}
        {current && !options.some((option) => option.value === current) && <option value={current}>{current}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </Frame>
  );
}
