import type { Vote } from '../types';

export type Standing = 'official' | 'executive' | 'layman';

/** A person as one place of the text names them. Units of the normalised text. */
export interface PersonMention {
  start: number;
  end: number;
  name: string;
  standing: Standing;
  score: number;
  /** Posts said right here, [start, end), when there are any. */
  post?: { start: number; end: number };
  votes: Vote[];
}

/** What a recogniser does with each person it finds. */
export type Keep = (mention: PersonMention) => void;
