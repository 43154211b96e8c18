import { isOurTag } from './host-tag';

/** What keys and typing make. All of it is composed, so it would pass every listener of the page's on the way to the card and back. */
const TYPING = ['keydown', 'keypress', 'keyup', 'beforeinput', 'input', 'compositionstart', 'compositionupdate', 'compositionend'] as const;

/** Where the card leaves who is to hear of keys pressed in it: the world of our scripts, which the page does not see. */
type World = { longchengKeyDown?: (event: KeyboardEvent) => void };

/**
 * Stops what is typed inside our element before the page hears of it, as far as no listener of the page's on the window is older than
 * ours. What the browser does by itself with keys (typing, moving the focus, pressing a button) is not touched. The card's own
 * elements do not hear of it either: a copy for them would reach the page in Firefox, which makes every key event composed.
 */
export function keepKeysInside(window: Window, signal: AbortSignal): void {
  const keep = (event: Event) => {
    if (!isOurTag((event.target as Element | null)?.localName ?? '')) return;
    event.stopImmediatePropagation();
    if (event.type === 'keydown') (globalThis as World).longchengKeyDown?.(event as KeyboardEvent);
  };
  for (const type of TYPING) window.addEventListener(type, keep, { capture: true, signal });
}

/** Hears of the keys pressed in our element, until the signal aborts. */
export function hearKeysInside(listener: (event: KeyboardEvent) => void, signal: AbortSignal): void {
  const world = globalThis as World;
  world.longchengKeyDown = listener;
  signal.addEventListener('abort', () => {
    if (world.longchengKeyDown === listener) delete world.longchengKeyDown;
  });
}
