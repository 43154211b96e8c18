/**
 * Lists within one cell of a table: an item a line, its fields separated by ` | `, empty ones at the end left out. A backslash
 * stands before what would be misread: `\|`, `\\`, `\n`, `\r`, and `\u3000` for white space at an edge.
 */
export function writeItems(items: readonly (readonly string[])[]): string {
  return items
    .map((fields) =>
      fields
        .map(escapeField)
        .join(' | ')
        .replace(/( \| )+$/, ''),
    )
    .join('\n');
}

/** The items of a cell, each with its fields; missing fields at the end are empty. */
export function readItems(cell: string): string[][] {
  return cell
    .split(/\r\n|\r|\n/)
    .flatMap((line) => (line.trim() === '' ? [] : [fieldsOf(line).map((field) => unescapeField(field.trim()))]));
}

function escapeField(field: string): string {
  return field
    .replaceAll('\\', '\\\\')
    .replaceAll('|', '\\|')
    .replaceAll('\n', '\\n')
    .replaceAll('\r', '\\r')
    .replace(/^\s|\s$/g, (space) => `\\u${space.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

const SPOKEN: Record<string, string> = { n: '\n', r: '\r' };

function unescapeField(field: string): string {
  return field.replace(/\\(?:u([0-9a-f]{4})|(.))/gi, (_, code: string | undefined, char: string | undefined) =>
    code ? String.fromCharCode(Number.parseInt(code, 16)) : (SPOKEN[char!] ?? char!),
  );
}

/** Cuts at each bar that no backslash stands before. */
function fieldsOf(line: string): string[] {
  const fields: string[] = [];
  let start = 0;
  for (let i = 0; i < line.length; i++) {
    if (line[i] === '\\') i++;
    else if (line[i] === '|') {
      fields.push(line.slice(start, i));
      start = i + 1;
    }
  }
  return [...fields, line.slice(start)];
}
