import type { EntityType } from '../../model/entity';
import type { Vote } from '../types';

/** A stretch that may be a mention, with what speaks for it. Units [start, end) of the normalised text; entity is -1 when the index has none. */
export interface SpanCandidate {
  start: number;
  end: number;
  type: EntityType;
  name: string;
  entity: number;
  score: number;
  votes: Vote[];
  post?: string;
  /** More entities of the same name that nothing told apart. */
  rivals?: number[];
  /** Left out of the result though it takes its place: a reporter, a generic phrase. */
  silent?: boolean;
}

/** The spans of the best total score that do not overlap, in order. Spans of score 0 or less never win a place. */
export function chooseSpans<T extends { start: number; end: number; score: number }>(candidates: readonly T[]): T[] {
  const { starts, scores, order, endingBy } = byEnds(candidates);
  const count = order.length;
  const best = new Float64Array(count + 1);
  for (let i = 0; i < count; i++) {
    const span = order[i]!;
    best[i + 1] = Math.max(best[i]!, best[endingBy[starts[span]!]!]! + scores[span]!);
  }
  const chosen: T[] = [];
  for (let i = count; i > 0; ) {
    if (best[i]! > best[i - 1]!) {
      const span = order[i - 1]!;
      chosen.push(candidates[span]!);
      i = endingBy[starts[span]!]!;
    } else i--;
  }
  return chosen.reverse();
}

/** Spans in columns; those that may win a place in order of their ends, then of their length; how many of these end by each position. */
interface ByEnds {
  starts: Uint32Array;
  scores: Float64Array;
  order: Uint32Array;
  endingBy: Uint32Array;
}

function byEnds(spans: readonly { start: number; end: number; score: number }[]): ByEnds {
  const starts = new Uint32Array(spans.length);
  const ends = new Uint32Array(spans.length);
  const scores = new Float64Array(spans.length);
  let count = 0;
  let last = 0;
  for (let i = 0; i < spans.length; i++) {
    const { start, end, score } = spans[i]!;
    if (!(score > 0) || end <= start) continue;
    starts[i] = start;
    ends[i] = end;
    scores[i] = score;
    if (end > last) last = end;
    count++;
  }
  const endingBy = new Uint32Array(last + 1);
  for (let i = 0; i < ends.length; i++) if (ends[i]) endingBy[ends[i]!]!++;
  for (let i = 1; i <= last; i++) endingBy[i]! += endingBy[i - 1]!;
  const order = new Uint32Array(count);
  const filled = new Uint32Array(last + 1);
  for (let i = 0; i < ends.length; i++) {
    const end = ends[i]!;
    if (end === 0) continue;
    const first = endingBy[end - 1]!;
    let at = first + filled[end]!++;
    for (; at > first && starts[order[at - 1]!]! < starts[i]!; at--) order[at] = order[at - 1]!;
    order[at] = i;
  }
  return { starts, scores, order, endingBy };
}

/**
 * A stretch that more than one rule found takes its name from the rule that knows one: how it ends may weigh more than the index, but says
 * less of what it is.
 */
export function named(chosen: readonly SpanCandidate[], candidates: readonly SpanCandidate[]): SpanCandidate[] {
  const unnamed = new Map<number, Map<number, SpanCandidate>>();
  for (const span of chosen) {
    if (span.name) continue;
    const ends = unnamed.get(span.start) ?? new Map<number, SpanCandidate>();
    unnamed.set(span.start, ends.set(span.end, span));
  }
  if (unnamed.size === 0) return [...chosen];
  const better = new Map<SpanCandidate, SpanCandidate>();
  for (const other of candidates) {
    const span = other.name && !other.silent ? unnamed.get(other.start)?.get(other.end) : undefined;
    if (span?.type !== other.type) continue;
    const best = better.get(span);
    if (!best || other.score > best.score) better.set(span, other);
  }
  return chosen.map((span) => better.get(span) ?? span);
}

/** Spans by start; those with the same start keep their order. */
export function inOrder<T extends { start: number }>(spans: readonly T[]): T[] {
  const { length } = spans;
  // One number says both, and numbers are sorted far faster than spans.
  const keys = new Float64Array(length);
  for (let i = 0; i < length; i++) keys[i] = spans[i]!.start * length + i;
  keys.sort();
  const sorted: T[] = [];
  for (let i = 0; i < length; i++) sorted.push(spans[keys[i]! % length]!);
  return sorted;
}

/** The spans that none of the others holds; both in order, and the others apart from each other. */
export function outside<T extends { start: number; end: number }>(spans: readonly T[], others: readonly T[]): readonly T[] {
  if (others.length === 0) return spans;
  let next = 0;
  return spans.filter(({ start, end }) => {
    while (next < others.length && others[next]!.start <= start) next++;
    return next === 0 || others[next - 1]!.end < end;
  });
}
