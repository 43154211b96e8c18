import 'fake-indexeddb/auto';
import { forceCloseDatabase } from 'fake-indexeddb';
import { openDB, unwrap } from 'idb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { Database } from './database';
import { failTransaction } from './fixtures/faults';
import { DATABASE_VERSION } from './schema';
import { StoreError } from './store-error';

let name: string;
let db: Database;
beforeEach(() => {
  name = crypto.randomUUID();
  db = new Database(name);
});

const write = (value: string) => db.run(['state'], 'readwrite', (tx) => tx.objectStore('state').put(value, 'indexRevision'));
const read = () => db.run(['state'], 'readonly', (tx) => tx.objectStore('state').get('indexRevision'));

describe('a transaction', () => {
  it('is stored as a whole', async () => {
    await write('a');
    expect(await read()).toBe('a');
  });

  it('leaves nothing when the work throws half way', async () => {
    await write('a');
    const failing = db.run(['state'], 'readwrite', async (tx) => {
      await tx.objectStore('state').put('b', 'indexRevision');
      throw new Error('half way');
    });
    await expect(failing).rejects.toThrow('half way');
    expect(await read()).toBe('a');
  });

  it('leaves nothing when the work throws at once', async () => {
    const failing = db.run(['state'], 'readwrite', () => {
      throw new Error('at once');
    });
    await expect(failing).rejects.toThrow('at once');
    expect(await read()).toBeUndefined();
  });

  it('tells a full disk from everything else, also where only the transaction knows', async () => {
    const failing = db.run(['state'], 'readwrite', async (tx) => {
      await tx.objectStore('state').put('b', 'indexRevision');
      failTransaction(unwrap(tx), 'QuotaExceededError');
    });
    await expect(failing).rejects.toMatchObject({ name: 'QuotaExceededError' });
    expect(await read()).toBeUndefined();
  });
});

describe('the connection', () => {
  it('is opened once for callers at one time', async () => {
    const open = vi.spyOn(indexedDB, 'open');
    await Promise.all([read(), read(), read()]);
    expect(open).toHaveBeenCalledTimes(1);
  });

  it('is another one after a full disk', async () => {
    await write('a');
    const open = vi.spyOn(indexedDB, 'open');
    const failing = db.run(['state'], 'readwrite', async (tx) => failTransaction(unwrap(tx), 'QuotaExceededError'));
    await expect(failing).rejects.toMatchObject({ name: 'QuotaExceededError' });
    await write('b');
    expect(await read()).toBe('b');
    expect(open).toHaveBeenCalledTimes(1);
  });

  it('is given up to a newer version that asks for it, which is then said', async () => {
    await write('a');
    const newer = await openDB(name, DATABASE_VERSION + 1);
    await expect(read()).rejects.toBeInstanceOf(StoreError);
    newer.close();
  });

  it('fails at once while an older version holds on, and works when that lets go', async () => {
    await write('a');
    await db.close();
    const older = await openDB(name, DATABASE_VERSION);
    const next = new Database(name, DATABASE_VERSION + 1);
    const readNext = () => next.run(['state'], 'readonly', (tx) => tx.objectStore('state').get('indexRevision'));
    await expect(readNext()).rejects.toBeInstanceOf(StoreError);
    await expect(readNext()).rejects.toBeInstanceOf(StoreError);
    older.close();
    await vi.waitFor(async () => expect(await readNext()).toBe('a'));
  });

  it('is opened again when the browser closed it', async () => {
    await write('a');
    const transaction = vi.spyOn(IDBDatabase.prototype, 'transaction');
    await read();
    forceCloseDatabase(transaction.mock.contexts[0] as never);
    expect(await read()).toBe('a');
  });

  it('is opened again when it was closed without a word', async () => {
    await write('a');
    const transaction = vi.spyOn(IDBDatabase.prototype, 'transaction');
    await read();
    (transaction.mock.contexts[0] as IDBDatabase).close();
    expect(await read()).toBe('a');
  });

  it('is let go by close(), also while it opens, and had again afterwards', async () => {
    const reading = read();
    await db.close();
    expect(await reading).toBeUndefined();
    await write('a');
    await db.close();
    const newer = await openDB(name, DATABASE_VERSION + 1, { blocked: () => expect.unreachable('somebody holds the database') });
    newer.close();
  });
});
