import type { Mention } from '../finder/types';
import { linesOf } from './hit-test';
import { keyOf } from './page-entities';
import type { Painter } from './painter';
import type { AnnotatedPage } from './session';

/** How long a mention found is marked, in milliseconds. */
const MARKED = 2000;

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

  /** Scrolls to the next mention of an entity that is drawn on the page, and marks it for a moment. False when there is none. */
  next(page: AnnotatedPage, key: string): boolean {
    const all = page.findings.mentions.filter((mention) => keyOf(mention) === key && linesOf(page.flow, mention).length > 0);
    const mention = all.find(({ start }) => start > (this.#last.get(key) ?? -1)) ?? all[0];
    if (!mention) return false;
    this.#last.set(key, mention.start);
    this.#show(page, mention);
    return true;
  }

  #show({ flow }: AnnotatedPage, mention: Mention): void {
    const range = flow.range(mention.start, mention.end)!;
    range.startNode.parentElement?.scrollIntoView({ block: 'center', behavior: 'instant' });
    // The parent may be taller than the view: then it is the line that counts.
    const line = linesOf(flow, mention)[0];
    if (line && (line.top < 0 || line.bottom > innerHeight)) {
      scrollBy({ top: line.top - innerHeight / 2, behavior: 'instant' });
    }
    this.painter.markActive(range);
    clearTimeout(this.#unmark);
    this.#unmark = setTimeout(() => this.painter.markActive(null), MARKED);
  }
}
