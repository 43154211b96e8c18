import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import table from '../../../public/pinyin/syllables.json';
import type { EntityId } from '../../model/ids';
import type { Listed } from './listed';
import { Listing } from './listing';
import { Pinyin } from './pinyin';
import { searchForm } from './search-keys';
import { byName, compareText, type Order } from './segment';

const pinyin = new Pinyin(table);
const item = (number: number, name: string, updated?: string): Listed => ({
  id: `person/${number}`,
  type: number % 3 === 0 ? 'official' : 'organization',
  name,
  origin: 'pack',
  keys: [searchForm(name)],
  sortKey: pinyin.sortKey(name, number % 3 === 0),
  said: '',
  body: undefined,
  area: undefined,
  updated,
});

const EVERYTHING = { key: 'all', passes: () => true };
const OFFICIALS = { key: 'officials', passes: ({ type }: Listed) => type === 'official' };
const LATEST: Order = { key: 'latest', compare: (a, b) => compareText(b.updated ?? '', a.updated ?? '') || byName(a, b) };

describe('a list', () => {
  it('puts names in the order of their pinyin, a surname as it is read', () => {
    const names = ['张三', '单雄', '曾国', '陈金', '长荡湖', '解纪', 'LNG 储运', '常州'];
    const listing = new Listing(
      names.map((name, at) => item(at * 3, name)),
      pinyin,
    );
    const { items } = listing.find({ wanted: '', filter: EVERYTHING, order: null, offset: 0, limit: 20 });
    expect(items.map(({ name }) => name)).toEqual(['常州', '陈金', 'LNG 储运', '单雄', '解纪', '曾国', '张三', '长荡湖']);
  });

  it('gives any part of what it found, in order', () => {
    const listing = new Listing(
      Array.from({ length: 2000 }, (_, at) => item(at, `水利${String(at).padStart(4, '0')}`)),
      pinyin,
    );
    for (const wanted of ['水', 'shui', 'sl', '19']) {
      const whole = listing.find({ wanted, filter: OFFICIALS, order: null, offset: 0, limit: 5000 });
      expect(whole.items.length).toBe(whole.total);
      for (const offset of [0, 1, 40, whole.total - 3]) {
        const part = listing.find({ wanted, filter: OFFICIALS, order: null, offset, limit: 7 });
        expect(part.total).toBe(whole.total);
        expect(part.items).toEqual(whole.items.slice(offset, offset + 7));
      }
    }
  });
});

it('gives all of very many at once', () => {
  const listing = new Listing(
    Array.from({ length: 150_000 }, (_, at) => item(at, '水')),
    pinyin,
  );
  const { items, total } = listing.find({ wanted: '', filter: EVERYTHING, order: null, offset: 0, limit: Number.MAX_SAFE_INTEGER });
  expect([items.length, total]).toEqual([150_000, 150_000]);
});

it('after any changes, a list finds what one made anew would', () => {
  const names = fc.constantFrom('陈金虎', '陈金', '水利局', '武进区水利局', '单俊', '长江桥', '5G园');
  const change = fc.record({
    id: fc.nat(12),
    name: fc.option(names, { nil: null }),
    updated: fc.option(fc.constantFrom('2020', '2023-05'), { nil: undefined }),
  });
  const query = fc.record({
    wanted: fc.constantFrom('', '水', '水利局', 'cj', 'c', 'shan', 'chang', 'zhang', '5g', 'x'),
    filter: fc.constantFrom(EVERYTHING, OFFICIALS),
    order: fc.constantFrom(null, LATEST),
    offset: fc.nat(3),
    limit: fc.integer({ min: 1, max: 9 }),
  });
  fc.assert(
    fc.property(
      fc.array(names, { maxLength: 10 }),
      fc.array(fc.array(change, { maxLength: 4 }), { maxLength: 6 }),
      fc.array(query, { minLength: 1, maxLength: 5 }),
      (first, rounds, queries) => {
        const state = new Map<EntityId, Listed>(first.map((name, at) => [`person/${at}`, item(at, name)]));
        const listing = new Listing([...state.values()], pinyin);
        for (const round of rounds) {
          // What was kept from searches before a change must not show after it.
          for (const asked of queries) listing.find(asked);
          const changes = new Map(
            round.map(({ id, name, updated }): [EntityId, Listed | null] => [
              `person/${id}`,
              name === null ? null : item(id, name, updated),
            ]),
          );
          listing.update(changes);
          for (const [id, now] of changes)
            if (now) state.set(id, now);
            else state.delete(id);
        }
        const anew = new Listing([...state.values()], pinyin);
        for (const asked of queries) expect(listing.find(asked)).toEqual(anew.find(asked));
      },
    ),
    { numRuns: 50 },
  );
});
