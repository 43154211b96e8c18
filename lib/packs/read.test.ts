import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkPack } from './check';
import { problemLine } from './file-fault';
import { MAX_PACK_TEXT, readPack } from './read';
import { writePack } from './write';

const sample = readFileSync(new URL('fixtures/pack-v1.json', import.meta.url), 'utf8');
const changed = (change: (pack: ReturnType<typeof JSON.parse>) => void) => {
  const pack = JSON.parse(sample);
  change(pack);
  return pack;
};
const problemsOf = (input: unknown) => {
  const reading = readPack(input);
  return reading.ok ? [] : reading.problems.map(problemLine);
};

describe('readPack', () => {
  it('reads the frozen sample of version 1, whole and free of findings, and writes it so that it reads the same', () => {
    const reading = readPack(sample);
    if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
    expect(reading.pack.persons[0]).toEqual({
      id: 'person/gu-shan',
      name: '顾杉',
      other_names: [],
      memberships: [
        {
          organization: 'org/qinghu.water',
          role: '局长',
          start_date: '2020-04',
          end_date: '2022-06-30',
          seen: [{ date: '2021-05-06', source: 'source/qinghu-2021-05-06' }],
          sources: ['source/qinghu-2021-05-06'],
        },
        { organization: 'org/qinghu.gov', role: '副区长', seen: [{ date: '2023-11-01', source: 'source/qinghu-2023-11-02' }], sources: [] },
      ],
    });
    expect(checkPack(reading.pack)).toEqual([]);
    expect(readPack(writePack(reading.pack))).toEqual(reading);
    expect(readPack(`\uFEFF${sample}`)).toEqual(reading);
  });

  it.each<[string, unknown, string]>([
    ['no JSON', '{"format":', '1 not-json'],
    ['nothing', '', '1 not-json'],
    ['a number', '1', 'not-a-pack'],
    ['a list', [], 'not-a-pack'],
    [
      'another format',
      changed((p) => {
        p.format = 'popolo';
      }),
      'format not-a-pack popolo',
    ],
    [
      'a newer format',
      changed((p) => {
        p.format_version = 2;
      }),
      'format_version newer-format 2 > 1',
    ],
    [
      'a strange revision',
      changed((p) => {
        p.revision = 'latest';
      }),
      'revision invalid latest',
    ],
    [
      'a link that runs',
      changed((p) => {
        p.sources[1].url = 'javascript:alert(1)';
      }),
      'sources[1] (source/qinghu-2021-05-06) url not-an-address javascript:alert(1)',
    ],
    [
      'no list',
      changed((p) => {
        p.persons = { 0: 'x' };
      }),
      'persons not-a-list',
    ],
    [
      'a wrong type deep within',
      changed((p) => {
        p.persons[0].memberships[0].role = 5;
      }),
      'persons[0] (person/gu-shan) memberships.0.role invalid 5',
    ],
    [
      'an id of another kind',
      changed((p) => {
        p.persons[0].id = 'org/x';
      }),
      'persons[0] (org/x) id not-an-id org/x',
    ],
    [
      'an id twice',
      changed((p) => {
        p.persons[1].id = 'person/gu-shan';
      }),
      'persons[1] duplicate-id person/gu-shan',
    ],
    [
      'a list cut short',
      changed((p) => {
        p.persons.pop();
      }),
      'persons cut-short 2 / 3',
    ],
    [
      'no entity',
      changed((p) => {
        p.areas[0] = null;
      }),
      'areas[0] required',
    ],
  ])('refuses %s and says where', (_, input, said) => {
    expect(problemsOf(input)[0]).toContain(said);
  });

  it('names the first twenty problems only, in few words, however many there are', () => {
    const hostile = changed((p) => {
      p.persons = Array.from({ length: 50_000 }, () => ({ id: 'x'.repeat(9999), name: 'y'.repeat(9999) }));
    });
    const problems = problemsOf(hostile);
    expect(problems).toHaveLength(20);
    expect(Math.max(...problems.map((problem) => problem.length))).toBeLessThan(300);
  });

  it('refuses text that is too long before parsing it', () => {
    expect(problemsOf(' '.repeat(MAX_PACK_TEXT + 1))).toEqual([expect.stringContaining('too-large')]);
  });

  it('survives depth', () => {
    const deep = `${'['.repeat(50_000)}${']'.repeat(50_000)}`;
    expect(problemsOf(sample.replace('"memberships": [', `"memberships": [${deep},`))[0]).toContain('memberships.0');
    expect(readPack(sample.replace('"id": "yunzhou"', `"id": "yunzhou", "extra": ${deep}`)).ok).toBe(true);
  });

  it('drops what it does not know, prototypes included', () => {
    const reading = readPack(sample.replace('"id": "person/gu-shan"', '"__proto__": {"note": "x"}, "secret": 1, "id": "person/gu-shan"'));
    if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
    expect(Object.keys(reading.pack.persons[0]!)).toEqual(['id', 'name', 'other_names', 'memberships']);
    expect(reading.pack.persons[0]!.note).toBeUndefined();
  });

  it('never throws: a damaged file is read or refused with a reason', () => {
    const junk = fc.oneof(
      fc.constantFrom('', '"', '{', ']', ',', 'null', '1e999', '"\\u0000"', '\uD800', '[]', '{}'),
      fc.string({ maxLength: 5 }),
    );
    fc.assert(
      fc.property(fc.nat(sample.length), fc.nat(60), junk, (at, length, put) => {
        const reading = readPack(sample.slice(0, at) + put + sample.slice(at + length));
        if (reading.ok) expect(readPack(writePack(reading.pack))).toEqual(reading);
        else expect(reading.problems.every(({ fault }) => fault.length > 0)).toBe(true);
      }),
      { numRuns: 500 },
    );
    fc.assert(fc.property(fc.anything(), (value) => readPack(value).ok === false));
  });
});
