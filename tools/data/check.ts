import { checkPack } from '../../lib/packs/check';
import type { Finding } from '../../lib/packs/check/finding';
import { ROOT } from '../setup.mjs';
import { quality, writeQuality } from './quality';
import { byPlace, readData } from './read';
import { type Fault, lineWithin } from './yaml-files';

// npm run data:check [-- --quick] [-- --only=TEXT]: every fault with file and line, then the quality report, which goes to docs/data.md too.
// --quick leaves the report out; --only shows what stands in files whose path holds TEXT. Errors end with 1.

const quick = process.argv.includes('--quick');
const only = process.argv.find((arg) => arg.startsWith('--only='))?.slice('--only='.length) ?? '';

const { pack, blocks, faults } = readData(ROOT);
const findings = checkPack(pack);
const located = [...faults.map((fault) => ({ ...fault, severity: 'error' as const })), ...findings.map(locate)];
const errors = located.filter((fault) => fault.severity === 'error').length;
for (const { file, line, message, severity } of located.sort(byPlace)) {
  if (file.includes(only)) console.log(`${file}:${line}: ${severity}: ${message}`);
}
const report = quality(pack);
if (!quick) {
  console.log(`\n${report}`);
  writeQuality(report);
}
console.log(`${errors} errors, ${located.length - errors} warnings${only && ` (shown: files with ${only})`}`);
if (errors > 0) process.exitCode = 1;

function locate(finding: Finding): Fault & { severity: Finding['severity'] } {
  const block = blocks.get(finding.id)!;
  const message = `${finding.id}: ${finding.message} [${finding.rule}]`;
  return { file: block.file, line: lineWithin(ROOT, block, finding.path), message, severity: finding.severity };
}
