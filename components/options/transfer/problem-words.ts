import type { FileProblem } from '../../../lib/model/file-problem';
import { fieldWords } from '../../editor/said';
import { keyOf, type Translate } from '../../ui/text';

/** Where in a file something is wrong, in the reader's language where there are words for it; empty: the file as a whole. */
export function placeWords({ place }: FileProblem, t: Translate): string {
  return /^\d+$/.test(place) ? t('file_line', place) : place;
}

/** What is wrong there: the field, where it is one field's, and the fault. */
export function problemWords({ fault, field }: FileProblem, t: Translate): string {
  const words = t(keyOf('file', fault));
  return field ? `${fieldWords(field, t)}${t('colon')}${words}` : words;
}
