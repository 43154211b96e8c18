import type { FileProblem } from '../model/file-problem';
import { fileProblem } from './file-fault';

/** One record of a CSV file; `line` is where it begins, counted from 1. */
export interface CsvRecord {
  line: number;
  cells: string[];
}

const BOM = '\uFEFF';
/** What a spreadsheet takes for the start of a formula, full-width forms included. */
const FORMULA = /^[=+\-@\t\r＝＋－＠']/;

/**
 * CSV after RFC 4180 with a byte order mark, so that spreadsheets take it for UTF-8. A cell that a spreadsheet would run as a formula is
 * written behind an apostrophe, which reading takes off again.
 */
export function writeCsv(records: readonly (readonly string[])[]): string {
  return BOM + records.map((cells) => `${cells.map(writeCell).join(',')}\r\n`).join('');
}

function writeCell(cell: string): string {
  const safe = FORMULA.test(cell) ? `'${cell}` : cell;
  return /[",;\t\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/**
 * Reads CSV: quoted cells may hold quotes, separators and line breaks; lines end in CRLF, LF or CR; empty lines are passed over. The
 * separator is the one the first line uses: comma, semicolon or tab. Whatever is wrong comes with its line, and reading goes on.
 */
export function parseCsv(text: string): { records: CsvRecord[]; problems: FileProblem[] } {
  const input = text.startsWith(BOM) ? text.slice(1) : text;
  const separator = separatorOf(input);
  const plain = new RegExp(`[${separator}\\r\\n]`, 'g');
  const records: CsvRecord[] = [];
  const problems: FileProblem[] = [];
  let at = 0;
  let line = 1;

  /** The cell at `at`; leaves `at` on what follows it. */
  const readCell = (): string => {
    if (input[at] !== '"') return readPlain();
    const opened = line;
    let cell = '';
    for (at++; ; ) {
      const quote = input.indexOf('"', at);
      if (quote < 0) {
        problems.push(fileProblem(String(opened), 'quote-open'));
        cell += input.slice(at);
        at = input.length;
        return cell;
      }
      const part = input.slice(at, quote);
      line += countBreaks(part);
      cell += part;
      at = quote + 1;
      if (input[at] !== '"') break;
      cell += '"';
      at++;
    }
    const rest = readPlain();
    if (rest.trim() !== '') problems.push(fileProblem(String(line), 'quote-after', { found: rest }));
    return cell;
  };
  const readPlain = (): string => {
    plain.lastIndex = at;
    const end = plain.exec(input)?.index ?? input.length;
    const cell = input.slice(at, end);
    at = end;
    return cell;
  };

  while (at < input.length) {
    const record: CsvRecord = { line, cells: [] };
    for (;;) {
      record.cells.push(takeApostrophe(readCell()));
      if (input[at] !== separator) break;
      at++;
    }
    if (input[at] === '\r' && input[at + 1] === '\n') at++;
    at++;
    line++;
    if (record.cells.some((cell) => cell !== '')) records.push(record);
  }
  return { records, problems };
}

function takeApostrophe(cell: string): string {
  return cell.startsWith("'") && FORMULA.test(cell.slice(1)) ? cell.slice(1) : cell;
}

function separatorOf(input: string): string {
  const first = input.slice(0, 10_000).split(/\r|\n/)[0]!;
  return [',', ';', '\t'].find((separator) => first.includes(separator)) ?? ',';
}

function countBreaks(text: string): number {
  return text.match(/\r\n|\r|\n/g)?.length ?? 0;
}
