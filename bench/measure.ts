/** Work to time; what it returns is kept, so that the engine cannot leave the work out. */
export type Subject = () => number;

const ROUNDS = 9;
const ROUND_MS = 40;

let sink = 0;

function once(subject: Subject, times: number): number {
  const start = performance.now();
  for (let i = 0; i < times; i++) sink += subject();
  return (performance.now() - start) / times;
}

/**
 * Milliseconds one run of each subject takes. Rounds of all subjects alternate, so that a busy moment of the machine falls on all of
 * them, and the best round counts: whatever else the machine does only ever adds.
 */
export function measure<Name extends string>(subjects: Record<Name, Subject>): Record<Name, number> {
  const names = Object.keys(subjects) as Name[];
  const times = {} as Record<Name, number>;
  const rounds = {} as Record<Name, number[]>;
  for (const name of names) {
    const warm = Math.max(once(subjects[name], 3), 0.0001);
    times[name] = Math.max(1, Math.round(ROUND_MS / warm));
    rounds[name] = [];
  }
  for (let round = 0; round < ROUNDS; round++) {
    for (const name of names) rounds[name].push(once(subjects[name], times[name]));
  }
  if (Number.isNaN(sink)) throw new Error('a subject returned no number');
  return Object.fromEntries(names.map((name) => [name, Math.min(...rounds[name])])) as Record<Name, number>;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** One line of the report: a ratio, its aim, and whether it is met. `aim` is a bound from above, or from below with `atLeast`. */
export function report(what: string, ratio: number, aim?: number, bound: 'atMost' | 'atLeast' = 'atMost'): void {
  const shown = ratio >= 100 ? ratio.toFixed(0) : ratio.toFixed(2);
  const met = aim === undefined || (bound === 'atMost' ? ratio <= aim : ratio >= aim);
  const against = aim === undefined ? '' : `  (${bound === 'atMost' ? '≤' : '≥'} ${aim})${met ? '' : '  SHORT'}`;
  console.log(`  ${what.padEnd(72)} ${shown.padStart(8)}${against}`);
}

export const milliseconds = (ms: number) => (ms >= 10 ? `${ms.toFixed(0)} ms` : `${(ms * 1000).toFixed(0)} µs`);
