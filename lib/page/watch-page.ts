import { isOurTag } from './host-tag';

export interface Watch {
  /** Looks at the page now, or as soon as it is seen. */
  look(): void;
  /** The page is another one: what the last one cost is forgotten. */
  renew(): void;
  /** Counts work that a look led to later, in milliseconds of the main thread. */
  spend(took: number): void;
  /** False once the budget is spent. */
  isFollowing(): boolean;
}

/** What a look found to be watched beside the document. */
interface Seen {
  roots: readonly ShadowRoot[];
  /** Elements that may get a shadow tree, which no observer tells. */
  unfilled: readonly Element[];
}

interface WatchOptions {
  document: Document;
  signal: AbortSignal;
  /** Looks at the page. Its time on the main thread is what the budget counts. */
  look(): Seen | null;
  /** The page changes again and again (true), or has come to rest (false). */
  onRestless(restless: boolean): void;
  /** The page changes so much that watching it would cost too much: from now on only `renew` starts it again. */
  onGiveUp(): void;
}

/** First wait after a change, longest wait on a page that never rests, in milliseconds. */
const SHORTEST = 100;
const LONGEST = 5000;
/** From one look to the next it is at least this many times as long as a look takes: never more than a fiftieth of the page's time. */
const SHARE = 50;
/** A change that comes so soon after a look, in milliseconds, is one of very many. */
const AT_ONCE = 30;
/** How much longer the next wait is after a change that came soon, and after one that came at once. */
const [LONGER, MUCH_LONGER] = [2, 8];
/** A page is restless when changes have come close upon this many looks in a row; it rests when none has come for twice the wait. */
const RESTLESS = 2;
/** All the time looking again may take on one page, in milliseconds of the main thread. */
const BUDGET = 1500;
/** When elements of the page's own kinds are looked at again for a shadow tree, in milliseconds after a look. */
const FILLED_LATE = [400, 1200, 4000];
/** How often the address is compared once watching has ended: another page begins with a budget of its own. */
const ADDRESS_MS = 2000;

/** What shows or hides text without a change of the tree: folds and pop-ups, fields that style rules ask about, the address, the width. */
const TELLING = ['toggle', 'change', 'hashchange', 'resize', 'fullscreenchange'];

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
 * costs the page nothing; each look that follows close upon the last one makes the wait longer. Rests while the tab is hidden.
 */
export function watchPage({ document, signal, look, onRestless, onGiveUp }: WatchOptions): Watch {
  let wait = SHORTEST;
  let spent = 0;
  /** What the last two looks cost: of one alone, the first above all, much is work that is done once. */
  let costs: [before: number, latest: number] = [0, 0];
  let lastLook = -Infinity;
  let due = false;
  let exhausted = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let idle: number | undefined;
  let closeUpon = 0;
  let restless = false;
  let resting: ReturnType<typeof setTimeout> | undefined;
  let late: ReturnType<typeof setTimeout> | undefined;
  let compare: ReturnType<typeof setInterval> | undefined;

  const observer = new MutationObserver((records) => {
    if (!records.every(isOurs)) changed();
  });

  function changed(): void {
    if (exhausted || signal.aborted || timer !== undefined) return;
    observer.disconnect();
    const since = performance.now() - lastLook;
    const isClose = since < 4 * wait;
    wait = isClose ? Math.min(wait * (since < AT_ONCE ? MUCH_LONGER : LONGER), LONGEST) : Math.max(SHORTEST, wait / 4);
    const affordable = Math.min(Math.min(...costs) * SHARE, LONGEST) - since;
    closeUpon = isClose ? closeUpon + 1 : 0;
    clearTimeout(resting);
    if (closeUpon >= RESTLESS) becomes(true);
    timer = setTimeout(
      () => {
        idle = requestIdleCallback(lookNow, { timeout: 1000 });
      },
      Math.max(wait, affordable),
    );
  }

  function becomes(now: boolean): void {
    if (restless === now) return;
    restless = now;
    onRestless(now);
  }

  function awaitFilling(unfilled: readonly Element[], attempt = 0): void {
    clearTimeout(late);
    if (unfilled.length === 0 || exhausted || attempt === FILLED_LATE.length) return;
    late = setTimeout(() => {
      if (unfilled.some((element) => element.shadowRoot)) changed();
      else awaitFilling(unfilled, attempt + 1);
    }, FILLED_LATE[attempt]);
  }

  function cancel(): void {
    clearTimeout(timer);
    timer = undefined;
    if (idle !== undefined) cancelIdleCallback(idle);
    idle = undefined;
  }

  function lookNow(): void {
    cancel();
    due = document.hidden;
    if (due || signal.aborted) return;
    const began = performance.now();
    costs = [costs[1], 0];
    if (!exhausted) observer.observe(document, WATCHED);
    const seen = look();
    if (!exhausted) for (const root of seen?.roots ?? []) observer.observe(root, WATCHED);
    lastLook = performance.now();
    spend(lastLook - began);
    clearTimeout(resting);
    if (!exhausted) resting = setTimeout(() => becomes(false), 2 * wait);
    awaitFilling(seen?.unfilled ?? []);
  }

  function spend(took: number): void {
    spent += took;
    costs[1] += took;
    if (spent <= BUDGET || exhausted) return;
    exhausted = true;
    observer.disconnect();
    clearTimeout(resting);
    becomes(true);
    const address = document.URL;
    compare = setInterval(() => {
      if (document.URL === address) return;
      renew();
      lookNow();
    }, ADDRESS_MS);
    onGiveUp();
  }

  function renew(): void {
    spent = 0;
    costs = [0, 0];
    wait = SHORTEST;
    exhausted = false;
    clearInterval(compare);
  }

  // A card that opens and closes toggles as well: it changes nothing of the page.
  const told = ({ target }: Event) => {
    if (!isOurTag((target as Partial<Element> | null)?.localName ?? '')) changed();
  };
  for (const type of TELLING) document.defaultView?.addEventListener(type, told, { signal, capture: true, passive: true });
  document.addEventListener('visibilitychange', () => due && !exhausted && lookNow(), { signal });
  signal.addEventListener('abort', () => {
    cancel();
    clearTimeout(resting);
    clearTimeout(late);
    clearInterval(compare);
    observer.disconnect();
  });

  return {
    look: lookNow,
    renew,
    spend,
    isFollowing: () => !exhausted,
  };
}

function isOurs(record: MutationRecord): boolean {
  const nodes = [...record.addedNodes, ...record.removedNodes];
  return nodes.length > 0 && nodes.every((node) => isOurTag((node as Element).localName));
}
