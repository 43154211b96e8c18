import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { Database } from '../store/database';
import { editOne } from '../store/fixtures/change';
import { ABOUT, samplePack } from '../store/fixtures/sample-pack';
import { installPack } from '../store/packs';
import { IndexReading } from './index-reading';

it('reads once for all who ask at one time, and anew after a change', async () => {
  const db = new Database(crypto.randomUUID());
  await installPack(db, samplePack(), ABOUT);
  const reading = new IndexReading(db);
  const [one, other] = await Promise.all([reading.read(), reading.read()]);
  expect(one).toBe(other);
  const before = reading.read();
  await editOne(db, 'person/jiang-he', (entity) => ({ ...entity!, note: '改' }));
  reading.changed();
  const after = await reading.read();
  expect(after.revision).not.toBe((await before).revision);
  expect(after.entities.find(({ entity }) => entity.id === 'person/jiang-he')?.entity.note).toBe('改');
});
