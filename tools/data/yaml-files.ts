import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { type Document, isMap, isNode, isSeq, LineCounter, parseDocument } from 'yaml';

/** A problem of the data, where a person can mend it. `line` counts from 1. */
export interface Fault {
  file: string;
  line: number;
  message: string;
}

/** One block of one list of one file, as written. */
export interface Block {
  list: string;
  file: string;
  line: number;
  /** Position in its list, so that a line within the block can be found later. */
  index: number;
  value: unknown;
}

export interface YamlFile {
  path: string;
  blocks: Block[];
  /** Top-level values that are no lists of entities: the pack's own description. */
  header: Record<string, unknown>;
  faults: Fault[];
}

/** Data files under `root`/data, sorted, with `/`. */
function dataFiles(root: string): string[] {
  return readdirSync(join(root, 'data'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.ya?ml$/.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
}

const CACHE_VERSION = 1;
type Cache = Record<string, { hash: string; content: YamlFile }>;

/** Parses every data file; files that did not change since the last run come from .cache, for YAML parses at a second a megabyte. */
export function parseDataFiles(root: string): YamlFile[] {
  const path = join(root, '.cache', `data-v${CACHE_VERSION}.json`);
  const known = readCache(path);
  const cache: Cache = {};
  let changed = false;
  for (const file of dataFiles(root)) {
    const text = readFileSync(join(root, file), 'utf8');
    const hash = createHash('sha1').update(text).digest('hex');
    const found = known[file];
    if (found?.hash === hash) {
      cache[file] = found;
    } else {
      cache[file] = { hash, content: parseFile(file, text) };
      changed = true;
    }
  }
  if (changed) writeWhole(path, JSON.stringify(cache));
  return Object.values(cache).map((entry) => entry.content);
}

function readCache(path: string): Cache {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Cache;
  } catch {
    return {};
  }
}

/** Writes a file so that another process sees the old text or the new, never half. */
export function writeWhole(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  const draft = `${path}.${process.pid}`;
  writeFileSync(draft, text);
  renameSync(draft, path);
}

function parseFile(file: string, text: string): YamlFile {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const result: YamlFile = { path: file, blocks: [], header: {}, faults: [] };
  for (const error of document.errors) {
    const message = error.message.split('\n')[0]!.replace(/ at line \d+.*$/, '');
    result.faults.push({ file, line: lines.linePos(error.pos[0]).line, message });
  }
  if (result.faults.length > 0 || document.contents === null) return result;
  if (!isMap(document.contents)) return { ...result, faults: [{ file, line: 1, message: 'not a map of lists' }] };
  for (const pair of document.contents.items) {
    const list = String(pair.key);
    if (!isSeq(pair.value)) {
      result.header[list] = isNode(pair.value) ? pair.value.toJS(document) : null;
      continue;
    }
    if (list === 'changes') result.header[list] = pair.value.toJS(document);
    else {
      pair.value.items.forEach((item, index) => {
        const line = isNode(item) && item.range ? lines.linePos(item.range[0]).line : 1;
        result.blocks.push({ list, file, line, index, value: isNode(item) ? item.toJS(document) : item });
      });
    }
  }
  return result;
}

const opened = new Map<string, { document: Document; lines: LineCounter }>();

/** The line of a value within a block (its path of keys and positions), or of the nearest part that exists. */
export function lineWithin(root: string, block: Block, path: readonly (string | number)[]): number {
  if (path.length === 0) return block.line;
  const { document, lines } = open(join(root, block.file));
  for (let depth = path.length; depth > 0; depth--) {
    const node = document.getIn([block.list, block.index, ...path.slice(0, depth)], true);
    if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
  }
  return block.line;
}

function open(path: string) {
  const known = opened.get(path);
  if (known) return known;
  const lines = new LineCounter();
  const fresh = { document: parseDocument(readFileSync(path, 'utf8'), { lineCounter: lines }), lines };
  opened.set(path, fresh);
  return fresh;
}
