import type { EntityId } from '../../model/ids';
import { addBit, type Bits, dropBit, hasBit, newBits } from './bits';
import { type Found, foundBits, foundList, type Ranking } from './found';
import { Hits } from './hits';
import type { Listed } from './listed';
import type { Pinyin } from './pinyin';
import { TextIndex } from './text-index';

/** Puts one before another; `key` names the order. */
export interface Order {
  key: string;
  compare: (a: Listed, b: Listed) => number;
}

/** `key` names what the filter lets through: the same key, the same filter. */
export interface Filter {
  key: string;
  passes: (item: Listed) => boolean;
}

export const byName = (a: Listed, b: Listed) => compareText(a.sortKey, b.sortKey) || compareText(a.id, b.id);

export const compareText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** What so great a part of the list is found by is kept ready: it is what one types first. */
const READY_PART = 100;
const LEAST_READY = 512;
/** Filters whose outcome is kept. */
const MOST_FILTERS = 8;

/** A part of the list, built once and in order of names; what changed since is only taken out of it. */
export class Segment {
  readonly items: readonly Listed[];
  /** Those that still count. */
  readonly #alive: Bits;
  readonly #slots: Map<EntityId, number>;
  readonly #index: TextIndex;
  readonly #hits: Hits;
  readonly #ready = new Map<string, (Bits | null)[]>();
  readonly #allowed = new Map<string, { bits: Bits; ready: Map<string, Found> }>();
  readonly #rankings = new Map<string, Ranking>();

  constructor(items: Listed[], pinyin: Pinyin) {
    this.items = items.sort(byName);
    this.#alive = newBits(items.length);
    for (let slot = 0; slot < items.length; slot++) addBit(this.#alive, slot);
    this.#slots = new Map(this.items.map(({ id }, slot) => [id, slot]));
    this.#index = new TextIndex(
      this.items.map(({ keys }) => keys),
      pinyin,
    );
    this.#hits = new Hits(items.length);
    if (items.length >= LEAST_READY) this.#makeReady(pinyin);
  }

  get(id: EntityId): Listed | undefined {
    const slot = this.#slots.get(id);
    return slot !== undefined && hasBit(this.#alive, slot) ? this.items[slot] : undefined;
  }

  remove(id: EntityId): void {
    const slot = this.#slots.get(id);
    if (slot !== undefined) dropBit(this.#alive, slot);
  }

  /** Forgets what was worked out with the help of other entities, and of those that count. */
  forget(): void {
    this.#allowed.clear();
    this.#rankings.clear();
  }

  /** Who has the query in a name, of those that pass the filter; without a query, all of those. */
  find(wanted: string, filter: Filter): Found {
    const allowed = this.#allowedBy(filter);
    const before = allowed.ready.get(wanted);
    if (before) return before;
    const ready = wanted ? this.#ready.get(wanted) : [null, null, allowed.bits];
    if (ready) {
      const found = foundBits(ready.map((bits) => bits && both(bits, allowed.bits)));
      allowed.ready.set(wanted, found);
      return found;
    }
    this.#hits.begin(allowed.bits);
    this.#index.find(wanted, this.#hits);
    return foundList(this.#hits.lists());
  }

  /** Slots in an order; worked out once. */
  inOrder({ key, compare }: Order): Ranking {
    let ranking = this.#rankings.get(key);
    if (!ranking) {
      const order = Uint32Array.from(this.items, (_, slot) => slot).sort((a, b) => compare(this.items[a]!, this.items[b]!));
      const rank = new Uint32Array(order.length);
      for (let at = 0; at < order.length; at++) rank[order[at]!] = at;
      ranking = { order, rank };
      this.#rankings.set(key, ranking);
    }
    return ranking;
  }

  #allowedBy({ key, passes }: Filter): { bits: Bits; ready: Map<string, Found> } {
    let allowed = this.#allowed.get(key);
    if (!allowed) {
      const bits = newBits(this.items.length);
      for (let slot = 0; slot < this.items.length; slot++) {
        if (hasBit(this.#alive, slot) && passes(this.items[slot]!)) addBit(bits, slot);
      }
      if (this.#allowed.size === MOST_FILTERS) this.#allowed.clear();
      allowed = { bits, ready: new Map() };
      this.#allowed.set(key, allowed);
    }
    return allowed;
  }

  #makeReady({ syllables }: Pinyin): void {
    const least = Math.max(LEAST_READY, this.items.length / READY_PART);
    const everyone = newBits(this.items.length).fill(-1);
    const ready = new Set(this.#index.frequent(least));
    const begun = syllables.flatMap((syllable) => Array.from(syllable, (_, at) => syllable.slice(0, at + 1)));
    for (const letters of new Set([...begun, ...PAIRS])) if (letters && this.#index.letterCount(letters) >= least) ready.add(letters);
    for (const wanted of ready) {
      this.#hits.begin(everyone);
      this.#index.find(wanted, this.#hits);
      this.#ready.set(
        wanted,
        this.#hits.lists().map((list) => (list.length > 0 ? bitsOf(list, this.items.length) : null)),
      );
    }
  }
}

const ALPHABET = 'abcdefghijklmnopqrstuvwxyz';
const PAIRS = Array.from(ALPHABET).flatMap((a) => Array.from(ALPHABET, (b) => a + b));

function bitsOf(slots: Uint32Array, size: number): Bits {
  const bits = newBits(size);
  for (let i = 0; i < slots.length; i++) addBit(bits, slots[i]!);
  return bits;
}

function both(a: Bits, b: Bits): Bits {
  const bits = new Uint32Array(a.length);
  for (let i = 0; i < bits.length; i++) bits[i] = a[i]! & b[i]!;
  return bits;
}
