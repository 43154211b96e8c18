import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { SourceId } from '../../lib/model/ids';
import { useText } from '../ui/text';

interface Citing {
  /** The number a source has in the card's list, from 1. */
  numberOf(id: SourceId): number | undefined;
  /** Shows that source in the list. */
  show(id: SourceId): void;
}

const Cited = createContext<Citing | null>(null);
export const CitingProvider = Cited.Provider;

/** Which sources a fact rests on: their numbers, each a way to the source. At most three, the rest are in the list. */
export function Cite({ sources }: { sources: readonly SourceId[] }) {
  const t = useText();
  const citing = useContext(Cited);
  const numbers = [...new Set(sources)]
    .flatMap((id) => {
      const number = citing?.numberOf(id);
      return number === undefined ? [] : [{ id, number }];
    })
    .sort((a, b) => a.number - b.number)
    .slice(0, MOST);
  if (!citing || !numbers.length) return null;
  return (
    <span class="cite">
      {numbers.map(({ id, number }) => (
        <button key={id} type="button" aria-label={t('card_cite', number)} title={t('card_cite', number)} onClick={() => citing.show(id)}>
          {number}
        </button>
      ))}
    </span>
  );
}

const MOST = 3;
