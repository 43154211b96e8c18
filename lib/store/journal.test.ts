import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Entity } from '../model/entity';
import type { EntityId } from '../model/ids';
import { makeEdit } from '../packs/reader-edit';
import { changeIndex } from './change-index';
import { Database } from './database';
import { readEntities } from './entities';
import { AT, editOne } from './fixtures/change';
import { takeDump } from './fixtures/dump';
import { failAfterWrites } from './fixtures/faults';
import { ABOUT, samplePack } from './fixtures/sample-pack';
import { readIndex } from './index-contents';
import { readIndexRevision } from './index-revision';
import { editHistory, listJournal, stepBack, undoEntry } from './journal';
import type { JournalRecord } from './journal-records';
import { installPack } from './packs';
import { changeSaved, listSaved } from './saved';

let name: string;
let db: Database;
beforeEach(async () => {
  name = crypto.randomUUID();
  db = new Database(name);
  await installPack(db, samplePack(), ABOUT);
});
afterEach(() => {
  vi.restoreAllMocks();
});

const note = (id: EntityId, text: string) => editOne(db, id, (entity) => ({ ...entity!, note: text }));
const noteOf = async (id: EntityId) => (await readEntities(db, [id])).get(id)?.entity.note;
const originOf = async (id: EntityId) => (await readEntities(db, [id])).get(id)?.origin;
const HEAD = 'person/jiang-he';
const DEPUTY = 'person/lin-shui';

describe('the journal', () => {
  it('has one entry for each thing done, with the name of what it changed', async () => {
    await note(HEAD, 'A');
    await changeIndex(db, { at: AT, kind: 'remove' }, [HEAD, DEPUTY], (_, { layered }) => ({ edit: makeEdit(layered!.pack, null) }));
    expect(await listJournal(db, 10)).toMatchObject([
      { kind: 'remove', count: 2, label: '江河、林水' },
      { kind: 'edit', count: 1, label: '江河' },
    ]);
    expect(await listJournal(db, 1)).toHaveLength(1);
  });

  it('marks what nothing is left of to take back, as long as nothing is', async () => {
    const superseded = async () => (await listJournal(db, 10)).map((entry) => entry.superseded ?? false);
    await note(HEAD, 'A');
    await changeIndex(db, { at: AT, kind: 'remove' }, [HEAD, DEPUTY], (_, { layered }) => ({ edit: makeEdit(layered!.pack, null) }));
    expect(await superseded()).toEqual([false, true]);
    const last = await note(HEAD, 'B');
    // Of the second the other entity is left.
    expect(await superseded()).toEqual([false, false, true]);
    expect((await editHistory(db, HEAD)).map((past) => past.superseded)).toEqual([false, true, true]);
    await undoEntry(db, last.entry!, AT);
    await undoEntry(db, 2, AT);
    expect((await superseded()).at(-1)).toBe(false);
    expect(await undoEntry(db, 1, AT)).toMatchObject({ count: 1, kept: [] });
  });

  it('has none for what changed nothing', async () => {
    await note(HEAD, 'A');
    const revision = await readIndexRevision(db);
    expect(await note(HEAD, 'A')).toEqual({ entry: null, count: 0, label: '', edited: [], revision: null });
    expect(await readIndexRevision(db)).toBe(revision);
    expect(await listJournal(db, 10)).toHaveLength(1);
  });

  it('tells what became of an entity, the latest first', async () => {
    await note(HEAD, 'A');
    await note(DEPUTY, 'x');
    await note(HEAD, 'B');
    await editOne(db, HEAD, () => null);
    const past = await editHistory(db, HEAD);
    expect(
      past.map(({ before, after }) => [before, after].map((edit) => (edit?.kind === 'changed' ? edit.fields.note : edit?.kind))),
    ).toEqual([
      ['B', 'hidden'],
      ['A', 'B'],
      [undefined, 'A'],
    ]);
  });

  it('lets old entries fall away, and keeps the latest', async () => {
    await note(HEAD, '0');
    await db.run(['journal'], 'readwrite', async (tx) => {
      for (let i = 0; i < 600; i++)
        await tx.objectStore('journal').add({ at: AT, kind: 'edit', count: 1, label: '', size: 100 } as JournalRecord);
    });
    const last = await note(HEAD, '1');
    expect(await listJournal(db, 1000)).toHaveLength(500);
    expect(await editHistory(db, HEAD)).toHaveLength(1);
    expect(await undoEntry(db, 1, AT)).toBeNull();
    expect(await undoEntry(db, last.entry!, AT)).toMatchObject({ count: 1 });
    expect(await noteOf(HEAD)).toBe('0');
  });

  it('keeps the latest, however large, and nothing before it', async () => {
    await note(HEAD, '0');
    await db.run(['journal'], 'readwrite', async (tx) => {
      await tx.objectStore('journal').add({ at: AT, kind: 'import', count: 1, label: 'a.csv', size: 1_000_000_000 } as JournalRecord);
    });
    const last = await note(HEAD, '1');
    expect((await listJournal(db, 10)).map(({ id }) => id)).toEqual([last.entry]);
  });
});

describe('an undo', () => {
  it('takes back an entry as a whole, and is taken back likewise', async () => {
    const both = await changeIndex(db, { at: AT, kind: 'remove' }, [HEAD, DEPUTY], (_, { layered }) => ({
      edit: makeEdit(layered!.pack, null),
    }));
    const undone = await undoEntry(db, both.entry!, AT);
    expect(undone).toMatchObject({ count: 2, kept: [], label: '江河、林水' });
    expect([await originOf(HEAD), await originOf(DEPUTY)]).toEqual(['pack', 'pack']);
    expect(await undoEntry(db, both.entry!, AT)).toBeNull();
    await undoEntry(db, undone!.entry!, AT);
    expect([await originOf(HEAD), await originOf(DEPUTY)]).toEqual(['hidden', 'hidden']);
    await undoEntry(db, both.entry!, AT);
    expect([await originOf(HEAD), await originOf(DEPUTY)]).toEqual(['pack', 'pack']);
  });

  it('keeps a later change and names whose it is', async () => {
    const both = await changeIndex(db, { at: AT, kind: 'remove' }, [HEAD, DEPUTY], (_, { layered }) => ({
      edit: makeEdit(layered!.pack, null),
    }));
    await note(HEAD, '后来');
    expect(await undoEntry(db, both.entry!, AT)).toMatchObject({ count: 1, kept: [{ id: HEAD, name: '江河' }] });
    expect([await noteOf(HEAD), await originOf(DEPUTY)]).toEqual(['后来', 'pack']);
    const first = await note(DEPUTY, '一');
    await note(DEPUTY, '二');
    expect(await undoEntry(db, first.entry!, AT)).toMatchObject({ entry: null, count: 0, kept: [{ id: DEPUTY }] });
    expect(await noteOf(DEPUTY)).toBe('二');
  });

  it('takes back what was saved along, unless that changed since', async () => {
    const record = { name: '江河', type: 'official', note: '', savedAt: AT } as const;
    const tagged = await changeIndex(db, { at: AT, kind: 'tag', label: '水' }, [HEAD, DEPUTY], (entityId) => ({
      saved: { ...record, entityId, tags: ['水'] },
    }));
    expect(tagged.revision).toBeNull();
    await changeSaved(db, HEAD, (now) => ({ ...now!, note: '问' }));
    expect(await undoEntry(db, tagged.entry!, AT)).toMatchObject({ count: 1, kept: [{ id: HEAD }] });
    expect(await listSaved(db)).toMatchObject([{ entityId: HEAD, note: '问', tags: ['水'] }]);
  });

  it.each(['AbortError', 'QuotaExceededError'] as const)('is done whole or not at all when %s strikes', async (cause) => {
    const done = await changeIndex(db, { at: AT, kind: 'remove' }, [HEAD, DEPUTY], (_, { layered }) => ({
      edit: makeEdit(layered!.pack, null),
    }));
    const before = await takeDump(name);
    for (let writes = 0; ; writes++) {
      const struck = failAfterWrites(writes, cause);
      const outcome = await undoEntry(db, done.entry!, AT).then(
        () => 'done',
        (error: Error) => error.name,
      );
      vi.restoreAllMocks();
      if (!struck()) break;
      expect(outcome).toBe(cause);
      expect(await takeDump(name)).toEqual(before);
    }
    expect(await originOf(HEAD)).toBe('pack');
  });
});

describe('a large change', () => {
  const ids = Array.from({ length: 1200 }, (_, i): EntityId => `person/many-${i}`);
  const own = (id: EntityId) => ({ type: 'official', id, name: '某', other_names: [], memberships: [] }) as Entity;
  const bring = (watch = {}) =>
    changeIndex(db, { at: AT, kind: 'import', label: 'a.csv' }, ids, (id) => ({ edit: makeEdit(null, own(id)) }), watch);

  it('says how far it is, and is taken back as one', async () => {
    const progress: number[] = [];
    const { entry } = await bring({ onProgress: (done: number) => progress.push(done) });
    expect(progress).toEqual([500, 1000, 1200]);
    expect(await originOf('person/many-7')).toBe('reader');
    await note('person/many-7', '留');
    expect(await undoEntry(db, entry!, AT)).toMatchObject({ count: 1199, kept: [{ id: 'person/many-7' }] });
    expect(await readEntities(db, ids.slice(0, 9))).toHaveLength(1);
  });

  it('takes out only what is to go, and tells each entity of it as a small one would', async () => {
    await bring();
    await note('person/many-500', '先改');
    const gone = ids.filter((_, at) => at % 9 !== 4);
    const { entry } = await changeIndex(db, { at: AT, kind: 'remove' }, gone, () => ({ edit: null }));
    const left = async () => (await readIndex(db)).entities.flatMap(({ entity: { id } }) => (id.startsWith('person/many') ? [id] : []));
    expect((await left()).sort()).toEqual(ids.filter((id) => !gone.includes(id)).sort());
    const told = async (id: EntityId) => (await editHistory(db, id)).map((past) => past.entry.kind);
    expect(await told('person/many-500')).toEqual(['remove', 'edit', 'import']);
    expect(await told('person/many-4')).toEqual(['import']);
    expect(await told(HEAD)).toEqual([]);
    expect((await listJournal(db, 10)).map(({ superseded }) => superseded ?? false)).toEqual([false, true, false]);
    expect(await undoEntry(db, entry!, AT)).toMatchObject({ count: gone.length, kept: [] });
    expect((await left()).sort()).toEqual([...ids].sort());
    expect(await noteOf('person/many-500')).toBe('先改');
    expect(await stepBack(db, 'redo', AT)).toMatchObject({ count: gone.length });
    expect(await left()).toHaveLength(ids.length - gone.length);
  });

  it('stopped half way leaves nothing', async () => {
    const before = await takeDump(name);
    const stop = new AbortController();
    await expect(bring({ signal: stop.signal, onProgress: () => stop.abort(new Error('stopped')) })).rejects.toThrow('stopped');
    expect((await takeDump(name)).stores).toEqual(before.stores);
  });
});

// Any sequence of changes and undos against a model that keeps every state by value.

interface ModelEntry {
  id: number;
  undoes: number | undefined;
  changes: Map<EntityId, { before: string; after: string }>;
}

const IDS: EntityId[] = [HEAD, DEPUTY, 'project/taihu'];
const ABSENT = '';

class Model {
  state = new Map(IDS.map((id) => [id, ABSENT]));
  entries: ModelEntry[] = [];

  stands(entry: ModelEntry): boolean {
    return !this.entries.some((other) => other.undoes === entry.id && this.stands(other));
  }

  change(id: number | null, wanted: [EntityId, string][], undoes?: number): void {
    const changes = new Map(wanted.map(([of, after]) => [of, { before: this.state.get(of)!, after }]));
    for (const [of, { before, after }] of changes) if (before === after) changes.delete(of);
    expect(id === null).toBe(changes.size === 0);
    if (id === null) return;
    for (const [of, { after }] of changes) this.state.set(of, after);
    this.entries.push({ id, undoes, changes });
  }

  /** What undoing takes back. */
  back({ changes }: ModelEntry): [EntityId, string][] {
    return [...changes].filter(([id, { after }]) => this.state.get(id) === after).map(([id, { before }]) => [id, before]);
  }

  next(direction: 'undo' | 'redo'): ModelEntry | undefined {
    const changed = this.entries.findLastIndex((entry) => entry.undoes === undefined);
    if (direction === 'undo') return this.entries.findLast((entry) => entry.undoes === undefined && this.stands(entry));
    return this.entries
      .slice(changed + 1)
      .findLast((entry) => this.stands(entry) && this.entries.find(({ id }) => id === entry.undoes)?.undoes === undefined);
  }
}

const command = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('change' as const),
      ids: fc.subarray(IDS, { minLength: 1 }),
      text: fc.constantFrom('', 'a', 'b'),
    }),
  },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('step' as const), direction: fc.constantFrom('undo' as const, 'redo' as const) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('undo' as const), at: fc.nat(8) }) },
);

it('any sequence of changes and undos ends as the model says', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(command, { minLength: 3, maxLength: 14 }), async (commands) => {
      const store = new Database(crypto.randomUUID());
      await installPack(store, samplePack(), ABOUT);
      const model = new Model();
      for (const given of commands) {
        if (given.kind === 'change') {
          const { entry } = await changeIndex(store, { at: AT, kind: 'edit' }, given.ids, (_, { layered }) => ({
            edit: given.text === ABSENT ? null : makeEdit(layered!.pack, { ...layered!.pack!, note: given.text }),
          }));
          model.change(
            entry,
            given.ids.map((id) => [id, given.text]),
          );
          continue;
        }
        const target = given.kind === 'step' ? model.next(given.direction) : model.entries[given.at];
        const undone =
          given.kind === 'step' ? await stepBack(store, given.direction, AT) : target && (await undoEntry(store, target.id, AT));
        if (!target || !model.stands(target)) {
          expect(undone ?? null).toBeNull();
          continue;
        }
        const back = model.back(target);
        expect(undone).toMatchObject({ count: back.length });
        expect(undone!.kept).toHaveLength(target.changes.size - back.length);
        model.change(undone!.entry, back, target.id);
      }
      const stored = await readEntities(store, IDS);
      expect(IDS.map((id) => stored.get(id)?.entity.note ?? ABSENT)).toEqual(IDS.map((id) => model.state.get(id)));
      const entries = (await listJournal(store, 100)).toReversed();
      expect(entries.map(({ id, undoneBy }) => [id, undoneBy === undefined])).toEqual(
        model.entries.map((entry) => [entry.id, model.stands(entry)]),
      );
      await store.close();
    }),
    { numRuns: 40 },
  );
});
