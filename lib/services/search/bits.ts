/** A set of small numbers, 32 to a word. */
export type Bits = Uint32Array;

export const newBits = (size: number): Bits => new Uint32Array((size + 31) >>> 5);

export function addBit(bits: Bits, at: number): void {
  bits[at >>> 5]! |= 1 << (at & 31);
}

export function dropBit(bits: Bits, at: number): void {
  bits[at >>> 5]! &= ~(1 << (at & 31));
}

export function hasBit(bits: Bits, at: number): boolean {
  return (bits[at >>> 5]! & (1 << (at & 31))) !== 0;
}

export function countBits(bits: Bits): number {
  let count = 0;
  for (let i = 0; i < bits.length; i++) count += ones(bits[i]!);
  return count;
}

function ones(word: number): number {
  let n = word - ((word >>> 1) & 0x55555555);
  n = (n & 0x33333333) + ((n >>> 2) & 0x33333333);
  return Math.imul((n + (n >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** Numbers of the set in order, from the `skip`th on, at most `most` of them. */
export function pickBits(bits: Bits, skip: number, most: number): number[] {
  const picked: number[] = [];
  for (let i = 0; i < bits.length && picked.length < most; i++) {
    let word = bits[i]!;
    const here = ones(word);
    if (here <= skip) {
      skip -= here;
      continue;
    }
    for (; word !== 0 && picked.length < most; word &= word - 1) {
      if (skip > 0) skip--;
      else picked.push(i * 32 + 31 - Math.clz32(word & -word));
    }
  }
  return picked;
}
