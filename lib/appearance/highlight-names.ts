import type { MarkedType } from './appearance';

/** Names of our highlights in a page's registry, which the page shares: the painter and the style sheet both go by these. */

export type Status = 'indexed' | 'discovered';

/** What a mention's text stands on: something light, something dark, or something between. */
export const TONES = ['light', 'dark', 'middle'] as const;
export type Tone = (typeof TONES)[number];

/** The mention whose card is open. */
export const ACTIVE = 'longcheng-active';
/** The mention the keyboard is at. */
export const FOCUS = 'longcheng-focus';

const BEFORE: Record<Tone, string> = { light: '', dark: 'on-dark-', middle: 'on-middle-' };

export function highlightName(type: MarkedType, status: Status): string {
  return `longcheng-${type}${status === 'discovered' ? '-discovered' : ''}`;
}

export const onTone = (name: string, tone: Tone) => BEFORE[tone] + name;
