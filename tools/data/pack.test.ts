import { expect, it } from 'vitest';
import { checkPack } from '../../lib/packs/check';
import { readPack } from '../../lib/packs/read';
import { withoutUnusedSources } from '../../lib/packs/references';
import { writePack } from '../../lib/packs/write';
import { ROOT } from '../setup.mjs';
import { readData } from './read';

// The data themselves: whatever the check calls an error does not go out.

it('are free of faults and contradictions, fit in 1.5 MB, and read as any pack must', () => {
  const { pack, faults } = readData(ROOT);
  expect(faults).toEqual([]);
  expect(checkPack(pack).filter((finding) => finding.severity === 'error')).toEqual([]);
  const json = writePack(withoutUnusedSources(pack));
  expect(Buffer.byteLength(json)).toBeLessThan(1_500_000);
  const reading = readPack(json);
  expect(reading.ok && writePack(reading.pack)).toBe(json);
}, 60_000);
