/** Builds public/finder/lexicon.json from lib/finder/lexicon and renews the version that stored dictionaries are held to. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { buildLexicon } from '../../lib/finder/lexicon/lexicon';

const ASSET = new URL('../../public/finder/lexicon.json', import.meta.url);
const VERSION = new URL('../../lib/finder/dictionary/lexicon-version.ts', import.meta.url);

export function versionFile(version: number): string {
  return `/** Written by tools/lexicon/build.ts: a dictionary compiled from other words is compiled anew. */\nexport const LEXICON_VERSION = ${version};\n`;
}

/** Writes both files; the version's only when it has changed, so that watchers stay quiet. */
export function buildLexiconAsset(): void {
  const lexicon = buildLexicon();
  mkdirSync(new URL('.', ASSET), { recursive: true });
  writeFileSync(ASSET, JSON.stringify(lexicon));
  const file = versionFile(lexicon.version);
  if (readFileSync(VERSION, 'utf8') !== file) writeFileSync(VERSION, file);
}
