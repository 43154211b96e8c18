import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { withoutUnusedSources } from '../../lib/packs/references';
import { writePack } from '../../lib/packs/write';
import { readData } from './read';
import { lineWithin } from './yaml-files';

let root: string;

const write = (file: string, text: string) => {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), text);
};
const faults = () => readData(root).faults.map(({ file, line, message }) => `${file}:${line} ${message}`);

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'data-'));
  write('data/pack.yaml', 'id: yunzhou\ntitle: 云州\nrevision: 2024.03.01\nlicence: CC BY 4.0\n');
  write(
    'data/b/people.yaml',
    [
      'persons:',
      '  # a comment',
      '  - id: person/gu-shan',
      '    memberships:',
      '      - { role: 局长, organization: org/water, seen: [{ source: source/s, date: 2021-05-06 }] }',
      '    name: 顾杉',
    ].join('\n'),
  );
  write(
    'data/a.yaml',
    [
      'sources:',
      '  - { id: source/unused, publisher: 某报, title: 无, date: 2021-05-06 }',
      '  - { id: source/s, publisher: 某报, title: 水务局部署防汛, date: 2021-05-06 }',
      'organizations:',
      '  - { id: org/water, name: 水务局, classification: government-department, sources: [source/s] }',
    ].join('\n'),
  );
});
afterEach(() => {
  rmSync(root, { recursive: true, force: true });
});

describe('readData', () => {
  it('merges the files into one pack, sorted, in the order of the schema, the same bytes each time', () => {
    const { pack, faults } = readData(root);
    expect(faults).toEqual([]);
    const json = writePack(withoutUnusedSources(pack));
    expect(json).toBe(
      '{"format":"longcheng-pack","format_version":1,"id":"yunzhou","title":"云州","revision":"2024.03.01","licence":"CC BY 4.0",' +
        '"counts":{"areas":0,"organizations":1,"persons":1,"projects":0,"sources":1},"areas":[],' +
        '"organizations":[{"id":"org/water","name":"水务局","classification":"government-department","sources":["source/s"]}],' +
        '"persons":[{"id":"person/gu-shan","name":"顾杉","memberships":[{"organization":"org/water","role":"局长","seen":[{"date":"2021-05-06","source":"source/s"}]}]}],' +
        '"projects":[],"sources":[{"id":"source/s","publisher":"某报","title":"水务局部署防汛","date":"2021-05-06"}]}\n',
    );
    expect(writePack(withoutUnusedSources(readData(root).pack))).toBe(json);
  });

  it('knows the line of each block and of what is in it', () => {
    const block = readData(root).blocks.get('person/gu-shan')!;
    expect([block.file, block.line]).toEqual(['data/b/people.yaml', 3]);
    expect(lineWithin(root, block, ['memberships', 0, 'seen', 0])).toBe(5);
    expect(lineWithin(root, block, ['name'])).toBe(6);
    expect(lineWithin(root, block, ['memberships', 7])).toBe(5);
  });

  it('sees a file that changed', () => {
    readData(root);
    write('data/a.yaml', 'organizations:\n  - { id: org/other, name: 他局, classification: other, sources: [] }\n');
    expect(readData(root).pack.organizations.map((body) => body.id)).toEqual(['org/other']);
  });

  it.each([
    [
      'one id in two files',
      'organizations:\n  - { id: org/water, name: 水, classification: other, sources: [] }',
      'data/z.yaml:2 org/water is already in data/a.yaml:5',
    ],
    [
      'a slip in a field',
      'organizations:\n  - id: org/x\n    name: 某局\n    classification: other\n    sources: []\n    nmae: 某',
      'data/z.yaml:6 no such field: nmae',
    ],
    [
      'a text cut by a comma',
      'projects:\n  - id: project/x\n    name: 某\n    classification: works\n    sources: []\n    milestones: [{ date: 2021-05-06, title: 开工,预计明年竣工, source: source/s }]',
      'data/z.yaml:6 no such field: milestones.0.预计明年竣工',
    ],
    [
      'a value of the wrong kind',
      'persons:\n  - id: person/x\n    name: 某\n    memberships:\n      - { organization: org/water, role: 局长, start_date: 2021 }',
      'data/z.yaml:5 person/x memberships.0.start_date: Invalid type',
    ],
    [
      'a day that is none',
      'sources:\n  - { id: source/x, publisher: 某, title: 某, date: 2021-02-30 }',
      'data/z.yaml:2 source/x date: no such day',
    ],
    ['no map', '- 1\n', 'data/z.yaml:1 not a map of lists'],
    ['an unknown list', 'people:\n  - { id: person/x }', 'data/z.yaml:2 no such list: people'],
    ['text where a list belongs', 'persons: none', 'data/z.yaml:1 persons: not a list of entities'],
    ['broken YAML', 'persons:\n  - { id: person/x', 'data/z.yaml:2 '],
  ])('reports %s with file and line', (_, text, said) => {
    write('data/z.yaml', text);
    expect(faults()[0]).toContain(said);
    expect(readData(root).pack.persons.map((person) => person.id)).toEqual(['person/gu-shan']);
  });

  it('refuses a pack that does not say what it is', () => {
    write('data/pack.yaml', 'id: yunzhou\ntitle: 云州\nrevision: first\nlicence: CC BY 4.0\n');
    expect(() => readData(root)).toThrow('revision');
  });
});
