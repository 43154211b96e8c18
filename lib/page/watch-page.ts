import { HOST_TAG } from './host-tag';

export interface Watch {
  /** Looks at the page now, or as soon as it is seen. */
  look(): void;
  /** The page is another one: what the last one cost is forgotten. */
  renew(): void;
}

interface WatchOptions {
  document: Document;
  signal: AbortSignal;
  /** Looks at the page. Its time on the main thread is what the budget counts. */
  look(): void;
  /** The page changes so much that watching it would cost too much: from now on only `renew` starts it again. */
  onGiveUp(): void;
}

/** First wait after a change, longest wait on a page that never rests, in milliseconds. */
const SHORTEST = 100;
const LONGEST = 5000;
/** Waits are at least this many times as long as a look takes: never more than a fiftieth of the page's time. */
const SHARE = 50;
/** All the time looking again may take on one page, in milliseconds of the main thread. */
const BUDGET = 1500;

/** Text, and what shows or hides it. */
const WATCHED: MutationObserverInit = {
  subtree: true,
  childList: true,
  characterData: true,
  attributes: true,
  attributeFilter: ['class', 'style', 'hidden', 'open', 'contenteditable'],
};

/**
 * Looks at a page whenever its text may have changed. After the first change it stops observing until it looks, so a storm of changes
 * costs the page nothing; each look that follows close upon the last one doubles the wait. Rests while the tab is hidden.
 */
export function watchPage({ document, signal, look, onGiveUp }: WatchOptions): Watch {
  let wait = SHORTEST;
  let spent = 0;
  let lastLook = -Infinity;
  let due = false;
  let exhausted = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let idle: number | undefined;

  const observer = new MutationObserver((records) => {
    if (records.every(isOurs)) return;
    observer.disconnect();
    wait = performance.now() - lastLook < 4 * wait ? Math.min(wait * 2, LONGEST) : Math.max(SHORTEST, wait / 4);
    timer = setTimeout(() => {
      idle = requestIdleCallback(lookNow, { timeout: 1000 });
    }, wait);
  });

  function cancel(): void {
    clearTimeout(timer);
    if (idle !== undefined) cancelIdleCallback(idle);
    idle = undefined;
  }

  function lookNow(): void {
    cancel();
    due = document.hidden;
    if (due || signal.aborted) return;
    const began = performance.now();
    if (!exhausted) observer.observe(document, WATCHED);
    look();
    lastLook = performance.now();
    const took = lastLook - began;
    spent += took;
    wait = Math.min(Math.max(wait, took * SHARE), LONGEST);
    if (spent > BUDGET && !exhausted) {
      exhausted = true;
      observer.disconnect();
      onGiveUp();
    }
  }

  document.addEventListener('visibilitychange', () => due && !exhausted && lookNow(), { signal });
  signal.addEventListener('abort', () => {
    cancel();
    observer.disconnect();
  });

  return {
    look: lookNow,
    renew() {
      spent = 0;
      wait = SHORTEST;
      exhausted = false;
    },
  };
}

function isOurs(record: MutationRecord): boolean {
  const nodes = [...record.addedNodes, ...record.removedNodes];
  return nodes.length > 0 && nodes.every((node) => (node as Element).localName === HOST_TAG);
}
