import type { Mention } from '../finder/types';
import { linesOf } from './hit-test';
import type { AnnotatedPage } from './session';

/** Brings a mention into view, where it is not already. */
export function scrollToMention({ flow }: Pick<AnnotatedPage, 'flow'>, mention: Mention, { always = true } = {}): void {
  const isSeen = () => {
    const line = linesOf(flow, mention)[0];
    return line !== undefined && line.top >= 0 && line.bottom <= innerHeight && line.left >= 0 && line.right <= innerWidth;
  };
  if (!always && isSeen()) return;
  flow.range(mention.start, mention.end)?.startNode.parentElement?.scrollIntoView({ block: 'center', behavior: 'instant' });
  // The parent may be taller than the view: then it is the line that counts.
  const line = linesOf(flow, mention)[0];
  if (line && (line.top < 0 || line.bottom > innerHeight)) scrollBy({ top: line.top - innerHeight / 2, behavior: 'instant' });
}
