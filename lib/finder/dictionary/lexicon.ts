import type { PackedSequenceWeights } from './sequence-weights';

/**
 * The words of the genre as data: written in lib/finder/lexicon, built into an asset beside the code (public/finder/lexicon.json), and
 * compiled into the dictionary. The background carries none of it.
 */
export interface Lexicon {
  /** Changes with every change of the words or the weights. */
  version: number;
  /** Words of two characters and more, and single characters, each with its class bits. */
  words: [string, number][];
  singles: [string, number][];
  /** Form, full form, index into BRANCHES, whether the form needs a level before it. */
  offices: [string, string, number, boolean][];
  /** Weights of the features of names with a tail. */
  weights: [string, number][];
  /** Weights of the sequence model. */
  sequence: PackedSequenceWeights;
}
