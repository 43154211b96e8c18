import * as v from 'valibot';
import type { FileFault, FileProblem, ValueFault } from '../model/file-problem';

/** Quotes of a hostile file may not be endless; in characters. */
const MOST_QUOTED = 120;

const short = (text: string) => {
  const cut = text.slice(0, 2 * MOST_QUOTED);
  const characters = [...cut];
  return characters.length > MOST_QUOTED ? `${characters.slice(0, MOST_QUOTED).join('')}…` : cut;
};

/** A problem with what it quotes cut to a length that can be shown. */
export function fileProblem(place: string, fault: FileFault, { field, found }: Pick<FileProblem, 'field' | 'found'> = {}): FileProblem {
  return { place: short(place), fault, ...(field && { field: short(field) }), ...(found && { found: short(found) }) };
}

/** What a schema says against a value, as a problem of the file. */
export function valueProblem(place: string, issue: v.BaseIssue<unknown>): FileProblem {
  const fault = faultOf(issue);
  const found = fault === 'required' ? undefined : quoted(issue);
  return fileProblem(place, fault, { field: v.getDotPath(issue) ?? '', ...(found && { found }) });
}

/** The text itself where it is one; else what kind of thing it is. */
function quoted({ input, received }: v.BaseIssue<unknown>): string {
  return typeof input === 'string' ? input : received;
}

function faultOf({ input, type, message, expected }: v.BaseIssue<unknown>): ValueFault {
  if (input === undefined || input === null || input === '') return 'required';
  if (/^not a date|^no such day/.test(message)) return 'not-a-date';
  if (message === 'not a web address') return 'not-an-address';
  if (message.startsWith('not an id')) return 'not-an-id';
  if (type === 'max_length') return 'too-long';
  if (type === 'number' || type === 'nan') return 'not-a-number';
  if (type === 'array') return 'not-a-list';
  if (type === 'picklist' || type === 'variant') return expected === 'Object' ? 'invalid' : 'not-one-of';
  return 'invalid';
}

/** Where JSON stops being JSON, as far as the browser says it: the line. */
export function jsonProblem(text: string, error: unknown): FileProblem {
  const said = error instanceof Error ? error.message : '';
  const line = said.match(/line (\d+)/)?.[1] ?? lineOf(text, said);
  return fileProblem(line ?? '', 'not-json');
}

function lineOf(text: string, said: string): string | undefined {
  const at = said.match(/position (\d+)/)?.[1] ?? (/end of/.test(said) ? text.length : undefined);
  return at === undefined ? undefined : String(text.slice(0, Number(at)).split('\n').length);
}

/** A problem in one line, for a console: codes and data, no words. */
export function problemLine({ place, fault, field = '', found = '' }: FileProblem): string {
  return [place, field, fault, found].filter(Boolean).join(' ');
}
