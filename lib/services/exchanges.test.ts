import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Exchanges } from './exchanges';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('makes one exchange of many changes, and another of those that come later', async () => {
  const run = vi.fn(async () => undefined);
  const exchanges = new Exchanges(run);
  for (let change = 0; change < 50; change++) exchanges.due();
  expect(run).not.toHaveBeenCalled();
  await vi.runAllTimersAsync();
  expect(run).toHaveBeenCalledTimes(1);
  exchanges.due();
  await vi.runAllTimersAsync();
  expect(run).toHaveBeenCalledTimes(2);
});

it('waits longer after each failure, and no longer once one succeeded', async () => {
  const at: number[] = [];
  const run = vi.fn(async () => {
    at.push(Date.now());
    if (at.length < 4) throw new Error('MAX_WRITE_OPERATIONS_PER_MINUTE');
  });
  vi.spyOn(console, 'info').mockImplementation(() => undefined);
  const begun = Date.now();
  new Exchanges(run).due();
  await vi.runAllTimersAsync();
  const waits = at.map((time, n) => time - (at[n - 1] ?? begun));
  expect(waits).toEqual([4000, 16_000, 64_000, 256_000]);
});
