import { keyOf, type Translate } from '../ui/text';
import type { JournalEntry } from './view';

/** As many names as the journal's label holds. */
const NAMED = 3;

/** What an entry changed: its names, and how many there are more than those. */
function whatChanged(t: Translate, { kind, label, count }: Pick<JournalEntry, 'kind' | 'label' | 'count'>): string {
  const labelled = kind === 'import' || kind === 'tag' || kind === 'sync';
  if (labelled) return label ? t('change_of_count', label, count) : t('index_total', count);
  return count > NAMED ? t('change_and_others', label, count) : label;
}

/** What an entry did, in one line. */
export function changeLine(t: Translate, entry: Pick<JournalEntry, 'kind' | 'label' | 'count'>): string {
  return t(keyOf('change', entry.kind), whatChanged(t, entry));
}
