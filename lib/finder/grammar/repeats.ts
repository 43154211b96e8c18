import { IDEOGRAPH } from '../normalise/characters';
import { leftEvidence, rightEvidence } from './name-shape';
import { visitOccurrences } from './occurrences';
import type { Reading } from './reading';
import type { SpanCandidate } from './span';

/** Bodies that a bare noun later points back to. */
const POINTING = ['联盟', '管委会'];
const MIN_LENGTH = 4;
/** Names looked for again: more than any page has, and a bound on the work. */
const MAX_NAMES = 300;

/** Names chosen once stand again elsewhere: the same words are the same thing; a bare 联盟 is the one named in full before. */
export function findRepeats(reading: Reading, chosen: readonly SpanCandidate[]): SpanCandidate[] {
  const covered = new Uint8Array(reading.length + 1);
  for (const span of chosen) covered.fill(1, span.start, span.end);
  const found: SpanCandidate[] = [];
  const { text } = reading.normal;
  const names = new Map<string, SpanCandidate>();
  for (const span of chosen) {
    const said = text.slice(span.start, span.end);
    if (span.type !== 'official' && !span.silent && said.length >= MIN_LENGTH && names.size < MAX_NAMES && !names.has(said))
      names.set(said, span);
  }
  const add = (start: number, end: number, span: SpanCandidate, kind: 'sameArticle' | 'antecedent') => {
    if (covered[start] || covered[end - 1]) return;
    covered.fill(1, start, end);
    found.push({ ...span, start, end, votes: [{ kind, detail: span.name }] });
  };
  visitOccurrences(reading, [...names.keys()], (said, at) => add(at, at + said.length, names.get(said)!, 'sameArticle'));
  for (const noun of POINTING) {
    const full = chosen.find((span) => span.type === 'organization' && span.name.endsWith(noun) && span.name.length > noun.length + 2);
    if (!full) continue;
    for (let at = text.indexOf(noun, full.end); at >= 0; at = text.indexOf(noun, at + noun.length)) {
      if (
        leftEvidence(reading, at) < 0.7 ||
        (reading.kind(at + noun.length) === IDEOGRAPH && rightEvidence(reading, at + noun.length) < 0.6)
      )
        continue;
      add(at, at + noun.length, full, 'antecedent');
    }
  }
  return found;
}
