import 'fake-indexeddb/auto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readBackup, writeBackup } from './backup';
import { BACKUP_PARTS } from './backup-parts';
import { Database } from './database';
import { type DatabaseDump, restoreDump } from './fixtures/dump';

const text = (name: string) => readFileSync(new URL(`fixtures/${name}`, import.meta.url), 'utf8');
/** A backup as the first version wrote it. Never changed afterwards. */
const FIRST = JSON.parse(text('backup-v1.json'));
const changed = (change: (backup: typeof FIRST) => void) => {
  const backup = structuredClone(FIRST);
  change(backup);
  return readBackup(JSON.stringify(backup));
};

describe('a backup', () => {
  it('of the first version is read by the code of today, with nothing left out', () => {
    const reading = readBackup(text('backup-v1.json'));
    if (!reading.ok) throw new Error(JSON.stringify(reading.problems[0]));
    expect(reading.problems).toEqual([]);
    const { packs, stores, settings } = reading.backup;
    expect(settings).toEqual({ 'setting.paused': true });
    expect(packs.map(({ id, origin, contents }) => [id, origin, contents?.persons.length])).toEqual([
      ['changzhou', 'builtin', undefined],
      ['mine', 'address', 2],
    ]);
    expect(Object.fromEntries(Object.entries(stores).map(([part, list]) => [part, list.length]))).toEqual({
      edits: 3,
      saved: 1,
      visits: 1,
      meetings: 2,
      inbox: 1,
      verdicts: 1,
    });
  });

  it('holds every store a reader fills', async () => {
    const name = crypto.randomUUID();
    const dump = JSON.parse(text('version-2.json')) as DatabaseDump;
    await restoreDump(name, dump);
    const written = JSON.parse(await writeBackup(new Database(name), {}, '2026-03-04T05:06:07.000Z'));
    for (const part of Object.keys(BACKUP_PARTS)) {
      const { records } = dump.stores.find((store) => store.name === part)!;
      expect(written.stores[part], part).toEqual(
        records.map(({ value }) => (part === 'edits' ? (value as { edit: unknown }).edit : value)),
      );
    }
  });

  it.each([
    ['of a newer form', 'newer-format', () => changed((backup) => (backup.format_version = 2))],
    ['of another thing', 'unknown-format', () => changed((backup) => (backup.format = 'other'))],
    ['cut short among its records', 'cut-short', () => changed((backup) => backup.stores.edits.pop())],
    ['without a whole store', 'cut-short', () => changed((backup) => delete backup.stores.saved)],
    ['cut short anywhere', 'not-json', () => readBackup(text('backup-v1.json').slice(0, 3000))],
    ['without a date', 'required', () => changed((backup) => delete backup.made_at)],
  ] as const)('%s is refused', (_, fault, read) => {
    expect(read()).toMatchObject({ ok: false, problems: [{ fault }] });
  });

  it('leaves out what makes no sense, and says where', () => {
    const reading = changed((backup) => {
      backup.stores.edits[0] = { ...backup.stores.edits[0], id: 'person/another' };
      backup.stores.visits[0].times = -1;
      backup.stores.inbox.push(backup.stores.inbox[0]);
      backup.counts.inbox++;
      backup.packs[1].contents.persons[0].name = '';
      backup.stores.later = [{}];
    });
    expect(reading).toMatchObject({ ok: true, backup: { packs: [{ id: 'changzhou' }], stores: { visits: [] } } });
    expect(reading.problems.map(({ place, fault }) => [place, fault])).toEqual([
      ['packs[1] persons[0] (person/jiang-he)', 'required'],
      ['edits[0]', 'invalid'],
      ['visits[0]', 'invalid'],
      ['inbox[1]', 'duplicate-id'],
      ['stores.later', 'unknown-format'],
    ]);
  });
});
