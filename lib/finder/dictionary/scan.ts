import { filterSlot, pairSlot, type Trie } from './trie';

/** Hits of one pass, three numbers each: start, end (UTF-16 units of the normalised text) and where the trie's values begin. */
export interface Hits {
  data: Uint32Array;
  count: number;
}

/** As many numbers as a page's names mostly need; a buffer of the text's length costs more than the scan. */
const FIRST_BUFFER = 1536;

/**
 * Finds every name of the trie at every position, in one pass whose cost does not grow with the number of names:
 * a bit filter on two units ends most positions, the rest go on from the node of these two. Hits come sorted by start, then by end.
 */
export function scan(trie: Trie, units: Uint16Array, length = units.length): Hits {
  const { filter, pairs, firstChild, label, valueAt } = trie;
  const mask = pairs.length - 2;
  let data: Uint32Array = new Uint32Array(FIRST_BUFFER);
  let used = 0;
  let a = length > 0 ? units[0]! : 0;
  for (let i = 1; i < length; i++) {
    const b = units[i]!;
    const bit = filterSlot(a, b);
    if ((filter[bit >>> 5]! >>> (bit & 31)) & 1) {
      const key = ((a << 16) | b) >>> 0;
      let slot = pairSlot(pairs, a, b);
      while (pairs[slot + 1] && pairs[slot] !== key) slot = (slot + 2) & mask;
      let node = pairs[slot + 1]!;
      let at = i + 1;
      while (node) {
        if (valueAt[node]) {
          if (used + 3 > data.length) data = grow(data);
          data[used] = i - 1;
          data[used + 1] = at;
          data[used + 2] = valueAt[node]!;
          used += 3;
        }
        if (at >= length) break;
        const unit = units[at++]!;
        let low = firstChild[node]!;
        let high = firstChild[node + 1]! - 1;
        node = 0;
        while (low <= high) {
          const middle = (low + high) >>> 1;
          const seen = label[middle]!;
          if (seen === unit) {
            node = middle;
            break;
          }
          if (seen < unit) low = middle + 1;
          else high = middle - 1;
        }
      }
    }
    a = b;
  }
  return { data, count: used / 3 };
}

function grow(data: Uint32Array): Uint32Array {
  const larger = new Uint32Array(data.length * 2);
  larger.set(data);
  return larger;
}
