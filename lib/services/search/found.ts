import { type Bits, countBits, hasBit, pickBits } from './bits';
import { smallest } from './hits';

/** Slots in an order, and the place each slot has in it. */
export interface Ranking {
  order: Uint32Array;
  rank: Uint32Array;
}

/** Who was found in one part of a list: how many of each nearness, and which. */
export interface Found {
  counts: readonly number[];
  /** Slots of one nearness in the order of slots, from the `skip`th on. */
  pick(nearness: number, skip: number, most: number): ArrayLike<number>;
  /** Slots of any nearness, the first `most` in another order. */
  first(ranking: Ranking, most: number): ArrayLike<number>;
}

/** A few: their slots by nearness, in no order. */
export function foundList(lists: readonly Uint32Array[]): Found {
  return {
    counts: lists.map((list) => list.length),
    pick: (nearness, skip, most) => smallest(lists[nearness]!, skip, most),
    first({ order, rank }, most) {
      const ranks = Uint32Array.from(lists.flatMap((list) => Array.from(list, (slot) => rank[slot]!)));
      return smallest(ranks, 0, most).map((at) => order[at]!);
    },
  };
}

/** Many: a bit for each; null where there is none of a nearness. */
export function foundBits(bits: readonly (Bits | null)[]): Found {
  return {
    counts: bits.map((set) => (set ? countBits(set) : 0)),
    pick: (nearness, skip, most) => pickBits(bits[nearness]!, skip, most),
    first({ order }, most) {
      const taken: number[] = [];
      for (let at = 0; at < order.length && taken.length < most; at++) {
        const slot = order[at]!;
        if (bits.some((set) => set && hasBit(set, slot))) taken.push(slot);
      }
      return taken;
    },
  };
}
