import type { Segmenter } from '../finder/types';

type Cut = (text: string) => string[];

/**
 * Jieba, called in as a witness and never waited for: it takes a few hundred milliseconds and tens of megabytes to wake, and a
 * hardened browser refuses wasm altogether. Until it is there, and where it never comes, there is no segmenter.
 */
export class LazySegmenter {
  #segmenter: Segmenter | null = null;
  #settled: Promise<void> | null = null;
  #awaited = false;

  constructor(private readonly load: () => Promise<Cut>) {}

  /** The segmenter, where there is one already. Who asks first starts it, in a later turn: nothing waits for it. */
  readonly ask = (): Segmenter | null => {
    this.#settled ??= this.#start();
    return this.#segmenter;
  };

  /** Whether it was asked for and may still come. */
  get awaited(): boolean {
    return this.#awaited;
  }

  /** Resolves when it is known whether there is a segmenter; at once when nobody asked. */
  async settled(): Promise<void> {
    await this.#settled;
  }

  async #start(): Promise<void> {
    this.#awaited = true;
    await new Promise((resolve) => setTimeout(resolve));
    try {
      const cut = await this.load();
      this.#segmenter = (text) => wordStarts(cut, text);
    } catch (error) {
      console.info('no segmenter', error);
    }
    this.#awaited = false;
  }
}

/** Word starts in UTF-16 units. Counted along the words themselves: jieba's own offsets are code points, and cost twice as much. */
function wordStarts(cut: Cut, text: string): number[] {
  let end = 0;
  return cut(text).map((word) => {
    const start = end;
    end += word.length;
    return start;
  });
}
