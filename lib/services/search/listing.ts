import type { EntityId } from '../../model/ids';
import { NEARNESS } from './hits';
import type { Listed } from './listed';
import type { Pinyin } from './pinyin';
import { byName, type Filter, type Order, Segment } from './segment';

export interface ListQuery {
  /** In search form; empty: everything. */
  wanted: string;
  filter: Filter;
  /** Null: by nearness of the names found, and by name. */
  order: Order | null;
  offset: number;
  limit: number;
}

/** Changed entries beyond which the list is laid out anew. */
const MOST_CHANGED = 400;

/** The whole list, ready to be searched: one large part that stays, and beside it a small one with what changed since. */
export class Listing {
  #base: Segment;
  #recent: Segment;

  constructor(
    items: Listed[],
    private readonly pinyin: Pinyin,
  ) {
    this.#base = new Segment(items, pinyin);
    this.#recent = new Segment([], pinyin);
  }

  get(id: EntityId): Listed | undefined {
    return this.#recent.get(id) ?? this.#base.get(id);
  }

  /** Takes over what became of some entities; null: it is gone. */
  update(changes: ReadonlyMap<EntityId, Listed | null>): void {
    const stays = this.#recent.items.filter(({ id }) => !changes.has(id));
    const recent = [...stays, ...[...changes.values()].filter((item) => item !== null)];
    for (const id of changes.keys()) this.#base.remove(id);
    this.#base.forget();
    if (recent.length > MOST_CHANGED) {
      this.#base = new Segment([...this.#base.items.filter(({ id }) => this.#base.get(id)), ...recent], this.pinyin);
      recent.length = 0;
    }
    this.#recent = new Segment(recent, this.pinyin);
  }

  /** Those found from `offset` on, and how many there are in all. */
  find({ wanted, filter, order, offset, limit }: ListQuery): { total: number; items: Listed[] } {
    const segments = this.#recent.items.length > 0 ? [this.#base, this.#recent] : [this.#base];
    const found = segments.map((segment) => ({ segment, found: segment.find(wanted, filter) }));
    const counts = NEARNESS.map((nearness) => found.reduce((sum, part) => sum + part.found.counts[nearness]!, 0));
    const total = counts.reduce((sum, count) => sum + count, 0);
    if (order) {
      const lists = found.map(({ segment, found }) => itemsAt(segment, found.first(segment.inOrder(order), offset + limit)));
      return { total, items: merged(lists, order.compare).slice(offset, offset + limit) };
    }
    const items: Listed[] = [];
    let skip = offset;
    for (const nearness of NEARNESS) {
      const count = counts[nearness]!;
      const most = Math.min(limit - items.length, count - skip);
      if (most > 0) {
        const there = found.filter((part) => part.found.counts[nearness]! > 0);
        const alone = there.length === 1;
        const lists = there.map(({ segment, found }) =>
          itemsAt(segment, alone ? found.pick(nearness, skip, most) : found.pick(nearness, 0, skip + most)),
        );
        // One by one: so many arguments as there may be no call takes.
        for (const item of alone ? lists[0]! : merged(lists, byName).slice(skip, skip + most)) items.push(item);
      }
      skip = Math.max(0, skip - count);
    }
    return { total, items };
  }
}

function itemsAt({ items }: Segment, slots: ArrayLike<number>): Listed[] {
  const taken: Listed[] = [];
  for (let i = 0; i < slots.length; i++) taken.push(items[slots[i]!]!);
  return taken;
}

/** Lists that lie in one order as one. */
function merged(lists: readonly Listed[][], compare: Order['compare']): Listed[] {
  return lists.length === 1 ? lists[0]! : lists.flat().sort(compare);
}
