import 'fake-indexeddb/auto';
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { placeWords, problemWords } from '../../components/options/transfer/problem-words';
import { formatMessage } from '../../components/ui/format-message';
import type { Translate } from '../../components/ui/text';
import en from '../../public/_locales/en/messages.json';
import zh from '../../public/_locales/zh_CN/messages.json';
import { toPopolo } from '../packs/popolo';
import { writePack } from '../packs/write';
import { Database } from '../store/database';
import { takeDump } from '../store/fixtures/dump';
import { ABOUT, samplePack } from '../store/fixtures/sample-pack';
import { installPack } from '../store/packs';
import { exportCsv } from './export-files';
import { malformedFiles } from './fixtures/malformed';
import { ImportDesk } from './import-desk';

const chinese: Translate = (key, ...values) => formatMessage(zh, key, values);
const english: Translate = (key, ...values) => formatMessage(en, key, values);

const SEED = 20_261_124;
const FILES = 1000;
/** What one is taken over of at most, to see that it does what its preview said. */
const TAKEN_OVER = 60;

it(`${FILES} malformed files are each refused or repaired with a readable reason, and change nothing unasked`, async () => {
  const name = crypto.randomUUID();
  const db = new Database(name);
  await installPack(db, samplePack(), ABOUT);
  const desk = new ImportDesk({ db, now: () => new Date('2026-03-04T05:06:07Z') });
  const whole = {
    pack: writePack(samplePack({ id: 'other' })),
    backup: readFileSync(new URL('../store/fixtures/backup-v1.json', import.meta.url), 'utf8'),
    table: await exportCsv(db),
    popolo: JSON.stringify(toPopolo(samplePack())),
  };
  const contents = async () =>
    JSON.stringify((await takeDump(name)).stores.filter((store) => !/^pack(Versions|Contents)$/.test(store.name)));
  const before = await contents();
  const ends = { refused: 0, repaired: 0, whole: 0 };
  let takenOver = 0;
  for (const { name: file, bytes } of malformedFiles(whole, SEED, FILES)) {
    const { kind, problems, counts } = await desk.open(bytes, file);
    ends[kind === 'refused' ? 'refused' : problems.length > 0 ? 'repaired' : 'whole']++;
    if (kind === 'refused') expect(problems.length, file).toBeGreaterThan(0);
    for (const problem of problems) {
      for (const t of [chinese, english]) {
        const said = [placeWords(problem, t), problemWords(problem, t), problem.found ?? ''].join(' ');
        expect(said.length, file).toBeLessThanOrEqual(600);
        // Words, not a key of the catalogue nor a code.
        expect(said, file).not.toMatch(/\bfile_\w+|undefined/);
      }
      expect(problemWords(problem, chinese), file).toMatch(/\p{Script=Han}{2}/u);
    }
    for (const group of ['new', 'changed', 'conflict'] as const)
      for (const row of desk.rows(group, 0, 5)) expect(row.name, file).not.toBe('');
    expect(({} as Record<string, unknown>).polluted, file).toBeUndefined();
    if (kind !== 'refused' && kind !== 'pack' && takenOver < TAKEN_OVER && counts.new.taken + counts.changed.taken > 0) {
      takenOver++;
      await desk.run();
      await desk.takeBack();
    }
  }
  const kept = (text: string) =>
    (JSON.parse(text) as { name: string }[]).filter(({ name }) => !/^(journal|journalChanges|journalChunks|state)$/.test(name));
  expect(kept(await contents())).toEqual(kept(before));
  expect(ends.refused).toBeGreaterThan(300);
  expect(ends.repaired).toBeGreaterThan(100);
}, 240_000);

it('a refused file leaves the index byte for byte as it was', async () => {
  const name = crypto.randomUUID();
  const db = new Database(name);
  await installPack(db, samplePack(), ABOUT);
  const desk = new ImportDesk({ db, now: () => new Date('2026-03-04T05:06:07Z') });
  const backup = readFileSync(new URL('../store/fixtures/backup-v1.json', import.meta.url), 'utf8');
  const before = JSON.stringify(await takeDump(name));
  let refused = 0;
  for (const { bytes, name: file } of malformedFiles({ backup, table: await exportCsv(db) }, SEED + 1, 200)) {
    if ((await desk.open(bytes, file)).kind !== 'refused') continue;
    refused++;
    await desk.run();
  }
  expect(refused).toBeGreaterThan(50);
  expect(JSON.stringify(await takeDump(name))).toBe(before);
}, 60_000);
