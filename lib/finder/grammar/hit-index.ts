import { scan } from '../dictionary/scan';
import type { Trie } from '../dictionary/trie';
import { GAP_LINE, GAP_SPACE, type NormalText } from '../normalise/normalise';

/** The dictionary's hits in a text that stand within a line, numbered by start, then by end. */
export interface HitIndex {
  /** Three numbers a hit: start, end, and where its values begin in the trie. */
  data: Uint32Array;
  count: number;
  /** Number of the first hit that starts at or after each position. */
  first: Uint32Array;
  /** Hits in order of their ends, and how many of them end before each position. */
  byEnd: Uint32Array;
  firstEnd: Uint32Array;
  /** Class bits of all hits that start, and that end, at each position. */
  starts: Uint32Array;
  ends: Uint32Array;
}

/** Scans a text once and lays out what is found. `classes` are the class bits of a word by where its values begin. */
export function indexHits(trie: Trie, classes: Uint32Array, { units, gap, length }: NormalText): HitIndex {
  const { data, count } = scan(trie, units);
  const starts = new Uint32Array(length + 1);
  const ends = new Uint32Array(length + 1);
  const first = new Uint32Array(length + 2);
  const firstEnd = new Uint32Array(length + 2);
  let kept = 0;
  for (let i = 0; i < count; i++) {
    const start = data[3 * i]!;
    const end = data[3 * i + 1]!;
    const at = data[3 * i + 2]!;
    if (isBroken(gap, start, end)) continue;
    data[3 * kept] = start;
    data[3 * kept + 1] = end;
    data[3 * kept + 2] = at;
    const bits = classes[at - 1]!;
    starts[start]! |= bits;
    ends[end]! |= bits;
    first[start + 1]!++;
    firstEnd[end + 1]!++;
    kept++;
  }
  const next = new Uint32Array(length + 1);
  let before = 0;
  let beforeEnd = 0;
  for (let i = 0; i <= length; i++) {
    first[i] = before += first[i]!;
    firstEnd[i] = next[i] = beforeEnd += firstEnd[i]!;
  }
  first[length + 1] = before + first[length + 1]!;
  firstEnd[length + 1] = beforeEnd + firstEnd[length + 1]!;
  const byEnd = new Uint32Array(kept);
  for (let i = 0; i < kept; i++) byEnd[next[data[3 * i + 1]!]!++] = i;
  return { data, count: kept, first, byEnd, firstEnd, starts, ends };
}

/** A name runs over a break in mid-sentence; a single space only pads a name of two or three characters (汪　泉). */
function isBroken(gap: Uint8Array, start: number, end: number): boolean {
  let spaces = 0;
  for (let i = start + 1; i < end; i++) {
    const between = gap[i]!;
    if (between === GAP_LINE) return true;
    if (between === GAP_SPACE) spaces++;
  }
  return spaces > 0 && end - start > 4;
}
