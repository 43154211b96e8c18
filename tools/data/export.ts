import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { entitiesOf } from '../../lib/packs/entities';
import { writeEntityCsv } from '../../lib/packs/entity-csv';
import { problemLine } from '../../lib/packs/file-fault';
import { toPopolo } from '../../lib/packs/popolo';
import { readPack } from '../../lib/packs/read';
import { ensurePack } from './build';

// npm run --silent data:export -- --popolo|--csv [FILE]: the pack as Popolo JSON or as the CSV of the entity list, to FILE or stdout.

const { values, positionals } = parseArgs({ options: { popolo: { type: 'boolean' }, csv: { type: 'boolean' } }, allowPositionals: true });
const reading = readPack(readFileSync(ensurePack(), 'utf8'));
if (!reading.ok) throw new Error(reading.problems.map(problemLine).join('\n'));
if (values.popolo === values.csv || positionals.length > 1) {
  console.error('usage: npm run --silent data:export -- --popolo|--csv [FILE]');
  process.exitCode = 1;
} else {
  const sources = Object.fromEntries(reading.pack.sources.map((source) => [source.id, source]));
  const text = values.popolo ? `${JSON.stringify(toPopolo(reading.pack), null, 1)}\n` : writeEntityCsv(entitiesOf(reading.pack), sources);
  if (positionals[0]) writeFileSync(positionals[0], text);
  else process.stdout.write(text);
}
