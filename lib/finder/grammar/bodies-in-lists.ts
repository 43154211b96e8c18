import { IDEOGRAPH, KIND_TABLE } from '../normalise/characters';
import { GAP_SPACE } from '../normalise/normalise';
import type { Reading } from './reading';
import { mayBeNew } from './sequence-guards';
import type { SequencePosterior } from './sequence-posterior';
import type { SpanCandidate } from './span';

/** From these odds on, as a logarithm, a stretch beside a body in a list is a body too. */
const LISTED = -3;
const LONGEST = 16;
const SHORTEST = 2;
/** How far a list is followed from one body it holds. */
const MAX_MEMBERS = 30;
const DIVIDES = '、和与及';
const CLOSES = '等,。;:)”';

export interface ListedBody {
  start: number;
  end: number;
  odds: number;
  beside: SpanCandidate;
}

/**
 * In a list that holds a body, the members beside it that the model half takes for bodies: 理想、比亚迪、蔚来. `known` are spans in any
 * order; what they cover is not looked at again.
 */
export function bodiesInLists(reading: Reading, posterior: SequencePosterior, known: readonly SpanCandidate[]): ListedBody[] {
  const covered = new Uint8Array(reading.length + 1);
  for (const span of known) covered.fill(1, span.start, span.end);
  const found: ListedBody[] = [];
  const isFree = (start: number, end: number) => {
    for (let i = start; i < end; i++) if (covered[i] || (i > start && reading.gap[i]! >= GAP_SPACE)) return false;
    return true;
  };
  const take = (start: number, end: number, beside: SpanCandidate): boolean => {
    if (end - start < SHORTEST || end - start > LONGEST || !isFree(start, end) || splitsCharacter(reading, start)) return false;
    const odds = posterior.logOdds(start, end, 'organization');
    if (odds < LISTED || !mayBeNew(reading, start, end, 'organization')) return false;
    covered.fill(1, start, end);
    found.push({ start, end, odds, beside });
    return true;
  };
  for (const span of known) {
    if (span.type !== 'organization' || span.silent) continue;
    for (let at = span.end, member = 0; member < MAX_MEMBERS && divides(reading, at); member++) {
      const end = memberEnd(reading, at + 1);
      if (end < 0 || !take(at + 1, end, span)) break;
      at = end;
    }
    for (let at = span.start, member = 0; member < MAX_MEMBERS && at > 0 && divides(reading, at - 1); member++) {
      const start = memberStart(reading, at - 1);
      if (start < 0 || !take(start, at - 1, span)) break;
      at = start;
    }
  }
  return found;
}

/** Within a character beyond the BMP. */
const splitsCharacter = ({ units }: Reading, i: number): boolean => (units[i]! & 0xfc00) === 0xdc00;

const charAt = (reading: Reading, i: number): string => reading.text(i, i + 1);
const divides = (reading: Reading, i: number): boolean => i < reading.length && DIVIDES.includes(charAt(reading, i));

/** The next divider or the list's end. */
function memberEnd(reading: Reading, from: number): number {
  for (let i = from + 1; i <= Math.min(from + LONGEST, reading.length); i++)
    if (i === reading.length || DIVIDES.includes(charAt(reading, i)) || CLOSES.includes(charAt(reading, i)) || reading.gap[i]! >= GAP_SPACE)
      return i;
  return -1;
}

/** Behind the divider or mark before; where a list begins within a clause nothing tells where. */
function memberStart(reading: Reading, to: number): number {
  for (let i = to - 1; i >= Math.max(0, to - LONGEST); i--) {
    const before = charAt(reading, i - 1);
    if (i === 0 || DIVIDES.includes(before) || reading.gap[i]! >= GAP_SPACE) return i;
    if (KIND_TABLE[reading.units[i - 1]!] !== IDEOGRAPH && !/[A-Za-z0-9()]/.test(before)) return i;
  }
  return -1;
}
