import Mark from 'mark.js/dist/mark.es6.js';
import type { Mention } from '../lib/finder/types';
import { articleFacts, readPageHead } from '../lib/page/article-facts';
import { collectFlow } from '../lib/page/collect-flow';
import { Painter } from '../lib/page/painter';

// Runs in the measured page. Each function does its work once, takes it back where it left a trace, and gives the milliseconds of the work.

type Spot = Pick<Mention, 'start' | 'end' | 'type' | 'status'>;

function timed(work: () => void): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

const bench = {
  text: () => collectFlow(document.body).text,

  /** The least that gives a page's text: one walk, one string. */
  bareWalk(): number {
    let text = '';
    const took = timed(() => {
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      const parts: string[] = [];
      while (walker.nextNode()) parts.push((walker.currentNode as Text).data);
      text = parts.join('');
    });
    if (text === '') throw new Error('an empty page');
    return took;
  },

  collect: () => timed(() => collectFlow(document.body)),

  /** All the page session does on the main thread for one annotation: text, facts of the article, painting. */
  annotate(spots: readonly Spot[]): number {
    const painter = new Painter();
    const took = timed(() => {
      const flow = collectFlow(document.body);
      articleFacts(readPageHead(document, document.URL, flow.text));
      const paintings = spots.flatMap((mention) => {
        const range = flow.range(mention.start, mention.end);
        return range ? [{ mention, range }] : [];
      });
      painter.paint(paintings);
    });
    painter.unpaint();
    return took;
  },

  mark(names: readonly string[]): number {
    const mark = new Mark(document.body);
    const took = timed(() => {
      // It recurses once for each name, and 5,000 at once overflow the stack.
      for (let at = 0; at < names.length; at += 500) mark.mark(names.slice(at, at + 500), { separateWordSearch: false });
    });
    mark.unmark();
    return took;
  },
};
export type PageBench = typeof bench;

Object.assign(globalThis, { longchengBench: bench });
