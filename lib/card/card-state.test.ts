import { describe, expect, test } from 'vitest';
import { approached, type CardEvent, type CardState, nextCardState, shownTarget, timerOf } from './card-state';

type Target = { key: string };
const a: Target = { key: 'a' };
const b: Target = { key: 'b' };
type State = CardState<Target>;
type Event = CardEvent<Target>;

const closed: State = { kind: 'closed' };
const pendingA: State = { kind: 'pending', target: a };
const openA: State = { kind: 'open', target: a, next: null };
const leavingA: State = { kind: 'open', target: a, next: { kind: 'close' } };
const towardsB: State = { kind: 'open', target: a, next: { kind: 'switch', target: b } };
const pinnedA: State = { kind: 'pinned', target: a };

const TABLE: [string, State, Event, State][] = [
  ['resting begins on a mention', closed, { kind: 'over', target: a }, pendingA],
  ['moving within it does not start anew', pendingA, { kind: 'over', target: { key: 'a' } }, pendingA],
  ['moving to another starts anew', pendingA, { kind: 'over', target: b }, { kind: 'pending', target: b }],
  ['leaving before time opens nothing', pendingA, { kind: 'out' }, closed],
  ['rest opens', pendingA, { kind: 'elapsed' }, openA],
  ['a dismissal ends waiting', pendingA, { kind: 'dismiss' }, closed],
  ['leaving lingers', openA, { kind: 'out' }, leavingA],
  ['lingering ends', leavingA, { kind: 'elapsed' }, closed],
  ['reaching the card stays', leavingA, { kind: 'enterCard' }, openA],
  ['coming back stays', leavingA, { kind: 'over', target: a }, openA],
  ['leaving the card lingers', openA, { kind: 'leaveCard' }, leavingA],
  ['another mention on the way to the card changes nothing yet', leavingA, { kind: 'over', target: b }, towardsB],
  ['reaching the card across another mention stays', towardsB, { kind: 'enterCard' }, openA],
  ['resting on another goes over to it', towardsB, { kind: 'elapsed' }, { kind: 'open', target: b, next: null }],
  ['leaving another lingers', towardsB, { kind: 'out' }, leavingA],
  ['a press in the card pins it', leavingA, { kind: 'hold' }, pinnedA],
  ['choosing pins', closed, { kind: 'choose', target: a }, pinnedA],
  ['choosing what is open pins it', openA, { kind: 'choose', target: a }, pinnedA],
  ['choosing another pins that', pinnedA, { kind: 'choose', target: b }, { kind: 'pinned', target: b }],
  ['choosing the same again closes', pinnedA, { kind: 'choose', target: a }, closed],
  ['a pinned card stays when the pointer leaves', pinnedA, { kind: 'out' }, pinnedA],
  ['a pinned card stays when the pointer rests elsewhere', pinnedA, { kind: 'over', target: b }, pinnedA],
  ['a late timer does not close a pinned card', pinnedA, { kind: 'elapsed' }, pinnedA],
  ['a dismissal closes a pinned card', pinnedA, { kind: 'dismiss' }, closed],
  ['what is gone has no card', openA, { kind: 'gone' }, closed],
  ['a late timer opens nothing', closed, { kind: 'elapsed' }, closed],
  ['the card cannot be entered while closed', closed, { kind: 'enterCard' }, closed],
];

describe('the card', () => {
  test.each(TABLE)('%s', (_, before, event, after) => {
    const next = nextCardState(before, event);
    expect(next).toEqual(after);
    if (JSON.stringify(before) === JSON.stringify(after)) expect(next).toBe(before);
  });

  test.each([
    [closed, null, null],
    [pendingA, { wait: 'rest', key: 'a' }, null],
    [openA, null, a],
    [leavingA, { wait: 'linger', key: '' }, a],
    [towardsB, { wait: 'rest', key: 'b' }, a],
    [pinnedA, null, a],
  ] as const)('%j waits for %j and shows %j', (state, timer, target) => {
    expect(timerOf(state as State)).toEqual(timer);
    expect(shownTarget(state as State)).toEqual(target);
  });
});

describe('what the pointer rests on', () => {
  test.each([
    ['nothing where no card is due', closed, null],
    ['the mention whose card is due', pendingA, a],
    ['nothing more once it is open', openA, null],
    ['the next one while another is open', towardsB, b],
    ['nothing where the card closes', leavingA, null],
  ] as [string, State, Target | null][])('%s', (_, state, target) => {
    expect(approached(state)).toEqual(target);
  });
});
