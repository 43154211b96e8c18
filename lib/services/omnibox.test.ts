// @vitest-environment happy-dom
import fc from 'fast-check';
import { beforeEach, expect, it, vi } from 'vitest';
import type { EntityRow } from '../messages/answers/entity';
import { createOmnibox } from './omnibox';

const row = (id: EntityRow['id'], name: string, summary = ''): EntityRow => ({ id, type: 'official', name, summary, origin: 'pack' });
const open = vi.fn();
const search = vi.fn(async (_query: string, _limit: number) => [row('person/a', '江河', '区水利局局长'), row('person/b', '江河大')]);
const omnibox = (xml = true) => createOmnibox({ search, open, xml });
beforeEach(() => {
  open.mockReset();
});

it('suggests what the index finds, and opens what is chosen', async () => {
  const suggest = vi.fn();
  await omnibox().changed(' 江 ', suggest);
  expect(search).toHaveBeenCalledWith('江', 6);
  expect(suggest).toHaveBeenCalledWith([
    { content: 'person/a', description: '江河 — 区水利局局长' },
    { content: 'person/b', description: '江河大' },
  ]);
  await omnibox().entered('person/b');
  expect(open).toHaveBeenCalledWith('person/b');
});

it('goes to the nearest for what was only typed, and to the list for what is not found', async () => {
  await omnibox().entered('江河');
  expect(open).toHaveBeenCalledWith('person/a');
  search.mockResolvedValueOnce([]);
  await omnibox().entered('无人');
  expect(open).toHaveBeenLastCalledWith(null);
});

it('drops an answer that typing has overtaken', async () => {
  const suggest = vi.fn();
  const box = omnibox();
  let late: (rows: EntityRow[]) => void = () => undefined;
  search.mockImplementationOnce(() => new Promise((resolve) => (late = resolve)));
  const first = box.changed('江', suggest);
  await box.changed('江河', suggest);
  late([row('person/c', '晚')]);
  await first;
  expect(suggest).toHaveBeenCalledOnce();
});

it('is well-formed XML whatever a name is, and plain text where it is not read as XML', async () => {
  const name = fc.string({ unit: fc.constantFrom('<', '&', '"', "'", '>', '江', '\u0000', '\ud800', '\uffff', '𠮷', ';'), minLength: 1 });
  await fc.assert(
    fc.asyncProperty(name, async (text) => {
      const suggest = vi.fn();
      search.mockResolvedValueOnce([row('person/a', text)]);
      await omnibox().changed('x', suggest);
      const { description } = suggest.mock.calls[0]![0][0];
      const read = new DOMParser().parseFromString(`<d>${description}</d>`, 'text/xml');
      expect(read.querySelector('parsererror')).toBeNull();
      expect(read.documentElement.children).toHaveLength(0);
    }),
  );
  const suggest = vi.fn();
  search.mockResolvedValueOnce([row('person/a', 'A&B')]);
  await omnibox(false).changed('x', suggest);
  expect(suggest.mock.calls[0]![0][0].description).toBe('A&B');
});
