import { bodiesInLists } from './bodies-in-lists';
import { officeOfScope } from './full-names';
import type { Reading } from './reading';
import type { Scope } from './scope';
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
const NEW = { organization: 0.3, project: 2 } as const;
const NEW_TOWN = 2;
/** A member of a list of bodies stands against nothing else. */
const LISTED_SCORE = 0.5;

/**
 * The names that only the sequence model sees; the candidates' own scores are raised and lowered, in place, by what it makes of the text.
 * `chosen` is what the grammar alone would choose.
 */
export function judgeBySequence(
  reading: Reading,
  model: SequenceModel,
  candidates: readonly SpanCandidate[],
  chosen: readonly SpanCandidate[],
  scope: Scope,
): SpanCandidate[] {
  const posterior = model.read(sequenceFeatures(reading, chosen));
  const oddsOf = ({ start, end, type }: SpanCandidate): number => {
    let odds = posterior.logOdds(start, end, type as NameType);
    // A bracket that the rules know to belong to the name: the model mostly stops before it.
    if (reading.is(end - 1, ')')) odds = Math.max(odds, posterior.logOdds(start, openingBracket(reading, start, end), type as NameType));
    if (type === 'organization' && isActingHouse(reading, end)) odds = Math.max(odds, posterior.logOdds(start, end, 'project'));
    return odds;
  };
  const unknown = new Map(posterior.likely().map((name) => [keyOf(name), name]));
  for (const span of candidates) {
    if (span.silent || span.type === 'official') continue;
    if (unknown.get(keyOf(span))?.end === span.end) unknown.delete(keyOf(span));
    const said = weigh(oddsOf(span));
    const refused = said > 0 ? !mayBeNamed(reading, span.start, span.end, span.type) : isCalledByPlace(reading, span.start, span.end);
    if (!refused) span.score += said;
  }
  const unseen = [...unknown.values()].flatMap(({ start, end, type }): SpanCandidate[] => {
    const odds = posterior.logOdds(start, end, type);
    if (odds < NEW[type]) return [];
    if (!mayBeNew(reading, start, end, type) && !(odds > NEW_TOWN && mayBeTown(reading, start, end))) return [];
    return [{ start, end, type, ...named(reading, start, end, type, scope), score: weigh(odds), votes: [{ kind: 'learned' }] }];
  });
  const listed = bodiesInLists(reading, posterior, [...chosen, ...unseen]).map(
    ({ start, end, odds, beside }): SpanCandidate => ({
      start,
      end,
      type: 'organization',
      ...named(reading, start, end, 'organization', scope),
      score: Math.max(weigh(odds), LISTED_SCORE),
      votes: [{ kind: 'learned' }, { kind: 'listMember', detail: reading.text(beside.start, beside.end) }],
    }),
  );
  return [...unseen, ...listed];
}

/** What a name that no rule gave stands for. */
function named(reading: Reading, start: number, end: number, type: NameType, scope: Scope): { name: string; entity: number } {
  const office = type === 'organization' ? officeOfScope(reading, start, end, scope) : null;
  if (office) return office;
  const name = reading.nameOf(start, end);
  return { name, entity: reading.dictionary.entityNamed(name, type) };
}

const weigh = (odds: number): number => WEIGHT * Math.max(LEAST, Math.min(MOST, odds));

function openingBracket(reading: Reading, start: number, end: number): number {
  for (let i = end - 2; i > start; i--) if (reading.is(i, '(')) return i;
  return end;
}

/** Likely names do not overlap: where one begins tells it from all others. */
const keyOf = ({ start, type }: { start: number; type: string }): number => start * 2 + Number(type === 'project');
