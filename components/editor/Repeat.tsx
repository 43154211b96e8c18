import { Plus, Trash2 } from 'lucide';
import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { Icon } from '../ui/Icon';
import { useText } from '../ui/text';
import { listAt, withItem, withoutItem } from './draft';
import { useForm, useWarningsAt } from './form';
import { Warnings } from './Warnings';

interface RepeatProps {
  path: string;
  /** Of the whole list; each item is called by it and its number. */
  label: string;
  blank: unknown;
  children: (path: string) => ComponentChildren;
}

/** A list of like groups of fields, added to at its end. */
export function Repeat({ path, label, blank, children }: RepeatProps) {
  const t = useText();
  const form = useForm();
  const root = useRef<HTMLFieldSetElement>(null);
  const goOn = useRef(false);
  const items = listAt(form.draft, path);
  const warnings = useWarningsAt(path);
  const add = () => {
    form.change(withItem(form.draft, path, blank));
    goOn.current = true;
  };
  // Once the new item is drawn, the reader goes on typing in it.
  useLayoutEffect(() => {
    if (!goOn.current) return;
    goOn.current = false;
    root.current?.querySelector<HTMLElement>(':scope > .item:nth-last-child(2) :is(input, select, textarea)')?.focus();
  });
  return (
    <fieldset class="repeat" ref={root}>
      <legend>{label}</legend>
      {items.map((_, index) => (
        <fieldset key={index} class="item" aria-label={t('item_of', label, index + 1)}>
          <div class="item-fields">{children(`${path}.${index}`)}</div>
          <button
            type="button"
            class="icon-button"
            aria-label={t('remove_item', label, index + 1)}
            title={t('remove_item', label, index + 1)}
            onClick={() => form.change(withoutItem(form.draft, path, index))}
          >
            <Icon node={Trash2} />
          </button>
        </fieldset>
      ))}
      <button type="button" class="button small" onClick={add}>
        <Icon node={Plus} />
        {t('add_item', label)}
      </button>
      <Warnings found={warnings} />
    </fieldset>
  );
}
