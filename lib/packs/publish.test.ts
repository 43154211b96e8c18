import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { entitiesOf } from './entities';
import { entities, sourceOf } from './fixtures/arbitraries';
import { nextRevision, publishPack } from './publish';
import { readPack } from './read';
import { writePack } from './write';

const ABOUT = { id: 'my-layer', title: '我的旁注', licence: 'CC BY 4.0' };

describe('a published pack', () => {
  it('is a pack that others can read, the same for the same entities', () => {
    fc.assert(
      fc.property(entities, (drawn) => {
        const sources = ['s1', 's2', 's3', 'unused'].map(sourceOf);
        const text = writePack(publishPack(ABOUT, '2026.11.24', drawn, sources));
        expect(writePack(publishPack(ABOUT, '2026.11.24', drawn.toReversed(), sources.toReversed()))).toBe(text);
        const reading = readPack(text);
        if (!reading.ok) throw new Error(JSON.stringify(reading.problems[0]));
        const ids = (list: Iterable<{ id: string }>) => [...list].map(({ id }) => id).sort();
        expect(ids(entitiesOf(reading.pack))).toEqual(ids(drawn));
        expect(new Map([...entitiesOf(reading.pack)].map((entity) => [entity.id, entity]))).toEqual(
          new Map(drawn.map((entity) => [entity.id, entity])),
        );
        expect(ids(reading.pack.sources)).not.toContain('source/unused');
      }),
    );
  });

  it.each([
    ['2026-11-24', undefined, '2026.11.24'],
    ['2026-11-24', '2026.11.23.4', '2026.11.24'],
    ['2026-11-24', '2026.11.24', '2026.11.24.2'],
    ['2026-11-24', '2026.11.24.2', '2026.11.24.3'],
    ['2026-11-24', '2026.11.24.9', '2026.11.24.91'],
    ['2026-11-24', '2026.11.24.99', '2026.11.24.991'],
    ['2026-11-24', '2026.12.01', '2026.12.01.2'],
  ])('on %s after %s has the revision %s', (today, last, revision) => {
    expect(nextRevision(today, last)).toBe(revision);
    expect(nextRevision(today, last) > (last ?? '')).toBe(true);
  });
});
