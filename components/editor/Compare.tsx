import { useText } from '../ui/text';
import { type Said, SaidLine } from './said';

export interface DifferingField {
  field: string;
  said: Said[];
}

/** Where the reader's version differs from the pack's: the pack's struck out beside the reader's, each field to be taken back. */
export function Compare({ differs, onTakeBack }: { differs: readonly DifferingField[]; onTakeBack: (field: string) => void }) {
  const t = useText();
  if (differs.length === 0) return null;
  return (
    <details class="compare">
      <summary>{t('compare_title', differs.length)}</summary>
      <ul>
        {differs.map(({ field, said }) => (
          <li key={field}>
            <div>
              {said.map((change, at) => (
                <SaidLine key={at} said={change} />
              ))}
            </div>
            <button type="button" class="button small" onClick={() => onTakeBack(field)}>
              {t('compare_take_back')}
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}
