import fc from 'fast-check';
import { expect, it } from 'vitest';
import { scan } from './scan';
import { buildTrie, readValues, valuesOf } from './trie';

const unit = fc.constantFrom('市', '委', '区', '长', '林', '\ud83d', '\udc00', 'A');
const name = fc.array(unit, { minLength: 2, maxLength: 5 }).map((units) => units.join(''));
const entries = fc.dictionary(name, fc.uniqueArray(fc.nat(0x7fffffff), { minLength: 1, maxLength: 3 }), {
  maxKeys: 30,
  noNullPrototype: true,
});
const text = fc.array(unit, { maxLength: 40 }).map((units) => units.join(''));

const unitsOf = (given: string) => Uint16Array.from({ length: given.length }, (_, i) => given.charCodeAt(i));

/** Every name at every place, looked for one by one. */
function naive(names: ReadonlyMap<string, readonly number[]>, given: string): [number, number, number[]][] {
  const found: [number, number, number[]][] = [];
  for (let start = 0; start < given.length; start++)
    for (let end = start + 2; end <= given.length; end++) {
      const values = names.get(given.slice(start, end));
      if (values) found.push([start, end, [...values]]);
    }
  return found;
}

it('finds exactly what a naive search finds, in its order', () => {
  fc.assert(
    fc.property(entries, text, (dictionary, given) => {
      const names = new Map(Object.entries(dictionary));
      const trie = buildTrie(names);
      const { data, count } = scan(trie, unitsOf(given));
      const found = Array.from({ length: count }, (_, i) => [data[3 * i]!, data[3 * i + 1]!, readValues(trie, data[3 * i + 2]!)]);
      expect(found).toEqual(naive(names, given));
    }),
    { numRuns: 500 },
  );
});

it('stops at the length it is given', () => {
  const trie = buildTrie(new Map([['市委', [1]]]));
  expect(scan(trie, unitsOf('市委市委'), 3).count).toBe(1);
});

it('answers for exactly the names it holds', () => {
  fc.assert(
    fc.property(entries, text, (dictionary, given) => {
      const names = new Map(Object.entries(dictionary));
      const trie = buildTrie(names);
      for (const [known, values] of names) expect(valuesOf(trie, known)).toEqual(values);
      expect(valuesOf(trie, given)).toEqual(names.get(given) ?? []);
    }),
  );
});

it('refuses a name of one unit', () => {
  expect(() => buildTrie(new Map([['市', [1]]]))).toThrow(RangeError);
});
