import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { referencesOf } from '../model/references';
import { parseCsv, writeCsv } from './csv';
import { entitiesOf } from './entities';
import { readEntityCsv, writeEntityCsv } from './entity-csv';
import { problemLine } from './file-fault';
import { entities } from './fixtures/arbitraries';
import { idsByName } from './name-ids';
import { Pack } from './pack';

const file = (name: string) => readFileSync(new URL(`fixtures/${name}`, import.meta.url), 'utf8');
const tricky = fc.oneof(fc.constantFrom('=1+1', "'", "'=", '-', '"', ',', ' a ', '\t', '\r\n', '|', '\\', '＝甲', '𠮷', ''), fc.string());

describe('CSV', () => {
  it('comes back as it was written', () => {
    const row = fc.array(tricky, { minLength: 2, maxLength: 5 }).filter((cells) => cells.some((cell) => cell !== ''));
    const table = fc.array(row, { minLength: 1, maxLength: 6 }).map((rows) => [['a', 'b'], ...rows]);
    fc.assert(
      fc.property(table, (rows) => {
        const { records, problems } = parseCsv(writeCsv(rows));
        expect(problems).toEqual([]);
        expect(records.map((record) => record.cells)).toEqual(rows);
      }),
    );
  });

  it('gives a spreadsheet nothing to run', () => {
    const formula = fc
      .tuple(fc.constantFrom('=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠'), fc.string())
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(formula, (cell) => {
        expect(writeCsv([[cell]])).toMatch(/^\uFEFF"?'/);
      }),
    );
    expect(writeCsv([['=HYPERLINK("http://x","y")']])).toBe('\uFEFF"\'=HYPERLINK(""http://x"",""y"")"\r\n');
  });

  it.each([
    [
      'lines of every kind',
      'a,b\r\n1,2\n3,4\r5,6',
      [
        [1, 'a', 'b'],
        [2, '1', '2'],
        [3, '3', '4'],
        [4, '5', '6'],
      ],
    ],
    [
      'empty lines and no end',
      '\n\na,b\n\n1,2',
      [
        [3, 'a', 'b'],
        [5, '1', '2'],
      ],
    ],
    [
      'breaks within quotes',
      'a,b\n"1\n\n2",x\n3,4',
      [
        [1, 'a', 'b'],
        [2, '1\n\n2', 'x'],
        [5, '3', '4'],
      ],
    ],
    ['quotes within quotes', '"say ""no""",b', [[1, 'say "no"', 'b']]],
    ['a quote within a bare cell', 'a"b,c', [[1, 'a"b', 'c']]],
    [
      'semicolons',
      'a;b\n1;"2;3"',
      [
        [1, 'a', 'b'],
        [2, '1', '2;3'],
      ],
    ],
    [
      'tabs',
      'a\tb\n1\t2,3',
      [
        [1, 'a', 'b'],
        [2, '1', '2,3'],
      ],
    ],
    ['an apostrophe that belongs', "'tis,x", [[1, "'tis", 'x']]],
  ])('reads %s', (_, text, rows) => {
    const { records, problems } = parseCsv(text);
    expect(records.map(({ line, cells }) => [line, ...cells])).toEqual(rows);
    expect(problems).toEqual([]);
  });

  it('says at which line a quote went wrong', () => {
    expect(parseCsv('a,b\n1,2\n"3,4\n5').problems).toEqual([{ place: '3', fault: 'quote-open' }]);
    expect(parseCsv('a,b\n"1"x,2\n3,4').problems).toEqual([{ place: '2', fault: 'quote-after', found: 'x' }]);
  });

  it('takes any text at all', () => {
    fc.assert(
      fc.property(
        fc.array(tricky).map((parts) => parts.join('')),
        (text) => void parseCsv(text),
      ),
    );
  });
});

describe('the entity list as CSV', () => {
  it('comes back as it was written, whatever the entities', () => {
    fc.assert(
      fc.property(entities, (drawn) => {
        const { rows, problems } = readEntityCsv(writeEntityCsv(drawn));
        expect(problems).toEqual([]);
        expect(rows.map((row) => row.entity)).toEqual(drawn);
      }),
      { numRuns: 300 },
    );
  });

  it('reads the frozen samples, which are the sample pack', () => {
    const pack = v.parse(Pack, JSON.parse(file('pack-v1.json')));
    const drawn = [...entitiesOf(pack)];
    const sources = Object.fromEntries(pack.sources.map((source) => [source.id, source]));
    expect(writeEntityCsv(drawn, sources)).toBe(file('entities-v2.csv'));
    for (const sample of ['entities-v1.csv', 'entities-v2.csv']) {
      const { rows, problems } = readEntityCsv(file(sample));
      expect(problems).toEqual([]);
      expect(rows.map((row) => row.entity)).toEqual(drawn);
    }
    const { rows, fields } = readEntityCsv(file('entities-v2.csv'));
    for (const { entity, sources: brought } of rows) {
      expect(new Set(brought.map(({ id }) => id))).toEqual(referencesOf(entity).sources);
      expect(brought).toEqual(brought.map(({ id }) => sources[id]));
    }
    expect(fields).toContain('memberships');
    expect(fields).not.toContain('cited');
  });

  it('gives rows without an id the same one each time, and namesakes one each', () => {
    const people = readEntityCsv('type,name\nofficial,顾杉\nofficial,顾杉\nofficial,顾山', idsByName()).rows.map(({ entity }) => entity.id);
    expect(new Set(people).size).toBe(3);
    expect(readEntityCsv('name,type\n顾山,official', idsByName()).rows[0]!.entity.id).toBe(people[2]);
  });

  const head = 'type,id,name,memberships,classification,sources';
  it.each([
    [
      'no head',
      '',
      [
        [1, 'no-column type'],
        [1, 'no-column name'],
      ],
    ],
    ['no id', `${head}\nofficial,,顾杉`, [[2, 'no-id']]],
    ['an id of another kind', `${head}\nofficial,org/x,顾杉`, [[2, 'id not-an-id org/x']]],
    ['an unknown type', `${head}\nvillager,person/x,顾杉`, [[2, 'type not-one-of villager']]],
    ['a date that is none', `${head}\n\nofficial,person/x,顾杉,org/a | 局长 | Apr-20`, [[3, 'memberships.0.start_date not-a-date Apr-20']]],
    [
      'an observation without a date',
      `${head}\nofficial,person/x,顾杉,org/a | 局长 | | | source/s`,
      [[2, 'memberships.0.seen.0.date not-a-date']],
    ],
    ['a bar too many', `${head}\nofficial,person/x,顾杉,org/a | 局长 | | | | | 又及`, [[2, 'memberships.0 required']]],
    ['an id twice', `${head}\nofficial,person/x,顾杉\nofficial,person/x,顾杉`, [[3, 'duplicate-id person/x']]],
    ['another encoding', `${head}\nofficial,person/x,\uFFFD\uFFFD`, [[2, 'encoding']]],
    ['a source that is none', `${head},cited\nofficial,person/x,顾杉,,,,source/a | 某报`, [[2, 'cited ']]],
    ['a column nobody knows', `${head},birthday\nofficial,person/x,顾杉,,,,1970`, [[1, 'unknown-column birthday']]],
  ])('says where %s is wrong', (_, csv, said) => {
    const { problems } = readEntityCsv(csv as string);
    expect(problems.map(({ place }) => Number(place))).toEqual((said as [number, string][]).map(([line]) => line));
    (said as [number, string][]).forEach(([, reason], i) => {
      expect(problemLine(problems[i]!)).toContain(reason);
    });
  });

  it('reads what a person types: columns in another order, spaces, no id', () => {
    const { rows, problems } = readEntityCsv(
      'name, type ,memberships\n顾杉,official," org/a |局长|2020-04 \n\n org/b | 书记"\n',
      () => 'person/new',
    );
    expect(problems).toEqual([]);
    expect(rows).toMatchObject([
      {
        line: 2,
        entity: {
          id: 'person/new',
          memberships: [
            { organization: 'org/a', role: '局长', start_date: '2020-04' },
            { organization: 'org/b', role: '书记' },
          ],
        },
      },
    ]);
  });
});
