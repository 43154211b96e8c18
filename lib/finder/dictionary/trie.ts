/**
 * Names as a trie in typed arrays: nodes in breadth-first order, the children of a node side by side and sorted by label.
 * A node costs 10 bytes; nothing is an object, so it is stored and read back as it is.
 */
export interface Trie {
  /** First child of node n is firstChild[n], its last firstChild[n + 1] - 1. */
  firstChild: Uint32Array;
  label: Uint16Array;
  /** 0, or 1 + index of the node's first value in `values`; the values of a node end with a set LAST bit. */
  valueAt: Uint32Array;
  values: Uint32Array;
  /** Node reached by each first unit, 0 where no name begins so. */
  root: Uint32Array;
  /** Bit set by the hash of two first units: most positions of a text are done after one look. */
  filter: Uint32Array;
  /**
   * Node reached by two first units: a hash table of twos in a row, the units as one number and the node. What passes the filter is
   * mostly a name's beginning, and a first unit (a surname) may have hundreds of children to search among.
   */
  pairs: Uint32Array;
}

export const LAST = 0x80000000;
const FILTER_BITS = 20;
const FILTER_SHIFT = 32 - FILTER_BITS;

/** Where two units stand in the filter. */
export const filterSlot = (a: number, b: number): number => (Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b)) >>> FILTER_SHIFT;

/** Where the search for two units begins in the table of pairs. */
export const pairSlot = (pairs: Uint32Array, a: number, b: number): number =>
  ((Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0xc2b2ae35)) >>> 7) & (pairs.length - 2);

function pairTable(root: Uint32Array, firstChild: Uint32Array, label: Uint16Array): Uint32Array {
  let count = 0;
  for (const node of root) if (node) count += firstChild[node + 1]! - firstChild[node]!;
  const pairs = new Uint32Array(2 ** Math.ceil(Math.log2(4 * Math.max(count, 8))));
  root.forEach((node, a) => {
    if (!node) return;
    for (let child = firstChild[node]!; child < firstChild[node + 1]!; child++) {
      const b = label[child]!;
      let slot = pairSlot(pairs, a, b);
      while (pairs[slot + 1]) slot = (slot + 2) & (pairs.length - 2);
      pairs[slot] = ((a << 16) | b) >>> 0;
      pairs[slot + 1] = child;
    }
  });
  return pairs;
}

/** Builds the trie of names of two units or more; a name may carry several values (31 bits each). Throws on a shorter name. */
export function buildTrie(entries: ReadonlyMap<string, readonly number[]>): Trie {
  const names = [...entries.keys()].sort(byUnits);
  const filter = new Uint32Array(2 ** (FILTER_BITS - 5));
  let units = 1;
  for (const name of names) {
    if (name.length < 2) throw new RangeError(`name too short for the dictionary: ${JSON.stringify(name)}`);
    units += name.length;
    const slot = filterSlot(name.charCodeAt(0), name.charCodeAt(1));
    filter[slot >>> 5]! |= 1 << (slot & 31);
  }
  const firstChild = new Uint32Array(units + 2);
  const label = new Uint16Array(units + 1);
  const valueAt = new Uint32Array(units + 1);
  const values: number[] = [];
  const root = new Uint32Array(0x10000);
  // Breadth first: each queued node stands for a range of the sorted names that share a prefix.
  const low = new Uint32Array(units + 1);
  const high = new Uint32Array(units + 1);
  const depth = new Uint16Array(units + 1);
  high[0] = names.length;
  let count = 1;
  for (let node = 0; node < count; node++) {
    const d = depth[node]!;
    let i = low[node]!;
    const end = high[node]!;
    firstChild[node] = count;
    if (d > 0 && i < end && names[i]!.length === d) {
      const own = entries.get(names[i]!)!;
      if (own.length) {
        valueAt[node] = values.length + 1;
        own.forEach((value, k) => {
          values.push(k === own.length - 1 ? (value | LAST) >>> 0 : value);
        });
      }
      i++;
    }
    while (i < end) {
      const unit = names[i]!.charCodeAt(d);
      let j = i + 1;
      while (j < end && names[j]!.charCodeAt(d) === unit) j++;
      label[count] = unit;
      low[count] = i;
      high[count] = j;
      depth[count] = d + 1;
      if (node === 0) root[unit] = count;
      count++;
      i = j;
    }
  }
  firstChild[count] = count;
  return {
    firstChild: firstChild.slice(0, count + 1),
    label: label.slice(0, count),
    valueAt: valueAt.slice(0, count),
    values: Uint32Array.from(values),
    root,
    filter,
    pairs: pairTable(root, firstChild, label),
  };
}

function byUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The child of `node` by `unit`, or 0. */
export function childOf(trie: Trie, node: number, unit: number): number {
  const { firstChild, label } = trie;
  let low = firstChild[node]!;
  let high = firstChild[node + 1]! - 1;
  while (low <= high) {
    const middle = (low + high) >>> 1;
    const seen = label[middle]!;
    if (seen === unit) return middle;
    if (seen < unit) low = middle + 1;
    else high = middle - 1;
  }
  return 0;
}

/** The values of exactly this name. */
export function valuesOf(trie: Trie, name: string): number[] {
  let node = name.length ? trie.root[name.charCodeAt(0)]! : 0;
  for (let i = 1; node && i < name.length; i++) node = childOf(trie, node, name.charCodeAt(i));
  return node ? readValues(trie, trie.valueAt[node]!) : [];
}

/** Reads the values that begin at `at` (as in valueAt: 0 means none). */
export function readValues(trie: Trie, at: number): number[] {
  const found: number[] = [];
  if (at === 0) return found;
  let i = at - 1;
  for (;;) {
    const value = trie.values[i++]!;
    found.push((value & ~LAST) >>> 0);
    if (value & LAST) return found;
  }
}
