/** What can be wrong with a file or a part of it; the reader's language has words for each. */
export type FileFault =
  | 'encoding'
  | 'too-large'
  | 'not-json'
  | 'unknown-format'
  | 'not-a-pack'
  | 'newer-format'
  | 'invalid'
  | 'duplicate-id'
  | 'cut-short'
  | 'quote'
  | 'column'
  | 'no-id'
  | 'unknown-body'
  | 'builtin-id';

/** Where in a file something is wrong (`line 3`, `persons[3]`; empty: the file as a whole), what, and the details. */
export interface FileProblem {
  place: string;
  fault: FileFault;
  reason: string;
}
