import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Database } from '../store/database';
import { editOne } from '../store/fixtures/change';
import { failAfterWrites } from '../store/fixtures/faults';
import { ABOUT, nextSamplePack, samplePack } from '../store/fixtures/sample-pack';
import { readIndex } from '../store/index-contents';
import { installPack } from '../store/packs';
import { DictionaryKeeper } from './dictionary-keeper';

let db: Database;
const compile = vi.fn(({ entities }: { entities: Iterable<{ name: string }> }) => [...entities].map(({ name }) => name).sort());
const announce = vi.fn();
const report = vi.fn();
const install = vi.fn(async () => void (await installPack(db, samplePack(), ABOUT)));

/** A background as it wakes: the database stays, all else is new. */
const wake = (version = 1) => new DictionaryKeeper({ db, readIndex: () => readIndex(db), version, compile, install, announce, report });
const hideDeputy = () => editOne(db, 'person/lin-shui', () => null);

beforeEach(() => {
  db = new Database(crypto.randomUUID());
  vi.clearAllMocks();
});
afterEach(() => {
  vi.restoreAllMocks();
});

describe('the dictionary', () => {
  it('waits for the index right after installation', async () => {
    const kept = await wake().current();
    expect(install).toHaveBeenCalledTimes(1);
    expect(kept).toMatchObject({ from: 'compiled', counts: { official: 2, organization: 2, project: 1 } });
    expect(kept.dictionary).toContain('江河');
  });

  it('is read back, not compiled, when the background wakes again', async () => {
    const { dictionary } = await wake().current();
    const again = await wake().current();
    expect(again).toMatchObject({ from: 'stored', dictionary, counts: { official: 2 } });
    expect(compile).toHaveBeenCalledTimes(1);
  });

  it('is one for callers at one time', async () => {
    const keeper = wake();
    const [a, b] = await Promise.all([keeper.current(), keeper.current()]);
    expect(a).toBe(b);
    expect(compile).toHaveBeenCalledTimes(1);
  });

  it('is compiled once when installation and the first question come together', async () => {
    const keeper = wake();
    const first = keeper.current();
    keeper.changed();
    await first;
    await keeper.settled();
    expect(install).toHaveBeenCalledTimes(1);
    expect(compile).toHaveBeenCalledTimes(1);
    expect(announce).not.toHaveBeenCalled();
  });

  it('is compiled anew after a change, while the old one answers', async () => {
    const keeper = wake();
    await keeper.current();
    await hideDeputy();
    keeper.changed();
    expect((await keeper.current()).dictionary).toContain('林水');
    await keeper.settled();
    expect((await keeper.current()).dictionary).not.toContain('林水');
    expect(announce).toHaveBeenCalledTimes(1);
    expect(await wake().current()).toMatchObject({ from: 'stored', counts: { official: 1 } });
  });

  it('counts changes in a row as one', async () => {
    const keeper = wake();
    await keeper.current();
    for (const note of ['a', 'b', 'c']) {
      await editOne(db, 'person/jiang-he', (entity) => ({ ...entity!, note }));
      keeper.changed();
    }
    await keeper.settled();
    expect(compile.mock.calls.length).toBeLessThan(4);
    expect(await wake().current()).toMatchObject({ from: 'stored' });
  });

  it('is brought up to date behind the answer when the last life ended before it could', async () => {
    await wake().current();
    await hideDeputy();
    const keeper = wake();
    const first = await keeper.current();
    expect(first).toMatchObject({ from: 'stored' });
    expect(first.dictionary).toContain('林水');
    await keeper.settled();
    expect((await keeper.current()).dictionary).not.toContain('林水');
    expect(announce).toHaveBeenCalledTimes(1);
  });

  it('of another form is never used', async () => {
    await wake(1).current();
    expect(await wake(2).current()).toMatchObject({ from: 'compiled' });
    expect(compile).toHaveBeenCalledTimes(2);
  });

  it('serves though the disk is too full to keep it, and says so', async () => {
    await installPack(db, nextSamplePack(), ABOUT);
    failAfterWrites(0, 'QuotaExceededError');
    const kept = await wake().current();
    expect(kept.dictionary).toContain('江河');
    expect(report).toHaveBeenLastCalledWith(expect.objectContaining({ name: 'QuotaExceededError' }));
  });

  it('can be had later when the index could not be installed at first', async () => {
    const keeper = wake();
    install.mockRejectedValueOnce(new DOMException('full', 'QuotaExceededError'));
    await expect(keeper.current()).rejects.toMatchObject({ name: 'QuotaExceededError' });
    expect(await keeper.current()).toMatchObject({ from: 'compiled' });
  });
});
