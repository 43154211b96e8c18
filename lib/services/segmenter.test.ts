import fc from 'fast-check';
import { cut } from 'jieba-wasm';
import { describe, expect, it, vi } from 'vitest';
import { LazySegmenter } from './segmenter';

const jieba = async () => (text: string) => cut(text, true);

describe('the segmenter', () => {
  it('is not loaded before it is asked for, not there at once, and loaded once', async () => {
    const load = vi.fn(jieba);
    const segmenter = new LazySegmenter(load);
    await segmenter.settled();
    expect(load).not.toHaveBeenCalled();
    expect([segmenter.ask(), segmenter.ask()]).toEqual([null, null]);
    await segmenter.settled();
    expect(segmenter.ask()?.('武进区水利局')[0]).toBe(0);
    expect(load).toHaveBeenCalledTimes(1);
  });

  it('stays away where wasm is refused, and nobody fails for it', async () => {
    vi.spyOn(console, 'info').mockReturnValue();
    const segmenter = new LazySegmenter(() => Promise.reject('CompileError: refused'));
    segmenter.ask();
    await segmenter.settled();
    expect(segmenter.ask()).toBeNull();
  });

  it('gives offsets in UTF-16 units, in order, each at the start of a character', async () => {
    const segmenter = new LazySegmenter(jieba);
    segmenter.ask();
    await segmenter.settled();
    const words = segmenter.ask()!;
    const piece = fc.oneof(
      fc.constantFrom('武进区水利局', '𠮷野', '𬭎', '陈金虎', ' ', '\n', '　', 'A1', '\u{1F3E0}', '\u0000', '。'),
      fc.string({ unit: 'grapheme' }),
    );
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const text = pieces.join('');
        const starts = words(text);
        const cuts = starts.map((start, i) => text.slice(start, starts[i + 1]));
        expect(cuts.join('')).toBe(text);
        for (const word of cuts) expect(word.isWellFormed() && word.length > 0).toBe(true);
      }),
    );
  });
});
