import type { Reading } from './reading';
import { sequenceFeatures } from './sequence-features';
import { isActingHouse, isCalledByPlace, mayBeNamed, mayBeNew, mayBeTown } from './sequence-guards';
import type { NameType } from './sequence-layout';
import type { SequenceModel } from './sequence-model';
import type { SpanCandidate } from './span';

/** How much the model's odds weigh beside the grammar's scores, and the most they may say of one stretch. */
const WEIGHT = 0.5;
const MOST = 5;
const LEAST = -3;
/** The odds from which a name is one that no rule sees, as logarithms: a project without a word that says so has to be plain. */
const NEW = { organization: 0.3, project: 2.5 } as const;
const NEW_TOWN = 2;

/** The candidates scored anew by what the sequence model makes of the text, and the names that only the model sees. */
export function withSequence(
  reading: Reading,
  model: SequenceModel,
  candidates: readonly SpanCandidate[],
  chosen: readonly SpanCandidate[],
): SpanCandidate[] {
  const posterior = model.read(sequenceFeatures(reading, chosen));
  const oddsOf = ({ start, end, type }: SpanCandidate): number => {
    let odds = posterior.logOdds(start, end, type as NameType);
    // A bracket that the rules know to belong to the name: the model mostly stops before it.
    if (reading.is(end - 1, ')')) odds = Math.max(odds, posterior.logOdds(start, openingBracket(reading, start, end), type as NameType));
    if (type === 'organization' && isActingHouse(reading, end)) odds = Math.max(odds, posterior.logOdds(start, end, 'project'));
    return odds;
  };
  const known = new Set<number>();
  const scored = candidates.map((span): SpanCandidate => {
    if (span.silent || span.type === 'official') return span;
    known.add(keyOf(reading, span));
    const said = weigh(oddsOf(span));
    const refused = said > 0 ? !mayBeNamed(reading, span.start, span.end, span.type) : isCalledByPlace(reading, span.start, span.end);
    return refused ? span : { ...span, score: span.score + said };
  });
  for (const name of posterior.best()) {
    const { start, end, type } = name;
    const odds = posterior.logOdds(start, end, type);
    if (known.has(keyOf(reading, name)) || odds < NEW[type]) continue;
    if (!mayBeNew(reading, start, end, type) && !(odds > NEW_TOWN && mayBeTown(reading, start, end))) continue;
    const said = reading.nameOf(start, end);
    scored.push({
      start,
      end,
      type,
      name: said,
      entity: reading.dictionary.entityNamed(said, type),
      score: weigh(odds),
      votes: [{ kind: 'learned' }],
    });
  }
  return scored;
}

const weigh = (odds: number): number => WEIGHT * Math.max(LEAST, Math.min(MOST, odds));

function openingBracket(reading: Reading, start: number, end: number): number {
  for (let i = end - 2; i > start; i--) if (reading.is(i, '(')) return i;
  return end;
}

const keyOf = ({ length }: Reading, { start, end, type }: { start: number; end: number; type: string }): number =>
  (start * (length + 1) + end) * 2 + Number(type === 'project');
