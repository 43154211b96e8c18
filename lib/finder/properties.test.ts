import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createFinder } from './finder';
import { CITY, COMPILED, find, WUJIN } from './fixtures/index';
import { anyString, text } from './fixtures/texts';
import type { Mention } from './types';

const texts = fc.oneof(text, anyString, fc.string({ unit: 'grapheme' }));
const pages = fc.constantFrom(WUJIN, CITY, {}, { url: 'https://www.liyang.gov.cn/a' }, { url: 'no address', title: '钟楼:标题' });
const RUNS = { numRuns: 300 };

const splitsPair = (given: string, at: number): boolean => {
  const [before, after] = [given.charCodeAt(at - 1), given.charCodeAt(at)];
  return before >= 0xd800 && before < 0xdc00 && after >= 0xdc00 && after < 0xe000;
};

function expectInOrder(given: string, spans: readonly Pick<Mention, 'start' | 'end'>[]): void {
  let last = 0;
  for (const { start, end } of spans) {
    expect(start).toBeGreaterThanOrEqual(last);
    expect(end).toBeGreaterThan(start);
    expect(end).toBeLessThanOrEqual(given.length);
    last = end;
  }
}

it('gives offsets that are right, sorted and apart, on any text', () => {
  fc.assert(
    fc.property(texts, pages, (given, page) => {
      const { mentions, references } = find(given, page);
      expectInOrder(given, mentions);
      expectInOrder(given, references);
      for (const mention of mentions) {
        expect(given.slice(mention.start, mention.end)).toBe(mention.text);
        expect(mention.name).not.toBe('');
        expect(mention.votes).not.toEqual([]);
      }
    }),
    RUNS,
  );
});

it('never cuts a character beyond the BMP in two', () => {
  fc.assert(
    fc.property(texts, pages, (given, page) => {
      for (const { start, end } of find(given, page).mentions) {
        expect([splitsPair(given, start), splitsPair(given, end)]).toEqual([false, false]);
      }
    }),
    RUNS,
  );
});

it('gives no white space at a mention’s ends', () => {
  fc.assert(
    fc.property(texts, (given) => {
      for (const mention of find(given).mentions) expect(mention.text).toBe(mention.text.trim());
    }),
    RUNS,
  );
});

it('ties a mention to the index in both of its fields or in neither', () => {
  fc.assert(
    fc.property(texts, pages, (given, page) => {
      for (const { entityId, status, candidates } of find(given, page).mentions) {
        expect(status).toBe(entityId === null ? 'discovered' : 'indexed');
        if (candidates) expect([candidates[0], new Set(candidates).size]).toEqual([entityId, candidates.length]);
      }
    }),
    RUNS,
  );
});

it('says the same of the same text, whatever it read between', () => {
  fc.assert(
    fc.property(texts, texts, (given, other) => {
      const first = find(given);
      find(other);
      expect(find(given)).toEqual(first);
    }),
    { numRuns: 100 },
  );
});

it('says the same with a dictionary that was stored and read back', () => {
  const restored = createFinder(structuredClone(COMPILED));
  fc.assert(
    fc.property(texts, pages, (given, page) => {
      expect(restored.annotate({ text: given, ...page })).toEqual(find(given, page));
    }),
    { numRuns: 100 },
  );
});

it('does not hear white space before and after a text', () => {
  fc.assert(
    fc.property(text, (given) => {
      const trimmed = given.trim();
      const shifted = find(`\n  ${trimmed}\n`).mentions.map((mention) => ({ ...mention, start: mention.start - 3, end: mention.end - 3 }));
      expect(shifted).toEqual(find(trimmed).mentions);
    }),
    { numRuns: 100 },
  );
});
