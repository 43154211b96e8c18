import { filterSlot, type Trie } from './trie';

/** Hits of one pass, three numbers each: start, end (UTF-16 units of the normalised text) and where the trie's values begin. */
export interface Hits {
  data: Uint32Array;
  count: number;
}

/**
 * Finds every name of the trie at every position, in one pass whose cost does not grow with the number of names:
 * a bit filter on two units ends most positions, the rest walk down the trie. Hits come sorted by start, then by end.
 */
export function scan(trie: Trie, units: Uint16Array, length = units.length): Hits {
  const { filter, root, firstChild, label, valueAt } = trie;
  let data: Uint32Array = new Uint32Array(Math.max(96, length));
  let used = 0;
  let a = length > 0 ? units[0]! : 0;
  for (let i = 1; i < length; i++) {
    const b = units[i]!;
    const slot = filterSlot(a, b);
    if ((filter[slot >>> 5]! >>> (slot & 31)) & 1) {
      let node = root[a]!;
      let at = i;
      while (node) {
        if (at > i && valueAt[node]) {
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
