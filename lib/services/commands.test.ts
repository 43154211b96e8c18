import { beforeEach, describe, expect, it } from 'vitest';
import { createMover } from './commands';

/** Frames as lists of mentions, and where the mark is; a frame that is null does not answer. */
let tab: Record<number, string[] | null>;
let mark: { frame: number; place: number } | null;
let at: number;

const move = createMover({
  frames: {
    of: async () => ({ frames: Object.keys(tab).map(Number), at }),
    moveTo: async (_tab, frameId) => {
      at = frameId;
    },
  },
  ask: (_tab, frame) => ({
    call: (async (name: string, how: { back: boolean; fromEdge: boolean }) => {
      const mentions = tab[frame];
      if (!mentions) throw new Error('gone');
      if (name === 'tab.open') return { opened: mark?.frame === frame };
      const from = how.fromEdge || mark?.frame !== frame ? (how.back ? mentions.length : -1) : mark.place;
      const place = from + (how.back ? -1 : 1);
      const isThere = place >= 0 && place < mentions.length;
      if (isThere) mark = { frame, place };
      return { moved: isThere };
    }) as never,
  }),
});

const walk = async (command: 'next-mention' | 'previous-mention', times: number) => {
  const seen: (string | undefined)[] = [];
  for (let turn = 0; turn < times; turn++) {
    await move(1, command);
    seen.push(mark ? tab[mark.frame]?.[mark.place] : undefined);
  }
  return seen;
};

beforeEach(() => {
  tab = { 0: ['甲', '乙'], 4: null, 5: [], 9: ['丙'] };
  mark = null;
  at = 0;
});

describe('the keyboard', () => {
  it('goes through all frames in order, round and round', async () => {
    expect(await walk('next-mention', 5)).toEqual(['甲', '乙', '丙', '甲', '乙']);
  });

  it('goes back the same way', async () => {
    await walk('next-mention', 1);
    expect(await walk('previous-mention', 4)).toEqual(['丙', '乙', '甲', '丙']);
  });

  it('stays where the only mention is, and does nothing where there is none', async () => {
    tab = { 0: [], 3: ['甲'] };
    expect(await walk('next-mention', 3)).toEqual(['甲', '甲', '甲']);
    tab = {};
    await move(1, 'next-mention');
    await move(1, 'open-mention');
  });
});
