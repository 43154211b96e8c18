/**
 * The card as the pointer, the keyboard and time move it.
 *
 * - `pending`: the pointer rests on a mention; the card opens when it has rested long enough.
 * - `open`: shown because the pointer rested. `next` is what happens when the pointer stays away: the card closes, or goes over to
 *   another mention. The pointer may cross other mentions on its way to the card, so neither happens at once.
 * - `pinned`: asked for by click or key; stays until it is closed.
 */
export type CardState<T extends CardTarget> =
  | { kind: 'closed' }
  | { kind: 'pending'; target: T }
  | { kind: 'open'; target: T; next: null | { kind: 'close' } | { kind: 'switch'; target: T } }
  | { kind: 'pinned'; target: T };

/** What a card is opened at. The same mention has the same key. */
export interface CardTarget {
  readonly key: string;
}

export type CardEvent<T extends CardTarget> =
  /** The pointer is on a mention. */
  | { kind: 'over'; target: T }
  /** The pointer is on the page, on no mention. */
  | { kind: 'out' }
  | { kind: 'enterCard' }
  | { kind: 'leaveCard' }
  /** The time `timerOf` asked for has passed. */
  | { kind: 'elapsed' }
  /** A mention was clicked, tapped or chosen by key. */
  | { kind: 'choose'; target: T }
  /** Something was done inside the card that means the reader wants it to stay. */
  | { kind: 'hold' }
  /** A press outside of the card and of every mention, Escape, or the card's own button. */
  | { kind: 'dismiss' }
  /** The page was scrolled or changed under the mention. */
  | { kind: 'gone' };

const CLOSED = { kind: 'closed' } as const;

/** The state after an event. Gives the same object back when nothing changes. */
export function nextCardState<T extends CardTarget>(state: CardState<T>, event: CardEvent<T>): CardState<T> {
  switch (event.kind) {
    case 'choose':
      return state.kind === 'pinned' && state.target.key === event.target.key ? CLOSED : { kind: 'pinned', target: event.target };
    case 'dismiss':
    case 'gone':
      return state.kind === 'closed' ? state : CLOSED;
    default:
  }
  switch (state.kind) {
    case 'closed':
      return event.kind === 'over' ? { kind: 'pending', target: event.target } : state;
    case 'pending':
      return nextOfPending(state, event);
    case 'open':
      return nextOfOpen(state, event);
    case 'pinned':
      return state;
  }
}

function nextOfPending<T extends CardTarget>(state: CardState<T> & { kind: 'pending' }, event: CardEvent<T>): CardState<T> {
  switch (event.kind) {
    case 'over':
      return event.target.key === state.target.key ? state : { kind: 'pending', target: event.target };
    case 'out':
      return CLOSED;
    case 'elapsed':
      return { kind: 'open', target: state.target, next: null };
    default:
      return state;
  }
}

function nextOfOpen<T extends CardTarget>(state: CardState<T> & { kind: 'open' }, event: CardEvent<T>): CardState<T> {
  switch (event.kind) {
    case 'over':
      if (event.target.key === state.target.key) return state.next ? { ...state, next: null } : state;
      if (state.next?.kind === 'switch' && state.next.target.key === event.target.key) return state;
      return { ...state, next: { kind: 'switch', target: event.target } };
    case 'out':
    case 'leaveCard':
      return state.next?.kind === 'close' ? state : { ...state, next: { kind: 'close' } };
    case 'enterCard':
      return state.next ? { ...state, next: null } : state;
    case 'hold':
      return { kind: 'pinned', target: state.target };
    case 'elapsed':
      if (!state.next) return state;
      return state.next.kind === 'close' ? CLOSED : { kind: 'open', target: state.next.target, next: null };
    default:
      return state;
  }
}

/** Which timer a state waits for. A timer starts anew when this or its target changes. */
export function timerOf<T extends CardTarget>(state: CardState<T>): { wait: 'rest' | 'linger'; key: string } | null {
  if (state.kind === 'pending') return { wait: 'rest', key: state.target.key };
  if (state.kind !== 'open' || !state.next) return null;
  return state.next.kind === 'close' ? { wait: 'linger', key: '' } : { wait: 'rest', key: state.next.target.key };
}

/** The mention whose card is shown, or null. */
export function shownTarget<T extends CardTarget>(state: CardState<T>): T | null {
  return state.kind === 'open' || state.kind === 'pinned' ? state.target : null;
}

/** The mention whose card opens next if the pointer rests, or null. */
export function approached<T extends CardTarget>(state: CardState<T>): T | null {
  if (state.kind === 'pending') return state.target;
  return state.kind === 'open' && state.next?.kind === 'switch' ? state.next.target : null;
}
