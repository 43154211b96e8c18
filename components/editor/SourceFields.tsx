import type { Source } from '../../lib/model/source';
import { useText } from '../ui/text';
import { SelectField } from './fields';
import { useForm } from './form';
import { Repeat } from './Repeat';

const titled = ({ date, publisher, title }: Source) => `${date} ${publisher}《${title}》`;

/** One source out of those the entity has; new ones are written in the form's own section. */
export function SourceField({ path }: { path: string }) {
  const t = useText();
  const { sources } = useForm();
  const options = Object.values(sources)
    .sort((a, b) => (a.date < b.date ? 1 : -1))
    .map((source) => ({ value: source.id, label: titled(source) }));
  return <SelectField path={path} label={t('field_source')} options={options} />;
}

/** The sources of a fact. */
export function SourceList({ path }: { path: string }) {
  const t = useText();
  return (
    <Repeat path={path} label={t('field_sources')} blank="">
      {(item) => <SourceField path={item} />}
    </Repeat>
  );
}
