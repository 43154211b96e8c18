import { X } from 'lucide';
import { useEffect, useState } from 'preact/hooks';
import type { EntityType } from '../../lib/model/entity';
import { Icon } from '../ui/Icon';
import { useText } from '../ui/text';
import { withValue } from './draft';
import { Frame } from './fields';
import { type Choice, useField, useForm } from './form';

interface EntityPickerProps {
  path: string;
  label: string;
  types: readonly EntityType[];
  optional?: boolean;
}

/** Chooses an entity of the index by typing part of its name: a combobox after the ARIA pattern. */
export function EntityPicker({ path, label, types, optional = false }: EntityPickerProps) {
  const t = useText();
  const { form, value, control, id, error, warnings } = useField(path);
  const [query, setQuery] = useState<string | null>(null);
  const [at, setAt] = useState(0);
  const choices = useChoices(query, types);
  const chosenName = typeof value === 'string' && value ? (form.nameOf(value) ?? value) : '';
  const open = query !== null && choices.length > 0;

  const choose = (choice: Choice | undefined) => {
    if (!choice) return;
    form.chosen(choice);
    form.change(withValue(form.draft, path, choice.id));
    setQuery(null);
  };
  const clear = () => {
    form.change(withValue(form.draft, path, optional ? undefined : ''));
    setQuery(null);
  };
  const keys: Record<string, () => void> = {
    ArrowDown: () => setAt((at + 1) % choices.length),
    ArrowUp: () => setAt((at - 1 + choices.length) % choices.length),
    Enter: () => choose(choices[at]),
    Escape: () => setQuery(null),
  };
  const pressed = (event: KeyboardEvent) => {
    const act = keys[event.key];
    if (!open || !act || event.isComposing) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  };
  return (
    <Frame id={id} label={label} error={error} warnings={warnings}>
      <div class="picker">
        <input
          {...control}
          type="text"
          role="combobox"
          lang="zh-CN"
          autocomplete="off"
          aria-autocomplete="list"
          aria-expanded={open}
          aria-controls={`${id}-list`}
          aria-activedescendant={open ? `${id}-${at}` : undefined}
          placeholder={t('picker_hint')}
          value={query ?? chosenName}
          onInput={(event) => {
            setQuery(event.currentTarget.value);
            setAt(0);
          }}
          onKeyDown={pressed}
          onBlur={() => {
            control.onBlur();
            setQuery(null);
          }}
        />
        {optional && chosenName && (
          <button type="button" class="icon-button" aria-label={t('picker_clear', label)} title={t('picker_clear', label)} onClick={clear}>
            <Icon node={X} />
          </button>
        )}
        <div id={`${id}-list`} class="choices" role="listbox" aria-label={label} tabIndex={-1} hidden={!open}>
          {choices.map((choice, index) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents lint/a11y/useFocusableInteractive: the combobox keeps the focus and has the keys
            <div
              key={choice.id}
              id={`${id}-${index}`}
              role="option"
              aria-selected={index === at}
              data-type={choice.type}
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => choose(choice)}
            >
              <span class="dot" />
              <span lang="zh-CN">{choice.name}</span>
              <small>{choice.summary}</small>
            </div>
          ))}
        </div>
      </div>
    </Frame>
  );
}

/** What the index offers for the latest query; an answer that comes late is dropped. */
function useChoices(query: string | null, types: readonly EntityType[]): Choice[] {
  const { search } = useForm();
  const [choices, setChoices] = useState<Choice[]>([]);
  const wanted = types.join();
  useEffect(() => {
    let latest = true;
    if (!query?.trim()) setChoices([]);
    else
      search(query, wanted.split(',') as EntityType[]).then(
        (found) => latest && setChoices(found),
        () => latest && setChoices([]),
      );
    return () => {
      latest = false;
    };
  }, [query, wanted, search]);
  return choices;
}
