import type { CardEvents, CardView } from '../../components/card/view';
import { approached, type CardEvent, type CardState, nextCardState, shownTarget, timerOf } from '../../lib/card/card-state';
import type { Mention } from '../../lib/finder/types';
import { CardHost } from '../../lib/page/card-host';
import { linesOf } from '../../lib/page/hit-test';
import { hearKeysInside } from '../../lib/page/key-guard';
import type { AnnotatedPage } from '../../lib/page/session';
import { toneReader } from '../../lib/page/tone';
import type { CardPart } from './card-part';

/** A mention as the pointer met it: on which of its lines, of which understanding of the page. */
export interface Target {
  key: string;
  mention: Mention;
  page: AnnotatedPage;
  line: number;
}

interface CardControllerOptions {
  signal: AbortSignal;
  /** Brings what draws the card into the page. */
  loadPart(): Promise<CardPart>;
  onError(error: unknown): void;
  /** How long the pointer rests before a card opens, in milliseconds. */
  restDelay(): number;
  events: CardEvents;
  /** The pointer rests on a mention: its card is about to open. */
  onApproach(target: Target): void;
  /** Another mention's card is shown now, or none. */
  onShown(target: Target | null): void;
}

/** How long a card stays after the pointer has left, in milliseconds: time to come back, or to reach it. */
const LINGER = 300;

/** Runs the card's state: its timers, its place, and what is rendered into it. */
export class CardController {
  readonly host: CardHost;
  readonly #options: CardControllerOptions;
  #part: CardPart | null = null;
  #state: CardState<Target> = { kind: 'closed' };
  #timer: ReturnType<typeof setTimeout> | undefined;
  #timerKey = '';
  #frame: number | undefined;

  constructor(options: CardControllerOptions) {
    this.#options = options;
    const { signal } = options;
    this.host = new CardHost({ document, signal, onLost: () => this.dispatch({ kind: 'gone' }) });
    const moved = () => this.#placeSoon();
    document.addEventListener('scroll', moved, { signal, capture: true, passive: true });
    window.addEventListener('resize', moved, { signal, passive: true });
    window.addEventListener('keydown', (event) => this.#escape(event), { signal, capture: true });
    hearKeysInside((event) => this.#escape(event), signal);
    signal.addEventListener('abort', () => {
      this.dispatch({ kind: 'dismiss' });
      if (this.#frame !== undefined) cancelAnimationFrame(this.#frame);
    });
  }

  dispatch(event: CardEvent<Target>): void {
    const before = shownTarget(this.#state);
    const state = nextCardState(this.#state, event);
    if (state === this.#state) return;
    this.#state = state;
    // While the pointer rests there is time to fetch what draws the card.
    if (!this.#part && state.kind !== 'closed') void this.#loadPart();
    this.#arm();
    const next = approached(state);
    if (next) this.#options.onApproach(next);
    const now = shownTarget(state);
    if (now?.key === before?.key) return;
    if (!now) this.#close();
    this.#options.onShown(now);
  }

  /** Renders and places what the shown mention's card has to say. */
  async show(view: CardView): Promise<void> {
    const part = await this.#loadPart();
    const target = shownTarget(this.#state);
    const anchor = target?.page.flow.range(target.mention.start, target.mention.end)?.startNode;
    if (!part || !anchor) return;
    const place = this.host.placeFor(part.css);
    part.render(place, view, this.#options.events, toneReader()(anchor) === 'dark' ? 'dark' : 'light');
    this.host.show(anchor);
    this.#place();
    if (this.#state.kind === 'pinned') this.host.focus();
  }

  /** Moves the card by so many CSS pixels; from then on it stays where the reader put it. */
  drag(x: number, y: number): void {
    this.dispatch({ kind: 'hold' });
    this.host.moveBy(x, y);
  }

  /** Opens the card at a mention and keeps it open. */
  pin(target: Target): void {
    if (this.#state.kind !== 'pinned' || this.#state.target.key !== target.key) this.dispatch({ kind: 'choose', target });
  }

  /** The page was understood anew: a card whose mention is no longer drawn closes. */
  pageChanged(): void {
    this.#placeSoon();
  }

  async #loadPart(): Promise<CardPart | null> {
    try {
      this.#part ??= await this.#options.loadPart();
    } catch (error) {
      this.#options.onError(error);
    }
    return this.#part;
  }

  #close(): void {
    this.host.hide();
    this.#part?.clear(this.host.placeFor(this.#part.css));
  }

  #arm(): void {
    const timer = timerOf(this.#state);
    const key = timer ? `${timer.wait} ${timer.key}` : '';
    if (key === this.#timerKey) return;
    this.#timerKey = key;
    clearTimeout(this.#timer);
    if (!timer) return;
    const delay = timer.wait === 'rest' ? this.#options.restDelay() : LINGER;
    this.#timer = setTimeout(() => {
      this.#timerKey = '';
      this.dispatch({ kind: 'elapsed' });
    }, delay);
  }

  #placeSoon(): void {
    if (this.#frame !== undefined || !shownTarget(this.#state)) return;
    this.#frame = requestAnimationFrame(() => {
      this.#frame = undefined;
      this.#place();
    });
  }

  #place(): void {
    const target = shownTarget(this.#state);
    if (!target || !this.host.shown) return;
    const lines = linesOf(target.page.flow, target.mention);
    const line = lines[target.line] ?? lines[0];
    const anchor = target.page.flow.range(target.mention.start, target.mention.end)?.startNode.parentElement;
    const isSeen = line && line.bottom > 0 && line.top < innerHeight && line.right > 0 && line.left < innerWidth;
    if (!line || !anchor || !(isSeen || this.host.isAside)) this.dispatch({ kind: 'gone' });
    else if (this.host.isMoved) this.host.keepInView();
    else if (this.#part) void this.#part.placeBeside(this.host.placeFor(this.#part.css), line, anchor);
  }

  #escape(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || event.isComposing || !shownTarget(this.#state)) return;
    // This press closed a card; it should not close the page's dialog as well.
    event.preventDefault();
    event.stopImmediatePropagation();
    this.dispatch({ kind: 'dismiss' });
  }
}
