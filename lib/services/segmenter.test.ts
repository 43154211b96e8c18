import fc from 'fast-check';
import { cut } from 'jieba-wasm';
import { describe, expect, it, vi } from 'vitest';
import { LazySegmenter } from './segmenter';

const jieba = async () => (text: string) => cut(text, true);

describe('the segmenter', () => {
  it('is not there before it was woken, and is woken once', async () => {
    const load = vi.fn(jieba);
    const segmenter = new LazySegmenter(load);
    expect(segmenter.current).toBeNull();
    await Promise.all([segmenter.wake(), segmenter.wake()]);
    expect(load).toHaveBeenCalledTimes(1);
    expect(segmenter.current?.('我们中出了一个叛徒')[0]).toBe(0);
  });

  it('stays away where wasm is refused, and nobody fails for it', async () => {
    vi.spyOn(console, 'info').mockReturnValue();
    const segmenter = new LazySegmenter(() => Promise.reject('CompileError: refused'));
    await segmenter.wake();
    expect(segmenter.current).toBeNull();
  });

  it('gives offsets in UTF-16 units, in order, each at the start of a character', async () => {
    const segmenter = new LazySegmenter(jieba);
    await segmenter.wake();
    const piece = fc.oneof(
      fc.constantFrom('武进区水利局', '𠮷野', '𬭎', '陈金虎', ' ', '\n', '　', 'A1', '\u{1F3E0}', '\u0000', '。'),
      fc.string({ unit: 'grapheme' }),
    );
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const text = pieces.join('');
        const starts = segmenter.current!(text);
        const words = starts.map((start, i) => text.slice(start, starts[i + 1]));
        expect(words.join('')).toBe(text);
        for (const word of words) expect(word.isWellFormed() && word.length > 0).toBe(true);
      }),
    );
  });
});
