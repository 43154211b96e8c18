import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { forbiddenImports, ROOMS } from './layers';
import { ROOT } from './setup.mjs';

// Fails when an import goes against the design's table of rooms.

function sourceFiles(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.(tsx?|mjs)$/.test(entry.name))
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)).split(sep).join('/'));
}

const files = ['lib', ...ROOMS.map((room) => room.path).filter((path) => !path.startsWith('lib/'))].flatMap(sourceFiles);
const faults = files.flatMap((file) => forbiddenImports(file, readFileSync(join(ROOT, file), 'utf8')));
for (const fault of faults) console.error(fault);
console.error(`layers: ${files.length} files, ${faults.length} forbidden imports`);
process.exitCode = faults.length > 0 ? 1 : 0;
