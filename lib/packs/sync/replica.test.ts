import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Plain } from '../three-way';
import { type CausalRecord, changeRecord, isThere, mergeRecords, readRecord } from './causal';
import { contentsOf, forgetOld, type Local, mergeReplicas, noteLocal } from './replica';
import { settleWords } from './settle';

const DAY = 86_400_000;
const KEY = 's:person/a';

/** A machine as the service drives one: what is kept there, and what it knows. */
class Machine {
  local = new Map<string, { fields: Record<string, Plain> }>();
  records = new Map<string, CausalRecord>();
  constructor(readonly by: string) {}

  /** Notes its own changes, hears the others, keeps what comes of it. */
  hear(others: ReadonlyMap<string, readonly CausalRecord[]>, now: number): void {
    const noted = noteLocal({ records: this.records, unread: new Set() }, this.local as Local, this.by, now);
    this.records = mergeReplicas(noted, others);
    this.local = new Map(
      [...this.records].flatMap(([key, record]) => (contentsOf(record) ? [[key, { fields: contentsOf(record)! }]] : [])),
    );
  }
}

const post = (from: Machine) => new Map([...from.records].map(([key, record]) => [key, [record]] as const));
const plain = (machine: Machine) => Object.fromEntries([...machine.local].map(([key, { fields }]) => [key, fields]).sort());

function exchange(a: Machine, b: Machine, now: number): void {
  for (let round = 0; round < 2; round++) {
    a.hear(post(b), now);
    b.hear(post(a), now);
  }
}

/** What a reader does on one machine: saves, writes a note, tags, takes a tag off, lets go. */
const step = fc.oneof(
  fc.record({ kind: fc.constant('note' as const), key: fc.constantFrom('s:person/a', 's:org/b'), text: fc.constantFrom('甲', '乙', '丙') }),
  fc.record({
    kind: fc.constantFrom('tag' as const, 'untag' as const),
    key: fc.constantFrom('s:person/a', 's:org/b'),
    text: fc.constantFrom('x', 'y'),
  }),
  fc.record({ kind: fc.constant('remove' as const), key: fc.constantFrom('s:person/a', 's:org/b'), text: fc.constant('') }),
  fc.record({ kind: fc.constant('meet' as const), key: fc.constant(''), text: fc.constant('') }),
);
type Step = { kind: 'note' | 'tag' | 'untag' | 'remove' | 'meet'; key: string; text: string };

function act(machine: Machine, { kind, key, text }: Step): void {
  const fields = { ...machine.local.get(key)?.fields };
  if (kind === 'remove') return void machine.local.delete(key);
  if (kind === 'note') fields.note = text;
  if (kind === 'tag') fields[`t:${text}`] = true;
  if (kind === 'untag') delete fields[`t:${text}`];
  machine.local.set(key, { fields });
}

describe('two machines', () => {
  it('come to the same, in whatever order they change things and meet', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.boolean(), step), { maxLength: 25 }), (steps) => {
        const [a, b] = [new Machine('a'), new Machine('b')];
        steps.forEach(([first, action], at) => {
          if (action.kind === 'meet') exchange(a, b, at + 1);
          else act(first ? a : b, action);
        });
        exchange(a, b, 100);
        expect(plain(a)).toEqual(plain(b));
        // Nothing is left to say: a further meeting changes neither what is kept nor what is known.
        const before = structuredClone(a.records);
        exchange(a, b, 200);
        expect(a.records).toEqual(before);
      }),
      { numRuns: 300 },
    );
  });

  it('lose neither note nor tag that was written apart', () => {
    const [a, b] = [new Machine('a'), new Machine('b')];
    a.local.set(KEY, { fields: { note: '旧', 't:x': true } });
    exchange(a, b, 1);
    a.local.set(KEY, { fields: { note: '甲写的', 't:x': true, 't:a': true } });
    b.local.set(KEY, { fields: { note: '乙写的', 't:b': true } });
    exchange(a, b, 2);
    expect(plain(a)).toEqual(plain(b));
    expect(String(plain(a)[KEY]!.note).split('\n').sort()).toEqual(['乙写的', '甲写的']);
    expect(Object.keys(plain(a)[KEY]!).sort()).toEqual(['note', 't:a', 't:b']);
  });

  it('keep what one changed while the other deleted it, and let go of what nobody touched', () => {
    const [a, b] = [new Machine('a'), new Machine('b')];
    a.local.set(KEY, { fields: { name: '甲', note: '旧' } });
    a.local.set('s:org/b', { fields: { name: '乙' } });
    exchange(a, b, 1);
    a.local.clear();
    b.local.set(KEY, { fields: { name: '甲', note: '新' } });
    exchange(a, b, 2);
    expect(plain(a)).toEqual({ [KEY]: { name: '甲', note: '新' } });
    expect(plain(b)).toEqual(plain(a));
  });
});

describe('merging', () => {
  // Words are named by machine and count: copies must come from one history.
  const history = fc.array(
    fc.tuple(
      fc.constantFrom('a', 'b', 'c'),
      fc.constantFrom('note', 't:x'),
      fc.option(fc.constantFrom('1', '2'), { nil: null }),
      fc.boolean(),
    ),
    { maxLength: 12 },
  );
  const copiesOf = (steps: [string, string, string | null, boolean][]) => {
    const copies: Record<string, CausalRecord> = { a: { seen: {}, fields: {} }, b: { seen: {}, fields: {} }, c: { seen: {}, fields: {} } };
    steps.forEach(([by, field, value, deletes], at) => {
      copies[by] = changeRecord(copies[by], by, at, deletes ? null : { [field]: value ?? undefined });
      if (value === '2') copies[by] = mergeRecords(copies[by], copies.a!);
    });
    return [copies.a!, copies.b!, copies.c!] as const;
  };

  it('does not depend on order, grouping or repetition', () => {
    fc.assert(
      fc.property(history, (steps) => {
        const [a, b, c] = copiesOf(steps);
        const merged = mergeRecords(mergeRecords(a, b), c);
        expect(mergeRecords(a, mergeRecords(c, b))).toEqual(merged);
        expect(mergeRecords(merged, merged)).toEqual(merged);
        expect(mergeRecords(merged, b)).toEqual(merged);
      }),
      { numRuns: 300 },
    );
  });
});

describe('words said apart', () => {
  it.each<[string, string, Plain[], Plain]>([
    ['notes stand both', 'note', ['a', 'b'], 'a\nb'],
    ['of plain values the latest', 'f:name', ['旧', '新'], '新'],
    ['lists hold the items of both', 'f:offices', [['水利局'], ['水务局']], ['水利局', '水务局']],
    [
      'posts hold those of both, and of the same post what is known of both',
      'f:memberships',
      [
        [{ organization: 'org/a', role: '局长', start_date: '2021' }],
        [
          { organization: 'org/a', role: '局长', end_date: '2023' },
          { organization: 'org/b', role: '书记' },
        ],
      ],
      [
        { organization: 'org/a', role: '局长', end_date: '2023', start_date: '2021' },
        { organization: 'org/b', role: '书记' },
      ],
    ],
  ])('%s', (_, field, values, settled) => {
    expect(settleWords(field, values)).toEqual(settled);
  });
});

it('forgets a deletion after half a year, and its contents after two weeks', () => {
  const deleted = changeRecord(changeRecord(undefined, 'a', 0, { note: 'x' }), 'a', DAY, null);
  const after = (days: number) => forgetOld(new Map([[KEY, deleted]]), days * DAY).get(KEY);
  expect(after(5)!.fields.note).toHaveLength(1);
  expect(Object.keys(after(30)!.fields)).toEqual(['deleted']);
  expect(after(300)).toBeUndefined();
  expect(isThere(mergeRecords(after(30)!, changeRecord(undefined, 'b', 0, { note: 'y' })))).toBe(true);
  expect(readRecord(after(30)!, settleWords)).toBeNull();
});
