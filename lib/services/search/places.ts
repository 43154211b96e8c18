/** Places by what stands there: each kind's in one run, in the order they were given. */
export class Places {
  readonly #starts: Uint32Array;
  readonly #places: Uint32Array;

  /**
   * @param kinds how many there are; the kind 0 is not kept
   * @param kindAt by place
   * @param more pairs of kind and place beside those, for places that are of several kinds
   */
  constructor(kinds: number, kindAt: Uint16Array, more: readonly number[] = []) {
    const starts = new Uint32Array(kinds + 2);
    for (let place = 0; place < kindAt.length; place++) starts[kindAt[place]! + 2]!++;
    for (let i = 0; i < more.length; i += 2) starts[more[i]! + 2]!++;
    starts[2] = 0;
    for (let kind = 2; kind < starts.length; kind++) starts[kind]! += starts[kind - 1]!;
    const places = new Uint32Array(starts[kinds + 1]!);
    for (let place = 0; place < kindAt.length; place++) {
      const kind = kindAt[place]!;
      if (kind !== 0) places[starts[kind + 1]!++] = place;
    }
    for (let i = 0; i < more.length; i += 2) places[starts[more[i]! + 1]!++] = more[i + 1]!;
    this.#starts = starts;
    this.#places = places;
  }

  count(kind: number): number {
    return this.#starts[kind + 1]! - this.#starts[kind]!;
  }

  of(kind: number): Uint32Array {
    return this.between(kind, kind + 1);
  }

  /** Of all kinds from `low` up to before `high`. */
  between(low: number, high: number): Uint32Array {
    return this.#places.subarray(this.#starts[low]!, this.#starts[high]!);
  }
}
