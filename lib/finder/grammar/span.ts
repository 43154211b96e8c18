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
  const sorted = candidates.filter((c) => c.score > 0 && c.end > c.start).sort((a, b) => a.end - b.end || b.start - a.start);
  const best = new Float64Array(sorted.length + 1);
  const previous = new Int32Array(sorted.length);
  for (let i = 0; i < sorted.length; i++) {
    const { start, score } = sorted[i]!;
    let low = 0;
    let high = i;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (sorted[middle]!.end <= start) low = middle + 1;
      else high = middle;
    }
    previous[i] = low;
    best[i + 1] = Math.max(best[i]!, best[low]! + score);
  }
  const chosen: T[] = [];
  for (let i = sorted.length; i > 0; ) {
    if (best[i]! > best[i - 1]!) {
      chosen.push(sorted[i - 1]!);
      i = previous[i - 1]!;
    } else i--;
  }
  return chosen.reverse();
}
