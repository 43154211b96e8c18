import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './setup.mjs';

// Everything that must hold before a change is good: checks, unit tests, both builds, the built packages, and readers in two browsers.
// The last line it prints is the sum.

interface Tally {
  passed: number;
  failed: number;
  skipped: number;
}

const ONE_PASSED: Tally = { passed: 1, failed: 0, skipped: 0 };
const ONE_FAILED: Tally = { passed: 0, failed: 1, skipped: 0 };

function run(command: string, args: string[]): boolean {
  console.log(`\n> ${command} ${args.join(' ')}`);
  const { status, error } = spawnSync(join(ROOT, 'node_modules/.bin', command), args, {
    cwd: ROOT,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  if (error) console.error(error.message);
  return status === 0;
}

const step = (command: string, args: string[]): Tally => (run(command, args) ? ONE_PASSED : ONE_FAILED);

function vitest(name: string, args: string[]): Tally {
  const report = join(ROOT, '.cache', `${name}.json`);
  rmSync(report, { force: true });
  const ok = run('vitest', ['run', ...args, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`]);
  try {
    const counts = JSON.parse(readFileSync(report, 'utf8')) as Record<string, number>;
    const failed = counts.numFailedTests ?? 0;
    // A file that does not even load, or an error outside of any test, has no failed test to its name.
    return {
      passed: counts.numPassedTests ?? 0,
      failed: failed === 0 && !ok ? 1 : failed,
      skipped: (counts.numPendingTests ?? 0) + (counts.numTodoTests ?? 0),
    };
  } catch {
    return ONE_FAILED;
  }
}

mkdirSync(join(ROOT, '.cache'), { recursive: true });
const tallies = [
  step('wxt', ['prepare']),
  step('tsc', ['--noEmit', '-p', '.']),
  step('biome', ['check', '.']),
  step('tsx', ['tools/check-layers.ts']),
  step('knip', []),
  step('wxt', ['build']),
  step('wxt', ['build', '-b', 'firefox', '--mv3']),
  vitest('unit', []),
  vitest('e2e', ['--config', 'vitest.e2e.config.ts']),
];
const sum = (key: keyof Tally) => tallies.reduce((total, tally) => total + tally[key], 0);
console.log(`\n${sum('passed')} passed, ${sum('failed')} failed, ${sum('skipped')} skipped`);
process.exitCode = sum('failed') > 0 ? 1 : 0;
