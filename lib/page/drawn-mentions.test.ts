import { describe, expect, test } from 'vitest';
import { type Appearance, DEFAULT_APPEARANCE } from '../appearance/appearance';
import type { Mention } from '../finder/types';
import { drawnMentions } from './drawn-mentions';

const TEXT = '陈金虎与盛蕾，陈金虎\n\n陈金虎到区水利局\n\n区水利局';

const mentions: Mention[] = [...TEXT.matchAll(/陈金虎|盛蕾|区水利局/g)].map(({ 0: name, index }) => ({
  start: index,
  end: index + name.length,
  text: name,
  name,
  type: name === '区水利局' ? 'organization' : 'official',
  status: name === '盛蕾' ? 'discovered' : 'indexed',
  entityId: null,
  votes: [],
}));

const drawn = (change: Partial<Appearance>) =>
  drawnMentions(mentions, TEXT, { ...DEFAULT_APPEARANCE, ...change }).map(({ text, start }) => `${text}${start}`);

describe('what is marked', () => {
  test.each<[string, Partial<Appearance>, string[]]>([
    ['every mention', {}, ['陈金虎0', '盛蕾4', '陈金虎7', '陈金虎12', '区水利局16', '区水利局22']],
    ['the first in each paragraph', { density: 'paragraph' }, ['陈金虎0', '盛蕾4', '陈金虎12', '区水利局16', '区水利局22']],
    ['the first on the page', { density: 'page' }, ['陈金虎0', '盛蕾4', '区水利局16']],
    ['what the index knows', { discovered: false, density: 'page' }, ['陈金虎0', '区水利局16']],
    ['not the types the reader left out', { official: { mark: 'none', hue: 'plum' } }, ['区水利局16', '区水利局22']],
  ])('%s', (_, change, expected) => {
    expect(drawn(change)).toEqual(expected);
  });
});
