import 'fake-indexeddb/auto';
import { expect, it, vi } from 'vitest';
import { Database } from '../store/database';
import { editOne } from '../store/fixtures/change';
import { ABOUT, samplePack } from '../store/fixtures/sample-pack';
import { readIndex } from '../store/index-contents';
import { installPack } from '../store/packs';
import { createAnnotator } from './annotate';
import { DictionaryKeeper } from './dictionary-keeper';
import { LazySegmenter } from './segmenter';

it('annotates with the dictionary in use: waiting for the first, passing to the next', async () => {
  const db = new Database(crypto.randomUUID());
  const keeper = new DictionaryKeeper({
    readIndex: () => readIndex(db),
    db,
    version: 1,
    compile: ({ entities }) => [...entities].length,
    install: async () => void (await installPack(db, samplePack(), ABOUT)),
    announce: () => {},
    report: (error) => expect(error).toBeNull(),
  });
  const load = vi.fn(async () => (text: string) => [...text]);
  const segmenter = new LazySegmenter(load);
  const annotate = createAnnotator({
    keeper,
    segmenter,
    verdicts: { apply: async (findings) => findings },
    createFinder: (dictionary, { segmenter }) => ({
      annotate: ({ text }) => ({ scope: `${dictionary} ${segmenter()?.(text) ?? 'none'}`, date: null, mentions: [], references: [] }),
    }),
  });
  // The first answer waits for the index, and never for the segmenter.
  expect(await annotate({ text: '甲乙' })).toMatchObject({ scope: '5 none', provisional: true });
  const patient = await annotate({ text: '甲乙', patient: true });
  expect(patient.scope).toBe('5 0,1');
  expect(patient).not.toHaveProperty('provisional');
  await editOne(db, 'person/lin-shui', () => null);
  keeper.changed();
  await keeper.settled();
  expect((await annotate({ text: '甲乙' })).scope).toBe('4 0,1');
  expect(load).toHaveBeenCalledTimes(1);
});
