/** Written by tools/lexicon/build.ts: a dictionary compiled from other words is compiled anew. */
export const LEXICON_VERSION = 7734094;
