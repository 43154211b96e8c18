import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Entity } from '../model/entity';
import type { EntityId } from '../model/ids';
import type { Fields } from '../packs/sync/causal';
import type { Items } from '../packs/sync/mailbox';
import type { SyncReport } from '../settings/settings';
import { Database } from '../store/database';
import { samplePack } from '../store/fixtures/sample-pack';
import { listJournal } from '../store/journal';
import { installPack } from '../store/packs';
import { changeSaved, listSaved, removeSaved } from '../store/saved';
import { createReaderIndex } from './reader-index';
import { createSync } from './sync';

let posted: Items;
let time: number;

/** One of the reader's machines, all of it but the browser. */
async function machine(name: string) {
  const db = new Database(`sync-${name}-${crypto.randomUUID()}`);
  const now = () => new Date(time++);
  await installPack(db, samplePack(), { origin: 'builtin', digest: 'x', installedAt: now().toISOString() });
  const settings = new Map<string, Fields>();
  const state = { report: { at: null, bytes: 0, count: 0, left: [], more: 0 } as SyncReport, refuses: null as Error | null, isOn: true };
  const index = createReaderIndex({ db, now, changed: () => undefined });
  const sync = createSync({
    db,
    now,
    isOn: async () => state.isOn,
    changed: () => undefined,
    mailbox: {
      read: async () => structuredClone(posted),
      write: async (items, removed) => {
        if (state.refuses) throw state.refuses;
        posted = { ...posted, ...structuredClone(items) };
        for (const key of removed) delete posted[key];
      },
    },
    settings: {
      read: async () => new Map(settings),
      accepts: (setting) => setting !== 'strange',
      write: async (setting, fields) => void (fields ? settings.set(setting, fields) : settings.delete(setting)),
    },
    report: {
      set: async (report) => {
        state.report = report;
      },
      update: async (change) => {
        state.report = change(state.report);
      },
    },
  });
  const save = (entityId: EntityId, note: string, tags: string[] = []) =>
    changeSaved(db, entityId, (before) => ({
      entityId,
      name: before?.name ?? entityId,
      type: 'official',
      savedAt: before?.savedAt ?? now().toISOString(),
      note,
      tags,
    }));
  const kept = async () =>
    Object.fromEntries((await listSaved(db)).map(({ entityId, note, tags }) => [entityId, [note, ...tags.toSorted()]]));
  return { db, settings, state, index, sync, save, kept };
}
type Machine = Awaited<ReturnType<typeof machine>>;

let home: Machine;
let office: Machine;
const person = { type: 'official' as const, ...samplePack().persons[0]! };
const meet = async () => {
  for (const one of [home, office, home, office]) await one.sync.run();
};

beforeEach(async () => {
  posted = {};
  time = Date.parse('2026-11-24T00:00:00Z');
  home = await machine('home');
  office = await machine('office');
});

describe('what is saved', () => {
  it('follows, with note and tags; what is let go of is let go of everywhere', async () => {
    await home.save(person.id, '看', ['水利']);
    await meet();
    expect(await office.kept()).toEqual({ [person.id]: ['看', '水利'] });
    await removeSaved(office.db, person.id);
    await meet();
    expect(await home.kept()).toEqual({});
  });

  it('was there on both before: nothing of either is lost', async () => {
    await home.save(person.id, '甲', ['a']);
    await office.save(person.id, '乙', ['b']);
    await meet();
    expect(await home.kept()).toEqual(await office.kept());
    expect((await home.kept())[person.id]!.join('\n').split('\n').sort()).toEqual(['a', 'b', '甲', '乙'].sort());
  });

  it('changes nothing more once it is the same, neither here nor in the storage', async () => {
    await home.save(person.id, '看', ['b', 'a']);
    await meet();
    const [before, journal] = [structuredClone(posted), (await listJournal(office.db, 50)).length];
    await meet();
    expect(posted).toEqual(before);
    expect(await listJournal(office.db, 50)).toHaveLength(journal);
  });

  it('comes back when another machine’s storage was overwritten by one that had not heard of it', async () => {
    await home.save(person.id, '看');
    await home.sync.run();
    posted = {};
    await office.save('org/nowhere', '别处');
    await meet();
    expect(await office.kept()).toEqual({ [person.id]: ['看'], 'org/nowhere': ['别处'] });
  });
});

describe('edits', () => {
  const noteOf = async (one: Machine, id: EntityId) => (await one.index.get(id))?.entity.note;

  it('follow as entries of the journal, those of a pack’s entity and the reader’s own', async () => {
    const own: Entity = { type: 'official', id: 'person/mine.1', name: '林知远', other_names: [], memberships: [] };
    await home.index.put({ ...person, note: '改过' }, []);
    await home.index.put(own, []);
    await meet();
    expect(await noteOf(office, person.id)).toBe('改过');
    expect((await office.index.get(own.id))?.entity.name).toBe('林知远');
    expect((await listJournal(office.db, 1))[0]).toMatchObject({ kind: 'sync', count: 2 });
    await office.index.restore([person.id]);
    await office.index.remove([own.id]);
    await meet();
    expect((await home.index.get(person.id))?.origin).toBe('pack');
    expect(await home.index.get(own.id)).toBeNull();
  });

  it('of different fields both stand', async () => {
    await home.index.put({ ...person, note: '备注' }, []);
    await office.index.put({ ...person, other_names: [{ name: '老林' }] }, []);
    await meet();
    for (const one of [home, office])
      expect((await one.index.get(person.id))?.entity).toMatchObject({ note: '备注', other_names: [{ name: '老林' }] });
  });

  it('of what no pack here holds wait, are said, and are no deletion', async () => {
    const elsewhere = await machine('elsewhere');
    const pack = samplePack();
    await installPack(
      home.db,
      { ...pack, id: 'more', persons: [{ ...pack.persons[0]!, id: 'person/only-home', name: '只在家' }] },
      { origin: 'file', digest: 'y', installedAt: '2026-11-24T00:00:00Z' },
    );
    await home.index.put({ ...person, id: 'person/only-home', name: '只在家', note: '改过' }, []);
    await home.sync.run();
    await elsewhere.sync.run();
    await elsewhere.sync.run();
    expect(elsewhere.state.report.left).toEqual([{ key: 'e:person/only-home', name: 'person/only-home', why: 'unread' }]);
    await home.sync.run();
    expect((await home.index.get('person/only-home'))?.entity.note).toBe('改过');
  });

  it('too large stay here and are said', async () => {
    const memberships = Array.from({ length: 80 }, (_, at) => ({
      organization: 'org/a' as const,
      role: `职务${at}`.repeat(6),
      seen: [],
      sources: [],
    }));
    await home.index.put({ type: 'official', id: 'person/mine.2', name: '某某', other_names: [], memberships }, []);
    await meet();
    expect(home.state.report.left).toEqual([{ key: 'e:person/mine.2', name: '某某', why: 'large' }]);
    expect(await office.index.get('person/mine.2')).toBeNull();
  });
});

describe('settings', () => {
  it('follow; items of a list from both machines stay', async () => {
    home.settings.set('disabledSites', { 'i:"a.cn"': true });
    office.settings.set('disabledSites', { 'i:"b.cn"': true });
    home.settings.set('hoverDelay', { value: 500 });
    await meet();
    expect(office.settings.get('hoverDelay')).toEqual({ value: 500 });
    for (const one of [home, office]) expect(Object.keys(one.settings.get('disabledSites')!).sort()).toEqual(['i:"a.cn"', 'i:"b.cn"']);
  });

  it('of no form that is known here are left alone and said', async () => {
    home.settings.set('strange', { value: 1 });
    await home.sync.run();
    await office.sync.run();
    await office.sync.run();
    expect(office.settings.size).toBe(0);
    expect(office.state.report.left).toEqual([{ key: 'c:strange', name: 'strange', why: 'unread' }]);
    await home.sync.run();
    expect(home.settings.has('strange')).toBe(true);
  });
});

describe('what goes wrong', () => {
  it('is said, and made good later', async () => {
    await home.save(person.id, '看');
    home.state.refuses = new Error('This request exceeds the MAX_WRITE_OPERATIONS_PER_MINUTE quota.');
    await expect(home.sync.run()).rejects.toThrow();
    expect(home.state.report.error).toBe('quota');
    home.state.refuses = null;
    await meet();
    expect(home.state.report).not.toHaveProperty('error');
    expect(await office.kept()).toEqual({ [person.id]: ['看'] });
  });

  it('a newer version’s storage is left as it is', async () => {
    posted = { 'sync-v2.0.0': { anything: true } };
    await home.save(person.id, '看');
    await home.sync.run();
    expect(posted).toEqual({ 'sync-v2.0.0': { anything: true } });
    expect(home.state.report.error).toBe('newer');
  });

  it('nothing is done while it is off, and the storage can be emptied', async () => {
    await home.save(person.id, '看');
    await home.sync.run();
    home.state.isOn = false;
    await home.sync.clear();
    await home.sync.run();
    expect(posted).toEqual({});
    expect(await home.kept()).toEqual({ [person.id]: ['看'] });
  });
});
