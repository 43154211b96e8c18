import { createLightClient, sendToTab } from '../messages/client';
import type { TabMessages } from '../messages/contract';

/** What the reader's keys ask for, as the manifest names it. */
export const COMMANDS = ['next-mention', 'previous-mention', 'open-mention', 'switch-site'] as const;
export type Command = (typeof COMMANDS)[number];

interface Frames {
  of(tabId: number): Promise<{ frames: number[]; at: number }>;
  moveTo(tabId: number, frameId: number): Promise<void>;
}

interface Parts {
  frames: Frames;
  /** A way to the content script of one frame. */
  ask?(tabId: number, frameId: number): Pick<ReturnType<typeof createLightClient<TabMessages>>, 'call'>;
}

const light = (tabId: number, frameId: number) => createLightClient<TabMessages>(sendToTab(tabId, frameId));

/**
 * Moves the keyboard's mark through a tab: within a frame in the order of its text, from frame to frame at the ends, round and round.
 * Frames that do not answer are passed over.
 */
export function createMover({ frames, ask = light }: Parts): (tabId: number, command: Exclude<Command, 'switch-site'>) => Promise<void> {
  async function step(tabId: number, back: boolean): Promise<void> {
    const { frames: all, at } = await frames.of(tabId);
    const order = back ? all.toReversed() : all;
    const start = Math.max(0, order.indexOf(at));
    // The frame it is in comes first, and last from its other end.
    for (let turn = 0; turn <= order.length; turn++) {
      const frameId = order[(start + turn) % order.length]!;
      if (!(await moved(tabId, frameId, { back, fromEdge: turn > 0 }))) continue;
      if (frameId !== at) await frames.moveTo(tabId, frameId);
      return;
    }
  }

  const moved = (tabId: number, frameId: number, how: { back: boolean; fromEdge: boolean }) =>
    ask(tabId, frameId)
      .call('tab.step', how)
      .then(
        ({ moved }) => moved,
        () => false,
      );

  async function open(tabId: number): Promise<void> {
    const { frames: all, at } = await frames.of(tabId);
    for (const frameId of [at, ...all.filter((id) => id !== at)]) {
      const opened = await ask(tabId, frameId)
        .call('tab.open', {})
        .then(
          ({ opened }) => opened,
          () => false,
        );
      if (opened) return;
    }
  }

  return (tabId, command) => (command === 'open-mention' ? open(tabId) : step(tabId, command === 'previous-mention'));
}
