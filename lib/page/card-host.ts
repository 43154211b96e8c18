import { HOST_TAG } from './collect-flow';

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
@media print { .place { display: none; } }
`;

/** What pressing, typing and pasting inside the card makes: none of the page's business. */
const KEPT_INSIDE = [
  ...['click', 'dblclick', 'auxclick', 'contextmenu', 'mousedown', 'mouseup', 'pointerdown', 'pointerup', 'touchstart', 'touchend'],
  ...['beforeinput', 'input', 'change', 'copy', 'cut', 'paste', 'compositionstart', 'compositionupdate', 'compositionend', 'submit'],
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

  constructor(options: CardHostOptions) {
    this.#options = options;
    this.#guard = new MutationObserver(() => this.#shown && !this.#host?.isConnected && this.#comeBack());
    options.signal.addEventListener('abort', () => {
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

  /** Whether an event of the page's happened in the card. */
  holds(event: Event): boolean {
    return this.#host !== undefined && event.target === this.#host;
  }

  /** Shows what is in its place above everything. `anchor` is in the page's dialog when the card has to be: all else is inert then. */
  show(anchor: Node): void {
    const { document } = this.#options;
    const element = anchor.nodeType === 1 ? (anchor as Element) : anchor.parentElement;
    this.#insert(element?.closest('dialog:modal') ?? document.documentElement);
    this.#shown = true;
  }

  hide(): void {
    if (!this.#shown) return;
    this.#shown = false;
    this.#guard.disconnect();
    const { document } = this.#options;
    const hadFocus = document.activeElement === this.#host;
    if (this.#host?.matches(':popover-open')) this.#host.hidePopover();
    if (hadFocus && this.#focusBefore?.isConnected) (this.#focusBefore as HTMLElement).focus({ preventScroll: true });
    this.#focusBefore = null;
  }

  /** Moves the focus into the card; hide() gives it back. */
  focus(): void {
    const { document } = this.#options;
    if (document.activeElement === this.#host) return;
    this.#focusBefore = document.activeElement;
    this.#place?.querySelector<HTMLElement>('[tabindex]')?.focus({ preventScroll: true });
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
    for (const type of ['keydown', 'keypress', 'keyup'] as const) {
      document.defaultView?.addEventListener(type, (event) => this.#keepKey(event), { capture: true, signal });
    }
    return place;
  }

  /**
   * Stops a key pressed inside before the page hears of it. What the browser does by itself with keys (typing, moving the focus,
   * pressing a button) is not touched. The card's own elements do not hear of it either: a copy for them would reach the page in
   * Firefox, which makes every key event composed.
   */
  #keepKey(event: KeyboardEvent): void {
    if (this.holds(event)) event.stopImmediatePropagation();
  }
}
