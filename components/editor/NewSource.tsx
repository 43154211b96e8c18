import { useState } from 'preact/hooks';
import { checkSource } from '../../lib/model/check';
import type { Source } from '../../lib/model/source';
import { useText } from '../ui/text';
import type { Draft } from './draft';
import { DateField, TextField } from './fields';
import { FormProvider, useForm } from './form';

interface NewSourceProps {
  newId: () => string;
  onAdd: (source: Source) => void;
}

/** A source written down for the first time; once added, every fact of the entity can rest on it. */
export function NewSource({ newId, onAdd }: NewSourceProps) {
  const t = useText();
  const outer = useForm();
  const [draft, setDraft] = useState<Draft>(BLANK);
  const [showAll, setShowAll] = useState(false);
  const checked = checkSource({ ...draft, id: newId() });
  const add = () => {
    if (!checked.value) return setShowAll(true);
    onAdd(checked.value);
    setDraft(BLANK);
    setShowAll(false);
  };
  // Enter adds the source, and does not save the whole entity without it.
  const pressed = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.isComposing || !(event.target instanceof HTMLInputElement)) return;
    event.preventDefault();
    add();
  };
  return (
    <fieldset class="new-source" onKeyDown={pressed}>
      <legend>{t('new_source')}</legend>
      <FormProvider
        value={{
          ...outer,
          draft,
          change: setDraft,
          problems: checked.problems,
          warnings: [],
          showAll,
          touched: NOTHING,
          touch: () => undefined,
        }}
      >
        <div class="pair">
          <TextField path="publisher" label={t('source_publisher')} />
          <DateField path="date" label={t('source_date')} />
        </div>
        <TextField path="title" label={t('source_title')} />
        <TextField path="url" label={t('source_url')} optional placeholder="https://" />
      </FormProvider>
      <button type="button" class="button small" onClick={add}>
        {t('new_source_add')}
      </button>
    </fieldset>
  );
}

const BLANK: Draft = { publisher: '', title: '', date: '' };
const NOTHING: ReadonlySet<string> = new Set();
