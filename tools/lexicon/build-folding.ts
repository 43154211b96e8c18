/**
 * Writes lib/finder/normalise/traditional.ts: one-to-one traditional → simplified characters, from OpenCC's tables.
 * Only pairs of single UTF-16 units are kept: normalising must not change lengths.
 */
import { writeFileSync } from 'node:fs';
import * as OpenCC from 'opencc-js';

const convert = OpenCC.Converter({ from: 't', to: 'cn' });
// Characters that are also simplified in their own right: folding them would change names (乾隆, 瞭望, 後 is safe).
const KEEP = new Set('乾瞭著徵藉麼夥锺鍾'.split(''));
let traditional = '';
let simplified = '';
for (let code = 0x3400; code <= 0x9fff; code++) {
  const char = String.fromCharCode(code);
  const folded = convert(char);
  if (folded === char || folded.length !== 1 || KEEP.has(char)) continue;
  traditional += char;
  simplified += folded;
}
const chunk = (text: string) => (text.match(/.{1,100}/gu) ?? []).map((part) => `  '${part}'`).join(' +\n');
writeFileSync(
  new URL('../../lib/finder/normalise/traditional.ts', import.meta.url),
  `// Written by tools/lexicon/build-folding.ts from OpenCC's tables (Apache-2.0); do not edit.\n` +
    `export const TRADITIONAL =\n${chunk(traditional)};\n\nexport const SIMPLIFIED =\n${chunk(simplified)};\n`,
);
console.log(`${traditional.length} pairs`);
