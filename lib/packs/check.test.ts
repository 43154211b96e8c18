import { expect, it } from 'vitest';
import { saidOf } from './fixtures/sample-check';

it('finds nothing in the sample, which each rule then spoils in its own test', () => {
  expect(saidOf(() => {})).toEqual([]);
});
