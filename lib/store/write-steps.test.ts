import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { EntityId } from '../model/ids';
import { runsOf } from './write-steps';

it('runs hold all that is wanted and nothing else', () => {
  fc.assert(
    fc.property(fc.array(fc.boolean(), { maxLength: 60 }), (flags) => {
      const ids = flags.map((_, at): EntityId => `person/${String(at).padStart(3, '0')}`);
      const wanted = ids.filter((_, at) => flags[at]);
      const runs = runsOf(ids, new Set(wanted));
      expect(runs.flatMap(([first, last]) => ids.filter((id) => id >= first && id <= last))).toEqual(wanted);
      expect(runs.length).toBe(flags.filter((flag, at) => flag && !flags[at - 1]).length);
    }),
  );
});
