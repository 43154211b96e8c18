import * as v from 'valibot';
import type { Plain } from '../three-way';
import { type CausalRecord, changedAt, isThere } from './causal';

/**
 * How records lie in the browser's sync storage. Version 1: items `sync-v1.<bucket>.<part>`, each an object of records by key, each
 * `[seen, fields]` with a field's words as `[by, n, at, value]`. An item that is missing means nothing: what is deleted says so.
 */
export const ITEM_PREFIX = 'sync-v1.';
/** Items of versions this one cannot read. */
export const isForeignItem = (key: string) => /^sync-v\d+\./.test(key) && !key.startsWith(ITEM_PREFIX);

/** The browsers allow 102,400 bytes in all, 8,192 an item, 512 items; each counts a little differently, so some is left over. */
const MOST_BYTES = 92_000;
const MOST_ITEM = 7_600;
const MOST_RECORD = 6_000;
const BUCKETS = 32;

const Text = (most: number) => v.pipe(v.string(), v.maxLength(most));
const Count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const Words = v.pipe(v.array(v.strictTuple([Text(20), Count, Count, v.unknown()])), v.maxLength(20));
const Stored = v.strictTuple([v.record(Text(20), Count), v.record(Text(400), Words)]);

export type Records = ReadonlyMap<string, CausalRecord>;
export type Items = Record<string, unknown>;

/** Every record the items hold that can be read; the rest is left out. */
export function readMailbox(items: Items): Map<string, CausalRecord[]> {
  const found = new Map<string, CausalRecord[]>();
  for (const [item, value] of Object.entries(items)) {
    if (!item.startsWith(ITEM_PREFIX) || typeof value !== 'object' || value === null) continue;
    for (const [key, stored] of Object.entries(value)) {
      const checked = v.safeParse(Stored, stored);
      if (!checked.success || key.length > 200) continue;
      const [seen, fields] = checked.output;
      const words = Object.entries(fields).map(
        ([name, list]) => [name, list.map(([by, n, at, said]) => ({ by, n, at, value: said as Plain }))] as const,
      );
      found.set(key, [...(found.get(key) ?? []), { seen, fields: Object.fromEntries(words) }]);
    }
  }
  return found;
}

interface Written {
  items: Items;
  bytes: number;
  /** Keys of records that are too large or beyond what the storage holds. */
  left: { key: string; why: 'large' | 'full' }[];
}

/**
 * The records as items. What does not fit is chosen by the records alone, so two machines that know the same leave out the same:
 * first stay settings, then what was deleted, then what is saved, then edits, of each the latest.
 */
export function writeMailbox(records: Records): Written {
  const left: Written['left'] = [];
  const buckets = new Map<number, [string, string][]>();
  let bytes = 0;
  let isFull = false;
  for (const [key, record] of [...records].sort(byRank)) {
    const text = JSON.stringify(stored(record));
    const size = sizeOf(key) + sizeOf(text) + 6;
    if (size > MOST_RECORD) left.push({ key, why: 'large' });
    else if (isFull || bytes + size > MOST_BYTES) {
      isFull = true;
      left.push({ key, why: 'full' });
    } else {
      bytes += size;
      const bucket = bucketOf(key);
      buckets.set(bucket, [...(buckets.get(bucket) ?? []), [key, text]]);
    }
  }
  const items: Items = {};
  for (const [bucket, held] of buckets)
    for (const [part, list] of inParts(held))
      items[`${ITEM_PREFIX}${bucket}.${part}`] = Object.fromEntries(list.map(([key, text]) => [key, JSON.parse(text)]));
  return { items, bytes, left };
}

function stored({ seen, fields }: CausalRecord): v.InferInput<typeof Stored> {
  const byName = Object.keys(fields).sort();
  return [
    seen,
    Object.fromEntries(
      byName.map((name) => [name, fields[name]!.map(({ by, n, at, value }): [string, number, number, unknown] => [by, n, at, value])]),
    ),
  ];
}

/** A bucket's records in as few items as hold them, in the order of their keys. */
function inParts(held: [string, string][]): [number, [string, string][]][] {
  const parts: [number, [string, string][]][] = [];
  let size = MOST_ITEM;
  for (const [key, text] of held.sort(([a], [b]) => (a < b ? -1 : 1))) {
    const more = sizeOf(key) + sizeOf(text) + 6;
    if (size + more > MOST_ITEM) {
      parts.push([parts.length, []]);
      size = 20;
    }
    size += more;
    parts.at(-1)![1].push([key, text]);
  }
  return parts;
}

const RANKS = ['c', '', 's', 'e'];
const rankOf = (key: string, record: CausalRecord) => RANKS.indexOf(isThere(record) ? key.charAt(0) : '');

function byRank([a, left]: readonly [string, CausalRecord], [b, right]: readonly [string, CausalRecord]): number {
  return rankOf(a, left) - rankOf(b, right) || changedAt(right) - changedAt(left) || (a < b ? -1 : 1);
}

function bucketOf(key: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < key.length; at++) hash = Math.imul(hash ^ key.charCodeAt(at), 0x01000193);
  return (hash >>> 0) % BUCKETS;
}

const encoder = new TextEncoder();
/** Bytes, with room for the one sign that Chromium writes out. */
const sizeOf = (text: string) => encoder.encode(text).length + 5 * (text.split('<').length - 1);
