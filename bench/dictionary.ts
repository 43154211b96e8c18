import FastScanner from 'fastscan';
import { type Hits, scan } from '../lib/finder/dictionary/scan';
import { buildTrie, type Trie } from '../lib/finder/dictionary/trie';
import { makeNames, makeNews } from './corpus';
import { measure, milliseconds, report } from './measure';

const LENGTH = 20_000;

const trieOf = (names: readonly string[]): Trie => buildTrie(new Map(names.map((name, index) => [name, [index]])));

function barePass(text: string): number {
  let sum = 0;
  for (let i = 0; i < text.length; i++) sum += text.charCodeAt(i);
  return sum;
}

const countOf = (hits: Hits) => hits.count;

/** The dictionary scan against the least any scan must do, and against a well-known package for the same task. */
export function benchDictionary(): void {
  const few = makeNames(1_000);
  const many = makeNames(100_000);
  const text = makeNews(LENGTH, few);
  const units = Uint16Array.from(text, (_, i) => text.charCodeAt(i));
  const small = trieOf(few);
  const large = trieOf(many);
  const buildStart = performance.now();
  const fastscanLarge = new FastScanner(many);
  const buildTime = performance.now() - buildStart;
  const ours = performance.now();
  trieOf(many);
  const ourBuildTime = performance.now() - ours;
  const expected = fastscanLarge.search(text).length;
  const found = countOf(scan(large, units));
  if (found !== expected) throw new Error(`the scan finds ${found} names, fastscan ${expected}`);
  const times = measure({
    bare: () => barePass(text),
    small: () => countOf(scan(small, units)),
    large: () => countOf(scan(large, units)),
    fastscan: () => fastscanLarge.search(text).length,
  });
  console.log(`\nDictionary scan, ${LENGTH} characters, ${expected} names found of 100,000`);
  console.log(`  bare pass ${milliseconds(times.bare)}, scan ${milliseconds(times.large)}, fastscan ${milliseconds(times.fastscan)}`);
  report('scan with 100,000 names / bare charCodeAt pass', times.large / times.bare, 3);
  report('scan with 100,000 names / scan with 1,000 names', times.large / times.small, 2);
  report('fastscan with 100,000 names / scan', times.fastscan / times.large, 15, 'atLeast');
  report('building: fastscan / trie, 100,000 names', buildTime / ourBuildTime);
}
