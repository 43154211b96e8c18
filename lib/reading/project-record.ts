import { latestDay } from '../model/calendar';
import type { PartialDate } from '../model/dates';
import type { EntityOf } from '../model/entity';
import { type Claim, claimsIn } from './claims';

/** One thing one report says of a project. */
export interface Saying<Where> {
  claim: Claim;
  /** When it was reported; null when the page gave no date. */
  reported: PartialDate | null;
  where: Where;
}

/** How a saying stands against the others. `before` is the earlier words it differs from. */
export type Mark =
  /** Another sum than an earlier report gave for all of it. */
  | { kind: 'differs'; before: string }
  /** Promised for another time than an earlier report promised. */
  | { kind: 'moved'; before: string; later: boolean }
  /** The promised time is over, and no report says that it was kept. */
  | { kind: 'passed' }
  /** Reported as done, at a time after the one promised. */
  | { kind: 'late'; by: PartialDate };

export type Told<Where> = Saying<Where> & { marks: Mark[] };

/** Sums that differ by less are the same sum, rounded. */
const ROUNDING = 0.02;

/** What the index holds of a project's money and dates, as sayings of the reports it cites. */
export function sayingsOf(project: EntityOf<'project'>): Saying<{ source: `source/${string}` }>[] {
  const amounts = project.budget.map(({ text, yuan, date, source }) => {
    const [read] = claimsIn(text, date).filter(({ kind }) => kind === 'amount');
    const claim = read ?? { kind: 'amount' as const, at: 0, text, of: 'other' as const, ...(yuan !== undefined && { yuan }) };
    return { claim, reported: date, where: { source } };
  });
  const dates = project.milestones.flatMap(({ date, title, due, source }) => {
    const read = claimsIn(title, date).filter(({ kind }) => kind === 'date');
    const own: Claim[] = due && read.length === 0 ? [{ kind: 'date', at: 0, text: title, event: 'part', by: due, promised: true }] : read;
    return own.map((claim) => ({ claim, reported: date, where: { source } }));
  });
  return [...amounts, ...dates];
}

/**
 * All that was said, in the order it was reported, each once a day, with what contradicts it or has overtaken it.
 * @param today YYYY-MM-DD
 */
export function tellProject<Where>(sayings: readonly Saying<Where>[], today: string, completed = false): Told<Where>[] {
  const ordered = once([...sayings].sort((a, b) => ((a.reported ?? '') < (b.reported ?? '') ? -1 : 1)));
  return ordered.map((saying, at) => ({ ...saying, marks: marksOf(saying, ordered.slice(0, at), ordered, today, completed) }));
}

function once<Where>(sayings: Saying<Where>[]): Saying<Where>[] {
  const seen = new Set<string>();
  return sayings.filter(({ claim, reported }) => {
    const value = claim.kind === 'amount' ? [claim.of, claim.yuan ?? claim.text] : [claim.event, claim.by, claim.promised];
    const key = [reported, claim.kind, ...value].join(' ');
    return !seen.has(key) && seen.add(key);
  });
}

function marksOf<Where>(
  { claim }: Saying<Where>,
  earlier: readonly Saying<Where>[],
  all: readonly Saying<Where>[],
  today: string,
  completed: boolean,
): Mark[] {
  if (claim.kind === 'amount') {
    if (claim.of !== 'total' || claim.yuan === undefined) return [];
    const before = earlier.findLast(
      ({ claim: other }) => other.kind === 'amount' && other.of === 'total' && other.yuan !== undefined,
    )?.claim;
    if (before?.kind !== 'amount' || before.yuan === undefined) return [];
    const apart = Math.abs(claim.yuan - before.yuan) / Math.max(claim.yuan, before.yuan);
    return apart > ROUNDING ? [{ kind: 'differs', before: before.text }] : [];
  }
  if (claim.event === 'part') return claim.promised && isOver(claim.by, today) && !completed ? [{ kind: 'passed' }] : [];
  const promises = earlier.flatMap(({ claim: other }) =>
    other.kind === 'date' && other.event === claim.event && other.promised ? [other] : [],
  );
  const before = promises.at(-1);
  if (!claim.promised) {
    return before && claim.by > latestDay(before.by) ? [{ kind: 'late', by: before.by }] : [];
  }
  const marks: Mark[] = [];
  if (before && !claim.by.startsWith(before.by) && !before.by.startsWith(claim.by)) {
    marks.push({ kind: 'moved', before: before.text, later: claim.by > before.by });
  }
  const isKept = completed || all.some(({ claim: other }) => other.kind === 'date' && !other.promised && follows(other.event, claim.event));
  if (isOver(claim.by, today) && !isKept) marks.push({ kind: 'passed' });
  return marks;
}

const ORDER = ['start', 'finish', 'use'] as const;

/** Whether what happened takes in what was promised: what is in use has been finished, what is finished was begun. */
function follows(happened: string, promised: string): boolean {
  return (ORDER as readonly string[]).indexOf(happened) >= (ORDER as readonly string[]).indexOf(promised) && happened !== 'part';
}

function isOver(by: PartialDate, today: string): boolean {
  return latestDay(by) < today;
}
