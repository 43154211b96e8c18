import fc from 'fast-check';
import { expect, it } from 'vitest';
import { chooseSpans, named, type SpanCandidate } from './span';

const span = fc
  .record({ start: fc.nat(12), length: fc.integer({ min: 0, max: 5 }), score: fc.integer({ min: -3, max: 9 }) })
  .map(({ start, length, score }) => ({ start, end: start + length, score }));
const spans = fc.array(span, { maxLength: 9 });
type Span = { start: number; end: number; score: number };

const total = (chosen: readonly Span[]) => chosen.reduce((sum, { score }) => sum + score, 0);
const isApart = (chosen: readonly Span[]) =>
  chosen.every((a, i) => chosen.every((b, j) => i === j || a.end <= b.start || b.end <= a.start));

/** The best total of all sets of spans that stand apart. */
function bestTotal(all: readonly Span[]): number {
  const usable = all.filter(({ start, end }) => end > start);
  let best = 0;
  for (let set = 0; set < 2 ** usable.length; set++) {
    const chosen = usable.filter((_, i) => set & (1 << i));
    if (isApart(chosen)) best = Math.max(best, total(chosen));
  }
  return best;
}

it('reaches the best total of all choices', () => {
  fc.assert(
    fc.property(spans, (all) => {
      expect(total(chooseSpans(all))).toBe(bestTotal(all));
    }),
    { numRuns: 300 },
  );
});

it('chooses of what it was given, apart and in order', () => {
  fc.assert(
    fc.property(spans, (all) => {
      const chosen = chooseSpans(all);
      expect(isApart(chosen)).toBe(true);
      expect([...chosen].sort((a, b) => a.start - b.start)).toEqual(chosen);
      for (const one of chosen) {
        expect(all).toContain(one);
        expect(one.score).toBeGreaterThan(0);
      }
    }),
  );
});

it('takes the name from the rule that knows one', () => {
  const span = (name: string, score: number, entity = -1): SpanCandidate => ({
    start: 3,
    end: 7,
    type: 'organization',
    name,
    entity,
    score,
    votes: [],
  });
  const [plain, composed, indexed] = [span('', 6), span('常州市武进区检察院', 1), span('常州市武进区人民检察院', 4, 12)];
  expect(named([plain], [plain, composed, indexed])).toEqual([indexed]);
  expect(named([plain], [plain, { ...indexed, type: 'project' }, { ...indexed, end: 8 }])).toEqual([plain]);
});
