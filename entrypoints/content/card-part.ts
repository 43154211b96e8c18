import type { CardEvents, CardView, Scheme } from '../../components/card/view';
import type { Client } from '../../lib/messages/client';
import type { BackgroundMessages } from '../../lib/messages/contract';

/** What draws a card. Apart from the content script, because most pages are left without a card ever being opened. */
export interface CardPart {
  css: string;
  /** Renders a card into `place`, in the reader's language. */
  render(place: HTMLElement, view: CardView, events: CardEvents, scheme: Scheme): void;
  clear(place: HTMLElement): void;
  /** Puts `place` beside a line of the page, within the viewport. */
  placeBeside(place: HTMLElement, line: DOMRect, anchor: Element): Promise<void>;
}

/** Where card.js leaves its part: the world of our scripts, which the page does not see. */
export const PART = 'longchengCardPart';

type World = { [PART]?: CardPart };

/** Brings the card's part into this frame, once. Fails as a message fails; the next call tries again. */
export function cardPartLoader(background: Client<BackgroundMessages>): () => Promise<CardPart> {
  let loading: Promise<CardPart> | null = null;
  const load = async () => {
    // A page of the extension's own brings it along.
    if (!(globalThis as World)[PART]) await background.call('card.load', {});
    const part = (globalThis as World)[PART];
    if (!part) throw new Error('card.js left nothing');
    return part;
  };
  return () => {
    loading ??= load().catch((error: unknown) => {
      loading = null;
      throw error;
    });
    return loading;
  };
}
