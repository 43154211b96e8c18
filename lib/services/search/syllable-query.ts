import type { Pinyin } from './pinyin';

/** The letters a to z as numbers from 1. */
export const LETTERS = 27;

/**
 * Letters as a reader types pinyin: each syllable whole, or its first letter (or zh, ch, sh), the last one as far as it is typed.
 * Prepared so that a match is tried by comparing numbers.
 */
export interface SyllableQuery {
  length: number;
  /** Each letter as a number from 1. */
  letters: Uint8Array;
  /** By place in the letters: the syllables (from, up to before) that begin with all that is left. */
  lastFrom: Uint16Array;
  lastTo: Uint16Array;
  /** The syllables (from, up to before) that begin with the second and third letter: after a single initial, all that may take more. */
  secondOfTwo: readonly [number, number];
  /** By place: what a syllable that is not the last may take of the letters. */
  steps: readonly (readonly Step[])[];
}

export interface Step {
  /** Letters it takes. */
  length: number;
  /** The syllables (from, up to before) that may. */
  from: number;
  to: number;
}

const TWO_LETTERS = new Set(['zh', 'ch', 'sh']);

export function readQuery(text: string, pinyin: Pinyin): SyllableQuery {
  const length = text.length;
  const letters = Uint8Array.from({ length }, (_, at) => text.charCodeAt(at) - 96);
  const [lastFrom, lastTo] = [new Uint16Array(length), new Uint16Array(length)];
  // No syllable has more letters than this, so before the last few places none can begin with all that is left.
  for (let at = Math.max(0, length - LONGEST); at < length; at++) {
    [lastFrom[at], lastTo[at]] = pinyin.rangeOf(text.slice(at));
  }
  const steps = Array.from({ length }, (_, at) => stepsAt(text, at, pinyin));
  return { length, letters, lastFrom, lastTo, secondOfTwo: pinyin.rangeOf(text.slice(1, 3)), steps };
}

const LONGEST = 6;

function stepsAt(text: string, at: number, pinyin: Pinyin): Step[] {
  const steps: Step[] = [];
  for (let length = 1; length <= LONGEST && at + length < text.length; length++) {
    const part = text.slice(at, at + length);
    const [from, to] = pinyin.rangeOf(part);
    if (from === to) break;
    if (length === 1 || TWO_LETTERS.has(part)) steps.push({ length, from, to });
    else if (pinyin.syllables[from] === part) steps.push({ length, from, to: from + 1 });
  }
  return steps;
}
