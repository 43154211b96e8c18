import { HOST_TAG } from './host-tag';
import { keepKeysInside } from './key-guard';

interface CardHostOptions {
  document: Document;
  signal: AbortSignal;
  /** The page took the card away again and again. */
  onLost(): void;
}

/** How often the card is put back when the page removes it. */
const RETURNS = 3;

/** Everything of the page's styles that could reach the host is undone, and important, because the page's rules come before :host. */
const HOST_CSS = `
:host { all: initial !important; position: fixed !important; inset: 0 auto auto 0 !important; display: block !important;
  inline-size: 0 !important; block-size: 0 !important; overflow: visible !important; z-index: 2147483647 !important; }
:host(:not(:popover-open)) { display: none !important; }
.place { position: fixed; inset: 0 auto auto 0; inline-size: max-content; max-inline-size: calc(100vw - 16px); display: flex; }
.place.sheet { inset: auto 0 0 0; inline-size: auto; max-inline-size: none; max-block-size: max(60dvh, min(100dvh - 8px, 320px)); }
@media print { .place { display: none; } }
`;

/** What pressing and pasting inside the card makes: none of the page's business. For typing see key-guard. */
const KEPT_INSIDE = [
  ...['click', 'dblclick', 'auxclick', 'contextmenu', 'mousedown', 'mouseup', 'pointerdown', 'pointerup', 'touchstart', 'touchend'],
  ...['change', 'copy', 'cut', 'paste', 'submit'],
];

/**
 * The one element the page sees of us: <longcheng-card>, with a closed shadow root, in the top layer. Created when a card is first
 * shown, removed when the signal aborts.
 */
export class CardHost {
  readonly #options: CardHostOptions;
  readonly #guard: MutationObserver;
  #host: HTMLElement | undefined;
  #place: HTMLElement | undefined;
  #shown = false;
  #returns = 0;
  #focusBefore: Element | null = null;
  #anchor: Element | null = null;
  #moved = false;

  constructor(options: CardHostOptions) {
    this.#options = options;
    this.#guard = new MutationObserver(() => this.#shown && !this.#host?.isConnected && this.#comeBack());
    const { document, signal } = options;
    document.addEventListener('fullscreenchange', () => this.#stayAbove(), { signal });
    // A dialog of the page's opened or closed: `toggle` does not bubble, but it can be caught on its way down.
    document.addEventListener('toggle', () => this.#stayAbove(), { signal, capture: true });
    signal.addEventListener('abort', () => {
      this.#guard.disconnect();
      this.#host?.remove();
    });
  }

  /**
   * Where the card is rendered; made with its style sheet when first asked for. Its box is what is placed: fixed, from the viewport's
   * corner.
   */
  placeFor(css: string): HTMLElement {
    this.#place ??= this.#create(css);
    return this.#place;
  }

  get shown(): boolean {
    return this.#shown;
  }

  /** Whether the card lies where the reader dragged it. */
  get isMoved(): boolean {
    return this.#moved;
  }

  /** Whether the card does not lie beside its mention, and so may stay when that is scrolled away. */
  get isAside(): boolean {
    return this.#moved || this.#isSheet;
  }

  /** Moves the card by so many CSS pixels, no further than the viewport. */
  moveBy(x: number, y: number): void {
    const place = this.#place;
    if (!place || this.#isSheet) return;
    this.#moved = true;
    const { left, top } = place.getBoundingClientRect();
    this.#moveTo(left + x, top + y);
  }

  /** Brings a card the reader moved back into a viewport that changed. */
  keepInView(): void {
    this.moveBy(0, 0);
  }

  /** Whether an event of the page's happened in the card. */
  holds(event: Event): boolean {
    return this.#host !== undefined && event.target === this.#host;
  }

  /** Shows what is in its place above everything. `anchor` is in the page's dialog when the card has to be: all else is inert then. */
  show(anchor: Node): void {
    const { document } = this.#options;
    const element = anchor.nodeType === 1 ? (anchor as Element) : anchor.parentElement;
    if (element !== this.#anchor) this.#moved = false;
    this.#anchor = element;
    this.#insert(element?.closest('dialog:modal') ?? document.documentElement);
    this.#shown = true;
  }

  hide(): void {
    if (!this.#shown) return;
    this.#shown = false;
    this.#moved = false;
    this.#anchor = null;
    this.#guard.disconnect();
    const { document } = this.#options;
    // What had the focus in the card may just have gone (a note that was saved): the page's body has it then, and nobody moved it there.
    const hadFocus = document.activeElement === this.#host || document.activeElement === document.body;
    if (this.#host?.matches(':popover-open')) this.#host.hidePopover();
    if (hadFocus && this.#focusBefore?.isConnected) (this.#focusBefore as HTMLElement).focus({ preventScroll: true });
    this.#focusBefore = null;
  }

  /** Moves the focus into the card; hide() gives it back. */
  focus(): void {
    const { document } = this.#options;
    if (document.activeElement === this.#host) return;
    // Where what had the focus in the card has gone (a link that was followed), it is the page's body that has it now.
    this.#focusBefore ??= document.activeElement;
    this.#place?.querySelector<HTMLElement>('[tabindex]')?.focus({ preventScroll: true });
  }

  get #isSheet(): boolean {
    return this.#place?.classList.contains('sheet') ?? false;
  }

  #moveTo(x: number, y: number): void {
    const place = this.#place!;
    const { clientWidth, clientHeight } = this.#options.document.documentElement;
    const within = (at: number, size: number, room: number) => Math.round(Math.max(0, Math.min(at, room - size)));
    place.style.translate = `${within(x, place.offsetWidth, clientWidth)}px ${within(y, place.offsetHeight, clientHeight)}px`;
  }

  /** The page has put something into the top layer above us: what it speaks over is gone, or we go above it. */
  #stayAbove(): void {
    const host = this.#host;
    if (!this.#shown || !host || !this.#anchor) return;
    const { document } = this.#options;
    const dialogs = [...document.querySelectorAll('dialog:modal')];
    const covered =
      dialogs.some((dialog) => !dialog.contains(this.#anchor)) || document.fullscreenElement?.contains(this.#anchor) === false;
    if (covered) this.#options.onLost();
    else if (document.fullscreenElement) {
      host.hidePopover();
      host.showPopover();
    }
  }

  #insert(parent: Element): void {
    const host = this.#host;
    if (!host) return;
    if (host.parentNode !== parent) parent.append(host);
    if (!host.matches(':popover-open')) host.showPopover();
    this.#guard.disconnect();
    this.#guard.observe(parent, { childList: true });
  }

  #comeBack(): void {
    if (this.#returns++ < RETURNS) this.#insert(this.#options.document.documentElement);
    else this.#options.onLost();
  }

  #create(css: string): HTMLElement {
    const { document, signal } = this.#options;
    this.#host = document.createElement(HOST_TAG);
    this.#host.popover = 'manual';
    const shadow = this.#host.attachShadow({ mode: 'closed' });
    const style = document.createElement('style');
    style.textContent = HOST_CSS + css;
    const place = document.createElement('div');
    place.className = 'place';
    shadow.append(style, place);
    for (const type of KEPT_INSIDE) shadow.addEventListener(type, (event) => event.stopPropagation());
    // Where the guard was not there before the page's scripts, it is from now on.
    keepKeysInside(document.defaultView!, signal);
    return place;
  }
}
