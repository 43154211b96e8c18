import { NOTICE_TAG } from './host-tag';

interface Offer {
  text: string;
  /** What the button says, and does. */
  action: string;
  onAction(): void;
  dismiss: string;
}

/** How long what was said stays to be read, and the time a live region needs before it speaks, in milliseconds. */
const SAID_MS = 6000;
const SETTLED_MS = 60;

const CSS = `
:host { all: initial !important; position: fixed !important; inset: auto 0 0 auto !important; display: block !important; z-index: 2147483647 !important; }
.said { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.offer { color-scheme: light dark; display: flex; align-items: center; gap: 10px; box-sizing: border-box; inline-size: max-content;
  max-inline-size: calc(100vw - 32px); margin: 16px; padding: 8px 8px 8px 14px; border: 1px solid light-dark(#8f877a, #7b756b); border-radius: 10px;
  background: light-dark(#fffdf8, #1d1c1a); color: light-dark(#1f1d1a, #eeeae2); box-shadow: 0 8px 28px #0003;
  font: 14px/1.5 "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", system-ui, sans-serif; }
button { flex: none; padding: 4px 10px; border: 1px solid light-dark(#8f877a, #7b756b); border-radius: 7px; background: none; color: inherit; font: inherit; cursor: pointer; }
button:hover { background: light-dark(#f6f2e9, #272522); }
button:focus-visible { outline: 2px solid light-dark(#1463c7, #8ab8ff); outline-offset: 1px; }
@media print { .offer { display: none; } }
`;

/** <longcheng-notice>, with a closed shadow root: says things to screen readers, and holds a quiet notice. There only while it has something. */
export class NoticeHost {
  readonly #document: Document;
  readonly #signal: AbortSignal;
  #host: HTMLElement | null = null;
  #body: HTMLElement | null = null;
  #offer: HTMLElement | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(document: Document, signal: AbortSignal) {
    this.#document = document;
    this.#signal = signal;
    signal.addEventListener('abort', () => {
      clearTimeout(this.#timer);
      if (!this.#offer) this.#remove();
    });
  }

  /** Has it read aloud once, politely. `near` is in the page's dialog when the reader is: all else is silent then. */
  say(text: string, near?: Element | null): void {
    if (this.#signal.aborted) return;
    const said = this.#bodyIn(near?.closest('dialog:modal') ?? this.#document.documentElement).querySelector<HTMLElement>('.said')!;
    clearTimeout(this.#timer);
    said.textContent = '';
    this.#timer = setTimeout(() => {
      said.textContent = text;
      this.#timer = setTimeout(() => {
        if (this.#offer) said.textContent = '';
        else this.#remove();
      }, SAID_MS);
    }, SETTLED_MS);
  }

  /** Shows a notice with one button, until it is dismissed. It outlives the signal: it may be about its end. */
  offer({ text, action, onAction, dismiss }: Offer): void {
    const body = this.#bodyIn(this.#document.documentElement);
    this.#offer?.remove();
    const offer = this.#document.createElement('div');
    offer.className = 'offer';
    offer.setAttribute('role', 'status');
    const words = this.#document.createElement('span');
    words.textContent = text;
    offer.append(
      words,
      this.#button(action, onAction),
      this.#button(dismiss, () => this.#remove()),
    );
    this.#offer = offer;
    body.append(offer);
  }

  #button(label: string, onClick: () => void): HTMLButtonElement {
    const button = this.#document.createElement('button');
    button.type = 'button';
    button.textContent = label;
    button.addEventListener('click', (event) => {
      event.stopPropagation();
      if (event.isTrusted) onClick();
    });
    return button;
  }

  #bodyIn(parent: Element): HTMLElement {
    if (!this.#host || !this.#body) {
      const host = this.#document.createElement(NOTICE_TAG);
      const shadow = host.attachShadow({ mode: 'closed' });
      const style = this.#document.createElement('style');
      style.textContent = CSS;
      const body = this.#document.createElement('div');
      const said = this.#document.createElement('div');
      said.className = 'said';
      said.setAttribute('role', 'status');
      body.append(said);
      shadow.append(style, body);
      this.#host = host;
      this.#body = body;
    }
    if (this.#host.parentNode !== parent) parent.append(this.#host);
    return this.#body;
  }

  #remove(): void {
    this.#host?.remove();
    this.#host = this.#body = this.#offer = null;
  }
}
