import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Entity } from '../lib/model/entity';
import { listed } from '../lib/services/search/listed';
import { Listing } from '../lib/services/search/listing';
import { Pinyin } from '../lib/services/search/pinyin';
import { searchForm } from '../lib/services/search/search-keys';
import { ROOT } from '../tools/setup.mjs';
import { makeNames } from './corpus';
import { measure, milliseconds, report } from './measure';

/** What readers type, letter by letter and character by character, some of it found nowhere. */
const TYPED = [
  'wangjun',
  'cjh',
  'zhangweiming',
  'shuiliju',
  'wjqslj',
  '王伟',
  '常州市水利局',
  '武进区',
  '水利管理所',
  'qqqx',
  '龘靐',
  '水利火箭',
];
const QUERIES = TYPED.flatMap((text) => Array.from(text, (_, at) => text.slice(0, at + 1))).map(searchForm);
const ALL = { key: 'shown', passes: ({ origin }: { origin: string }) => origin !== 'hidden' };
const LIMIT = 100;

function listingOf(count: number, pinyin: Pinyin): Listing {
  const items = makeNames(count).map((name, i) => {
    const base = { id: `bench/${i}`, name, other_names: [] };
    const entity =
      name.length <= 3
        ? { ...base, type: 'official', memberships: [] }
        : { ...base, type: 'organization', classification: 'other', offices: [], predecessors: [], sources: [] };
    return listed(
      { entity: entity as unknown as Entity, origin: 'pack', pack: null, base: null, edit: null },
      { areas: new Map(), pinyin, word: (key) => key },
    );
  });
  return new Listing(items, pinyin);
}

function typeAll(listing: Listing): number {
  let found = 0;
  for (const wanted of QUERIES) {
    const { total, items } = listing.find({ wanted, filter: ALL, order: null, offset: 0, limit: LIMIT });
    found += total + items.length;
  }
  return found;
}

/** Search as one types, by name and by pinyin, in a short list and in a long one; and what one edit costs the long one. */
export function benchSearch(): void {
  const pinyin = new Pinyin(JSON.parse(readFileSync(join(ROOT, 'public/pinyin/syllables.json'), 'utf8')));
  const few = listingOf(1_000, pinyin);
  const start = performance.now();
  const many = listingOf(100_000, pinyin);
  const build = performance.now() - start;
  const times = measure({ few: () => typeAll(few), many: () => typeAll(many) });
  console.log(`\nSearch as one types, ${QUERIES.length} steps of ${TYPED.length} queries, the first ${LIMIT} of those found`);
  console.log(
    `  a step among 1,000 ${milliseconds(times.few / QUERIES.length)}, among 100,000 ${milliseconds(times.many / QUERIES.length)}; laid out in ${milliseconds(build)}`,
  );
  report('search among 100,000 / among 1,000', times.many / times.few, 5);
}
