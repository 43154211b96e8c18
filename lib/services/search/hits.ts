import { type Bits, hasBit } from './bits';

/** How near a name is to what was typed: it is that as a whole, begins with it, holds it. */
export const NEARNESS = [0, 1, 2] as const;
const [WHOLE, , WITHIN] = NEARNESS;

/** Collects who is found, each once with the nearest of its names. One collector serves search after search. */
export class Hits {
  readonly #seen: Uint32Array;
  #generation = 0;
  #slots = new Uint32Array(64);
  #length = 0;
  #allowed: Bits = new Uint32Array();

  constructor(size: number) {
    this.#seen = new Uint32Array(size);
  }

  /** Begins anew; only those in `allowed` will be taken. */
  begin(allowed: Bits): void {
    this.#allowed = allowed;
    this.#length = 0;
    // Two bits hold the nearness; before the count of searches overflows, all is forgotten.
    if (++this.#generation === 0x3fffffff) {
      this.#seen.fill(0);
      this.#generation = 1;
    }
  }

  add(slot: number, nearness: number): void {
    const seen = this.#seen[slot]!;
    if (seen >>> 2 !== this.#generation) {
      if (!hasBit(this.#allowed, slot)) return;
      if (this.#length === this.#slots.length) this.#grow();
      this.#slots[this.#length++] = slot;
    } else if ((seen & 3) <= nearness) {
      return;
    }
    this.#seen[slot] = (this.#generation << 2) | nearness;
  }

  /** Who was found, by nearness; in no order within. */
  lists(): Uint32Array[] {
    const counts = [0, 0, 0];
    for (let i = 0; i < this.#length; i++) counts[this.#seen[this.#slots[i]!]! & 3]!++;
    const lists = counts.map((count) => new Uint32Array(count));
    const ends = [WHOLE, 0, 0];
    for (let i = 0; i < this.#length; i++) {
      const slot = this.#slots[i]!;
      const nearness = this.#seen[slot]! & (WITHIN + 1);
      lists[nearness]![ends[nearness]!++] = slot;
    }
    return lists;
  }

  #grow(): void {
    const slots = new Uint32Array(this.#slots.length * 2);
    slots.set(this.#slots);
    this.#slots = slots;
  }
}

/** The smallest `most` of a list, in order, from the `skip`th on. The list is put in another order. */
export function smallest(list: Uint32Array, skip: number, most: number): Uint32Array {
  const wanted = skip + most;
  if (wanted < list.length / 4) select(list, wanted);
  const first = wanted < list.length / 4 ? list.subarray(0, wanted) : list;
  return first.sort().subarray(skip, wanted);
}

/** Moves the `count` smallest to the front. */
function select(list: Uint32Array, count: number): void {
  let [low, high] = [0, list.length - 1];
  while (low < high) {
    const pivot = list[(low + high) >> 1]!;
    let [i, j] = [low, high];
    while (i <= j) {
      while (list[i]! < pivot) i++;
      while (list[j]! > pivot) j--;
      if (i > j) break;
      const other = list[i]!;
      list[i++] = list[j]!;
      list[j--] = other;
    }
    if (count <= j) high = j;
    else if (count >= i) low = i;
    else return;
  }
}
