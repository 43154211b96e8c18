interface PointerOptions<H> {
  document: Document;
  signal: AbortSignal;
  /** What of ours is drawn at a point of the viewport. */
  hitAt(x: number, y: number): H | null;
  /** Whether an event happened in the card. */
  inCard(event: Event): boolean;
  onOver(hit: H): void;
  onOut(): void;
  onCard(inside: boolean): void;
  onChoose(hit: H): void;
  /** A press in the card (true) or on nothing of ours. */
  onPress(inCard: boolean): void;
}

/** Where a click has its own meaning. */
const INTERACTIVE = 'a[href],button,input,select,textarea,label,summary,video,audio,[contenteditable],[role="button"],[role="link"]';

/**
 * Turns what the pointer does on the page into what it does to mentions. Only listens; the page's own events run as ever. A pointer that
 * stands still while the page scrolls under it does nothing.
 */
export function watchPointer<H>(options: PointerOptions<H>): void {
  const { document, signal, hitAt, inCard } = options;
  let frame: number | undefined;
  let wasInCard = false;
  let seenX = Number.NaN;
  let seenY = Number.NaN;

  const moved = (event: PointerEvent) => {
    // A finger has no hover, and a pressed button is a selection being made.
    if (event.pointerType === 'touch' || event.buttons !== 0) return;
    if (event.screenX === seenX && event.screenY === seenY) return;
    seenX = event.screenX;
    seenY = event.screenY;
    const inside = inCard(event);
    const { clientX, clientY } = event;
    if (frame !== undefined) cancelAnimationFrame(frame);
    frame = requestAnimationFrame(() => {
      frame = undefined;
      if (inside !== wasInCard) {
        wasInCard = inside;
        options.onCard(inside);
      }
      if (inside) return;
      const hit = hitAt(clientX, clientY);
      if (hit) options.onOver(hit);
      else options.onOut();
    });
  };

  const clicked = (event: MouseEvent) => {
    if (event.button !== 0 || event.defaultPrevented || inCard(event) || isModified(event)) return;
    if (event.composedPath().some((node) => (node as Partial<Element>).matches?.(INTERACTIVE))) return;
    if (!(document.getSelection()?.isCollapsed ?? true)) return;
    const hit = hitAt(event.clientX, event.clientY);
    if (hit) options.onChoose(hit);
  };

  const pressed = (event: PointerEvent) => {
    if (inCard(event)) options.onPress(true);
    else if (!hitAt(event.clientX, event.clientY)) options.onPress(false);
  };

  document.addEventListener('pointermove', moved, { signal, capture: true, passive: true });
  document.addEventListener('pointerdown', pressed, { signal, capture: true, passive: true });
  document.addEventListener('click', clicked, { signal });
  document.documentElement.addEventListener('pointerleave', () => options.onOut(), { signal });
  signal.addEventListener('abort', () => frame !== undefined && cancelAnimationFrame(frame));
}

function isModified(event: MouseEvent): boolean {
  return event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;
}
