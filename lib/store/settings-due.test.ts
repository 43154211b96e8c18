import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Database } from './database';
import { failAfterWrites } from './fixtures/faults';
import { finishSettings, leaveSettings } from './settings-due';

let db: Database;
beforeEach(() => {
  db = new Database(crypto.randomUUID());
});
afterEach(() => {
  vi.restoreAllMocks();
});

const leave = (settings: Record<string, unknown>) =>
  db.run(['state'], 'readwrite', (tx) => leaveSettings(tx.objectStore('state'), settings));
const written = async () => {
  const writes: Record<string, unknown>[] = [];
  await finishSettings(db, async (settings) => void writes.push(settings));
  return writes;
};

it('writes once what a transaction left word of', async () => {
  expect(await written()).toEqual([]);
  await leave({ 'setting.paused': true });
  expect(await written()).toEqual([{ 'setting.paused': true }]);
  expect(await written()).toEqual([]);
});

it('leaves no word where the transaction fails', async () => {
  failAfterWrites(0, 'AbortError');
  await expect(leave({ 'setting.paused': true })).rejects.toThrow();
  vi.restoreAllMocks();
  expect(await written()).toEqual([]);
});

it('keeps the word where the writing fails, for another time', async () => {
  await leave({ 'setting.paused': true });
  await expect(finishSettings(db, () => Promise.reject(new Error('full')))).rejects.toThrow('full');
  expect(await written()).toEqual([{ 'setting.paused': true }]);
});

it('keeps what was left while it wrote', async () => {
  await leave({ 'setting.paused': true });
  await finishSettings(db, () => leave({ 'setting.paused': false }));
  expect(await written()).toEqual([{ 'setting.paused': false }]);
});
