import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { buildLexicon } from '../../lib/finder/lexicon/lexicon';
import { versionFile } from './build';

test('the version that stored dictionaries are held to is that of the words (npm run build renews it)', () => {
  const committed = readFileSync(new URL('../../lib/finder/dictionary/lexicon-version.ts', import.meta.url), 'utf8');
  expect(committed).toBe(versionFile(buildLexicon().version));
});
