import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CausalRecord, changeRecord } from './causal';
import { type Items, isForeignItem, readMailbox, writeMailbox } from './mailbox';

const saved = (note: string, at = 0) => changeRecord(undefined, 'm1', at, { name: '朱小平', note });
const read = (items: Items) => new Map([...readMailbox(items)].map(([key, [record]]) => [key, record]));
const bytes = (items: Items) =>
  Object.entries(items).map(([key, value]) => Buffer.byteLength(key) + Buffer.byteLength(JSON.stringify(value)));

describe('the mailbox', () => {
  it('gives back every record it was given', () => {
    fc.assert(
      fc.property(
        fc.dictionary(
          fc.string({ minLength: 1, maxLength: 20 }).map((id) => `s:${id}`),
          fc.string({ maxLength: 50 }),
        ),
        (notes) => {
          const records = new Map(Object.entries(notes).map(([key, note]) => [key, saved(note)]));
          expect(read(writeMailbox(records).items)).toEqual(records);
        },
      ),
    );
  });

  it('keeps within what the browsers allow, and says what it left out: the oldest edits first', () => {
    const records = new Map<string, CausalRecord>();
    for (let at = 0; at < 400; at++) {
      if (at < 120) records.set(`s:person/p${at}`, saved('备注<'.repeat(10), at));
      records.set(`e:org/o${at}`, changeRecord(undefined, 'm1', at, { kind: 'created', 'f:note': '说明'.repeat(40) }));
    }
    records.set('e:org/large', changeRecord(undefined, 'm1', 999, { kind: 'created', 'f:note': '长'.repeat(3000) }));
    records.set('c:disabledSites', changeRecord(undefined, 'm1', 0, { 'i:"wj.gov.cn"': true }));
    const { items, left } = writeMailbox(records);
    expect(Math.max(...bytes(items))).toBeLessThan(8192);
    expect(bytes(items).reduce((sum, size) => sum + size, 0)).toBeLessThan(102_400);
    expect(Object.keys(items).length).toBeLessThan(512);
    expect(left[0]).toEqual({ key: 'e:org/large', why: 'large' });
    expect(left.slice(1).every(({ key, why }) => why === 'full' && key.startsWith('e:org/o'))).toBe(true);
    expect(read(items).has('c:disabledSites')).toBe(true);
    expect(read(items).size + left.length).toBe(records.size);
    expect(read(items).has('e:org/o399')).toBe(true);
  });

  it('writes the same items for the same records, in whatever order they came', () => {
    const list = Array.from({ length: 60 }, (_, at) => [`s:person/p${at}`, saved('备注'.repeat(60), at)] as const);
    expect(JSON.stringify(writeMailbox(new Map(list.toReversed())).items)).toBe(JSON.stringify(writeMailbox(new Map(list)).items));
  });

  it('takes nothing that is not of its form, and leaves the rest', () => {
    const { items } = writeMailbox(new Map([['s:person/a', saved('x')]]));
    const [name] = Object.keys(items);
    const bad = { 's:b': 1, 's:c': [{}], 's:d': [{ m: -1 }, {}], 's:e': [{ m: 1 }, { note: [['m', 1]] }], 's:f': [{}, {}, {}] };
    const mixed = {
      ...items,
      [name!]: { ...(items[name!] as object), ...bad },
      'sync-v1.x': 'no',
      'sync-v1.y': null,
      other: { 's:z': [{}, {}] },
    };
    expect([...read(mixed).keys()]).toEqual(['s:person/a']);
  });

  it('knows items of other versions', () => {
    expect(['sync-v2.0.0', 'sync-v1.0.0', 'sync-v', 'x'].map(isForeignItem)).toEqual([true, false, false, false]);
  });

  it('reads what version 1 wrote, and writes it so still', () => {
    const frozen = JSON.parse(readFileSync('lib/packs/fixtures/sync-v1.json', 'utf8')) as Items;
    const records = read(frozen) as Map<string, CausalRecord>;
    expect([...records.keys()].sort()).toEqual(['c:disabledSites', 'e:org/own.1', 's:person/zhu-xiaoping']);
    expect(writeMailbox(records).items).toEqual(frozen);
  });
});
