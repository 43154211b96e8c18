/** Weights of the sequence model as the lexicon carries them: characters in order, everything else as bytes in base64. */
export interface PackedSequenceWeights {
  /** Characters that something was learnt of; a character's number is its place here, from 1. */
  characters: string;
  /** For each character, its weights at each place: signed bytes. */
  singles: string;
  /** Pairs of characters' numbers, two unsigned 16-bit numbers each, little-endian; and their weights at each place. */
  pairs: string;
  pairWeights: string;
  /** Weights of the rows of sequence-layout. */
  rows: string;
  /** Weights of one label behind another. */
  transitions: number[];
  /** What one step of a signed byte stands for. */
  step: number;
}

/** The same as the finder reads them; structured-cloneable. */
export interface SequenceWeights {
  characters: Uint16Array;
  singles: Int8Array;
  pairs: Uint16Array;
  pairWeights: Int8Array;
  rows: Int8Array;
  transitions: Float64Array;
  step: number;
}

/** Throws on text that is not base64. */
export function unpackSequenceWeights(packed: PackedSequenceWeights): SequenceWeights {
  return {
    characters: Uint16Array.from(packed.characters, (character) => character.charCodeAt(0)),
    singles: new Int8Array(bytesOf(packed.singles)),
    pairs: new Uint16Array(bytesOf(packed.pairs)),
    pairWeights: new Int8Array(bytesOf(packed.pairWeights)),
    rows: new Int8Array(bytesOf(packed.rows)),
    transitions: Float64Array.from(packed.transitions),
    step: packed.step,
  };
}

const bytesOf = (base64: string): ArrayBuffer => Uint8Array.from(atob(base64), (char) => char.charCodeAt(0)).buffer;
