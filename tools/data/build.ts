import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { withoutUnusedSources } from '../../lib/packs/references';
import { writePack } from '../../lib/packs/write';
import { ROOT } from '../setup.mjs';
import { LISTS, readData } from './read';
import { writeWhole } from './yaml-files';

// Builds public/packs/changzhou.json from data/. The same data gives the same bytes.

const OUTPUT = join(ROOT, 'public', 'packs', 'changzhou.json');
/** What the pack is made of, and by. */
const INPUTS = ['data', 'tools/data', 'lib/model', 'lib/packs'];

/**
 * Makes sure the pack is as new as the data, and gives its path. Faulty blocks are left out and said on stderr; refusing them is
 * the check's part.
 */
export function ensurePack(): string {
  if (!existsSync(OUTPUT) || statSync(OUTPUT).mtimeMs < newestInput()) buildPack();
  return OUTPUT;
}

/** Builds the pack and gives the number of faults found in the data. */
function buildPack(): number {
  const data = readData(ROOT);
  const pack = withoutUnusedSources(data.pack);
  const json = writePack(pack);
  writeWhole(OUTPUT, json);
  for (const { file, line, message } of data.faults) console.error(`${file}:${line}: ${message}`);
  const counts = LISTS.map((list) => `${pack[list].length} ${list}`).join(', ');
  console.error(
    `pack: ${counts}; ${Math.round(Buffer.byteLength(json) / 1024)} KB${data.faults.length ? `; ${data.faults.length} FAULTS` : ''}`,
  );
  return data.faults.length;
}

/** Folders count too: their time tells of files taken away. */
function newestInput(): number {
  let newest = 0;
  for (const input of INPUTS) {
    const folder = join(ROOT, input);
    newest = Math.max(newest, statSync(folder).mtimeMs);
    for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
      newest = Math.max(newest, statSync(join(entry.parentPath, entry.name)).mtimeMs);
    }
  }
  return newest;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href && buildPack() > 0) process.exitCode = 1;
