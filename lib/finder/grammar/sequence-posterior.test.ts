import fc from 'fast-check';
import { expect, it } from 'vitest';
import { posteriorOf } from '../../../tools/train/sequence';
import { FIRST_LABELS, LABELS, LAST_LABELS, NEXT, WIDTH } from './sequence-layout';
import { type LikelyName, SequencePosterior, spaceFor } from './sequence-posterior';

/** Every labelling of so many characters that may be. */
function labellings(length: number): number[][] {
  let all: number[][] = FIRST_LABELS.map((label) => [label]);
  for (let i = 1; i < length; i++) all = all.flatMap((labels) => NEXT[labels.at(-1)!]!.map((next) => [...labels, next]));
  return all.filter((labels) => (LAST_LABELS as readonly number[]).includes(labels.at(-1)!));
}

function namesOf(labels: readonly number[]): LikelyName[] {
  const names: LikelyName[] = [];
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
      const posterior = posteriorOf(emissions, transitions.map(Math.exp));
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

it('lists the names that are more likely than not', () => {
  fc.assert(
    fc.property(texts, ({ length, emissions, transitions }) => {
      const all = labellings(length).map((labels) => ({ names: namesOf(labels), odds: Math.exp(scoreOf(labels, emissions, transitions)) }));
      const total = all.reduce((sum, { odds }) => sum + odds, 0);
      const shares = new Map<string, number>();
      for (const { names, odds } of all) {
        for (const name of names) shares.set(JSON.stringify(name), (shares.get(JSON.stringify(name)) ?? 0) + odds / total);
      }
      const listed = posteriorOf(emissions, transitions.map(Math.exp))
        .likely()
        .map((name) => JSON.stringify(name));
      for (const [name, share] of shares) if (Math.abs(share - 0.5) > 1e-4) expect(listed.includes(name)).toBe(share > 0.5);
      expect(listed.every((name) => shares.has(name))).toBe(true);
    }),
    { numRuns: 100 },
  );
});

it('reads an empty text', () => {
  expect(new SequencePosterior(0, new Float64Array(LABELS ** 2), spaceFor(0)).likely()).toEqual([]);
});
