import type { Mention } from '../finder/types';
import { linesOf } from './hit-test';
import type { Painter } from './painter';
import { scrollToMention } from './scroll-to';
import type { AnnotatedPage } from './session';
import type { FlowRange } from './text-flow';
import { toneReader } from './tone';

interface KeyMarkOptions {
  painter: Painter;
  page(): AnnotatedPage | null;
  /** The mark is at another mention: the `place`-th of `total`, from 1. */
  onMoved(mention: Mention, place: number, total: number): void;
}

export interface Step {
  back: boolean;
  /** Begins at the far end of this frame, wherever the mark was. */
  fromEdge: boolean;
}

/** Where the reader is among the marked mentions when they go by key. The mark is a highlight: it follows whatever the page does to its text. */
export class KeyMark {
  #at: FlowRange | null = null;
  #offset = 0;

  constructor(private readonly options: KeyMarkOptions) {}

  /** Goes on to the next mention that is shown; at the end the mark is taken away. True when there was one. */
  step({ back, fromEdge }: Step): boolean {
    const page = this.options.page();
    if (!page) return false;
    const order = back ? page.drawn.toReversed() : page.drawn;
    const isAhead = this.#ahead(page, back, fromEdge);
    const mention = order.find((candidate) => isAhead(candidate) && linesOf(page.flow, candidate).length > 0);
    if (!mention) {
      this.clear();
      return false;
    }
    this.#mark(page, mention);
    return true;
  }

  /** The mention that is marked, as the page stands now; null when there is none. */
  current(): { mention: Mention; page: AnnotatedPage } | null {
    const page = this.options.page();
    const offset = page && this.#place(page);
    const mention = offset === null ? undefined : page?.drawn.find(({ start }) => start === offset);
    return page && mention ? { mention, page } : null;
  }

  clear(): void {
    this.#at = null;
    this.options.painter.markFocus(null);
  }

  /** The page was understood anew: a mark on what is gone goes too, the place is kept. */
  pageChanged(): void {
    if (this.#at && !this.#at.startNode.isConnected) this.options.painter.markFocus(null);
  }

  #mark(page: AnnotatedPage, mention: Mention): void {
    const range = page.flow.range(mention.start, mention.end)!;
    this.#at = range;
    this.#offset = mention.start;
    scrollToMention(page, mention, { always: false });
    this.options.painter.markFocus(range, toneReader()(range.startNode) === 'dark');
    this.options.onMoved(mention, page.drawn.indexOf(mention) + 1, page.drawn.length);
  }

  /** Which mentions come after the mark; without one, which are in view or after it. */
  #ahead(page: AnnotatedPage, back: boolean, fromEdge: boolean): (mention: Mention) => boolean {
    if (fromEdge) return () => true;
    const offset = this.#place(page);
    if (offset !== null) return ({ start }) => (back ? start < offset : start > offset);
    return (mention) => linesOf(page.flow, mention).some((line) => (back ? line.top < innerHeight : line.bottom > 0));
  }

  /** Offset of the mark in the page's text now: where its node stands, or where it was when that is gone. */
  #place(page: AnnotatedPage): number | null {
    if (!this.#at) return null;
    const offset = page.flow.offsetOf(this.#at.startNode, this.#at.startOffset);
    return offset < 0 ? this.#offset : offset;
  }
}
