import fc from 'fast-check';
import { expect, it } from 'vitest';
import { FIRST_LABELS, LABELS, LAST_LABELS, NEXT, WIDTH } from './sequence-layout';
import { type LabelledName, SequencePosterior } from './sequence-posterior';

/** Every labelling of so many characters that may be. */
function labellings(length: number): number[][] {
  let all: number[][] = FIRST_LABELS.map((label) => [label]);
  for (let i = 1; i < length; i++) all = all.flatMap((labels) => NEXT[labels.at(-1)!]!.map((next) => [...labels, next]));
  return all.filter((labels) => (LAST_LABELS as readonly number[]).includes(labels.at(-1)!));
}

function namesOf(labels: readonly number[]): LabelledName[] {
  const names: LabelledName[] = [];
  labels.forEach((label, start) => {
    if (label !== 1 && label !== 4) return;
    names.push({ start, end: labels.indexOf(label + 2, start) + 1, type: label === 1 ? 'organization' : 'project' });
  });
  return names;
}

const weight = fc.integer({ min: -24, max: 24 }).map((eighths) => eighths / 8);
const texts = fc.integer({ min: 2, max: 6 }).chain((length) =>
  fc.record({
    length: fc.constant(length),
    emissions: fc.array(weight, { minLength: length * WIDTH, maxLength: length * WIDTH }).map((all) => Float32Array.from(all)),
    transitions: fc.array(weight, { minLength: LABELS ** 2, maxLength: LABELS ** 2 }).map((all) => Float64Array.from(all)),
  }),
);

const scoreOf = (labels: readonly number[], emissions: Float32Array, transitions: Float64Array): number =>
  labels.reduce((sum, label, i) => sum + emissions[i * WIDTH + label]! + (i > 0 ? transitions[labels[i - 1]! * LABELS + label]! : 0), 0);

it('gives each name the odds that all labellings together give it', () => {
  fc.assert(
    fc.property(texts, ({ length, emissions, transitions }) => {
      const posterior = new SequencePosterior(length, emissions, transitions);
      const all = labellings(length).map((labels) => ({ names: namesOf(labels), odds: Math.exp(scoreOf(labels, emissions, transitions)) }));
      const total = all.reduce((sum, { odds }) => sum + odds, 0);
      for (let start = 0; start < length; start++) {
        for (let end = start + 2; end <= length; end++) {
          const having = all.filter(({ names }) => names.some((n) => n.type === 'project' && n.start === start && n.end === end));
          const share = having.reduce((sum, { odds }) => sum + odds, 0) / total;
          expect(1 / (1 + Math.exp(-posterior.logOdds(start, end, 'project')))).toBeCloseTo(share, 4);
        }
      }
    }),
    { numRuns: 60 },
  );
});

it('names what the best labelling names', () => {
  fc.assert(
    fc.property(texts, ({ length, emissions, transitions }) => {
      const scores = labellings(length).map((labels) => ({ labels, score: scoreOf(labels, emissions, transitions) }));
      const best = Math.max(...scores.map(({ score }) => score));
      const winners = scores.filter(({ score }) => score > best - 1e-6).map(({ labels }) => namesOf(labels));
      expect(winners).toContainEqual(new SequencePosterior(length, emissions, transitions).best());
    }),
    { numRuns: 100 },
  );
});

it('reads an empty text', () => {
  expect(new SequencePosterior(0, new Float32Array(0), new Float64Array(LABELS ** 2)).best()).toEqual([]);
});
