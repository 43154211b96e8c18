import type { Mention } from '../finder/types';
import { linesOf } from './hit-test';
import { keyOf } from './page-entities';
import type { Painter } from './painter';
import { scrollToMention } from './scroll-to';
import type { AnnotatedPage } from './session';

/** How long a mention found is marked, in milliseconds. */
const MARKED = 2000;

/** A mention among those of its entity that are drawn on the page: the `at`th (from 1) of `of`. */
export interface Sought {
  mention: Mention;
  at: number;
  of: number;
}

/** Goes through the mentions of an entity, one at a time, round and round. */
export class Seeker {
  readonly #last = new Map<string, number>();
  #unmark: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly painter: Painter,
    signal: AbortSignal,
  ) {
    signal.addEventListener('abort', () => clearTimeout(this.#unmark));
  }

  /** Scrolls to the mention of an entity after (or before) the last one shown, and marks it for a moment. Null when none is drawn. */
  step(page: AnnotatedPage, key: string, back = false): Sought | null {
    const all = drawn(page, key);
    const last = this.#last.get(key);
    const next = back ? all.findLastIndex(({ start }) => start < (last ?? 0)) : all.findIndex(({ start }) => start > (last ?? -1));
    const index = next >= 0 ? next : back ? all.length - 1 : 0;
    const sought = this.#show(page, key, all, index);
    if (sought) {
      this.painter.markActive(page.flow.range(sought.mention.start, sought.mention.end));
      this.#unmark = setTimeout(() => this.painter.markActive(null), MARKED);
    }
    return sought;
  }

  /** Scrolls to the mention shown last, else to the first; marking it is left to the card that opens there. */
  stay(page: AnnotatedPage, key: string): Sought | null {
    const all = drawn(page, key);
    const last = this.#last.get(key) ?? -1;
    return this.#show(
      page,
      key,
      all,
      Math.max(
        0,
        all.findLastIndex(({ start }) => start <= last),
      ),
    );
  }

  #show(page: AnnotatedPage, key: string, all: readonly Mention[], index: number): Sought | null {
    const mention = all[index];
    if (!mention) return null;
    clearTimeout(this.#unmark);
    this.#last.set(key, mention.start);
    scrollToMention(page, mention);
    return { mention, at: index + 1, of: all.length };
  }
}

function drawn({ findings, flow }: AnnotatedPage, key: string): Mention[] {
  return findings.mentions.filter((mention) => keyOf(mention) === key && linesOf(flow, mention).length > 0);
}
