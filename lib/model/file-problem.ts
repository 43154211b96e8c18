/** What can be wrong with a file or a part of it; the reader's language has words for each. */
export type FileFault =
  | 'encoding'
  | 'too-large'
  | 'not-json'
  | 'unknown-format'
  | 'empty'
  | 'not-a-pack'
  | 'newer-format'
  | 'duplicate-id'
  | 'cut-short'
  | 'quote-open'
  | 'quote-after'
  | 'no-column'
  | 'unknown-column'
  | 'no-id'
  | 'unknown-body'
  | 'builtin-id'
  | 'no-contents'
  | 'another-id'
  | ValueFault;

/** What can be wrong with one value. */
export type ValueFault =
  | 'required'
  | 'too-long'
  | 'not-a-date'
  | 'not-an-address'
  | 'not-a-number'
  | 'not-an-id'
  | 'not-a-list'
  | 'not-one-of'
  | 'invalid';

/** Something wrong with a file, as data: nothing in it is in any language but the file's own. */
export interface FileProblem {
  /** A line's number, or where in the file (`persons[3] (person/gu-shan)`); empty: the file as a whole. */
  place: string;
  fault: FileFault;
  /** Within what stands there: keys and positions, joined by dots. */
  field?: string;
  /** What was found, or how much of how much (`2 / 3`). */
  found?: string;
}
