import * as v from 'valibot';
import { Entity, type EntityType } from '../model/entity';
import type { FileFault, FileProblem } from '../model/file-problem';
import { referencesOf } from '../model/references';
import { Source } from '../model/source';
import { readItems, writeItems } from './cell-lists';
import { parseCsv, writeCsv } from './csv';
import { fileProblem, valueProblem } from './file-fault';
import { MAX_PACK_TEXT } from './read';

type Fields = Record<string, unknown>;

/** How a column's cell and an entity's field become one another. An empty cell is an absent field. */
interface Column {
  write(value: unknown): string;
  read(cell: string): unknown;
}

const text: Column = { write: (value) => String(value), read: (cell) => cell };
/** A list of words or ids, one a line. */
const lines: Column = {
  write: (value) => writeItems((value as string[]).map((item) => [item])),
  read: (cell) => readItems(cell).map(([item]) => item),
};

const joined = (ids: unknown) => ((ids as string[] | undefined) ?? []).join(' ');
const split = (cell: string) => cell.split(/\s+/).filter(Boolean);

/** How one field within an item of a list is written. */
const INNER: Record<string, Column> = {
  seen: {
    write: (value) => (value as { date: string; source: string }[]).map(({ date, source }) => `${date}@${source}`).join(' '),
    read: (cell) => split(cell).map((seen) => ({ date: seen.slice(0, seen.indexOf('@')), source: seen.slice(seen.indexOf('@') + 1) })),
  },
  sources: { write: joined, read: split },
  yuan: { write: (value) => String(value), read: (cell) => Number(cell) },
};

/** A list of things, one a line, the fields in the order given. */
const items = (...fields: string[]): Column => ({
  write: (value) =>
    writeItems(
      (value as Fields[]).map((item) =>
        fields.map((field) => (item[field] === undefined ? '' : (INNER[field] ?? text).write(item[field]))),
      ),
    ),
  read: (cell) =>
    readItems(cell).map((cells) => {
      // More fields than there are is no item: rather refused than half lost.
      if (cells.length > fields.length) return null;
      const given = fields.flatMap((field, i) =>
        cells[i] || field === 'sources' ? [[field, (INNER[field] ?? text).read(cells[i] ?? '')]] : [],
      );
      return Object.fromEntries(given);
    }),
});

/**
 * The columns of the entity list, in this order; a file may leave some out or order them otherwise. One entity a line.
 * Cells of several items hold one a line, fields separated by ` | ` (lib/packs/cell-lists):
 * - `other_names`: name | note | from | to
 * - `memberships`: organization id | role | start | end | `date@source-id` for each observation | source ids
 * - `parties`: organization id | name | role | source ids
 * - `budget`: as reported | yuan | date | source id
 * - `milestones`: date | title | promised for | source id
 * - `offices`, `predecessors`, `sources`: one a line
 */
const COLUMNS: Record<string, Column> = {
  type: text,
  id: text,
  name: text,
  other_names: items('name', 'note', 'start_date', 'end_date'),
  disambiguation: text,
  classification: text,
  area: text,
  parent: text,
  guided_by: text,
  offices: lines,
  memberships: items('organization', 'role', 'start_date', 'end_date', 'seen', 'sources'),
  status: text,
  description: text,
  location: text,
  parties: items('organization', 'name', 'role', 'sources'),
  budget: items('text', 'yuan', 'date', 'source'),
  milestones: items('date', 'title', 'due', 'source'),
  founding_date: text,
  dissolution_date: text,
  predecessors: lines,
  note: text,
  sources: lines,
};

/** Not of the entity: what the ids in its other columns stand for, so that a table alone says where everything was read. */
const CITED = 'cited';
const cited = items('id', 'publisher', 'title', 'date', 'url');

const Cited = v.array(Source);

/** The entity list as CSV, each row with the sources it cites of those given. */
export function writeEntityCsv(entities: Iterable<Entity>, sources: Readonly<Record<string, Source>> = {}): string {
  const columns = Object.entries(COLUMNS);
  const rows = [...entities].map((entity) => {
    const fields = entity as unknown as Fields;
    const cells = columns.map(([name, column]) => (fields[name] === undefined ? '' : column.write(fields[name])));
    const known = [...referencesOf(entity).sources].flatMap((id) => sources[id] ?? []);
    return [...cells, cited.write(known)];
  });
  return writeCsv([[...columns.map(([name]) => name), CITED], ...rows]);
}

export interface EntityCsvReading {
  /** `sources` are those the row brings along. */
  rows: { line: number; entity: Entity; sources: Source[] }[];
  /** Fields the file has a column for: of any other it says nothing. */
  fields: string[];
  problems: FileProblem[];
}

/**
 * Reads the entity list. Rows that make no entity are left out, each with its line and the reason. `newId` names a row without an id
 * (a reader's addition in a spreadsheet); without it such a row is a problem.
 */
export function readEntityCsv(csv: string, newId?: (type: EntityType, name: string) => string): EntityCsvReading {
  if (csv.length > MAX_PACK_TEXT) {
    return { rows: [], fields: [], problems: [fileProblem('', 'too-large', { found: `${csv.length} > ${MAX_PACK_TEXT}` })] };
  }
  const { records, problems } = parseCsv(csv);
  const rows: EntityCsvReading['rows'] = [];
  const [head, ...body] = records;
  const names = head?.cells.map((cell) => cell.trim().toLowerCase()) ?? [];
  for (const needed of ['type', 'name']) {
    if (!names.includes(needed)) problems.push(fileProblem(String(head?.line ?? 1), 'no-column', { found: needed }));
  }
  if (problems.length > 0 && (!names.includes('type') || !names.includes('name'))) return { rows, fields: [], problems };
  for (const name of names)
    if (name && name !== CITED && !Object.hasOwn(COLUMNS, name))
      problems.push(fileProblem(String(head!.line), 'unknown-column', { found: name }));

  const ids = new Set<string>();
  for (const { line, cells } of body) {
    const fields: Fields = {};
    names.forEach((name, i) => {
      const cell = cells[i] ?? '';
      if (cell !== '' && Object.hasOwn(COLUMNS, name)) fields[name] = COLUMNS[name]!.read(cell);
    });
    const misread = cells.some((cell) => cell.includes('\uFFFD'));
    const fault = misread ? 'encoding' : complete(fields, newId);
    const place = String(line);
    const parsed = v.safeParse(Entity, fields);
    const brought = v.safeParse(Cited, cited.read(cells[names.indexOf(CITED)] ?? ''));
    if (fault) problems.push(fileProblem(place, fault));
    else if (!parsed.success) problems.push(valueProblem(place, parsed.issues[0]));
    else if (!brought.success) problems.push(fileProblem(place, valueProblem(place, brought.issues[0]).fault, { field: CITED }));
    else if (ids.has(parsed.output.id)) problems.push(fileProblem(place, 'duplicate-id', { found: parsed.output.id }));
    else {
      ids.add(parsed.output.id);
      rows.push({ line, entity: parsed.output, sources: brought.output });
    }
  }
  const fields = names.filter((name) => Object.hasOwn(COLUMNS, name));
  return { rows, fields, problems: problems.sort((a, b) => Number(a.place) - Number(b.place)) };
}

/** Adds what an empty cell means: no sources, a new id. Gives what is wrong when that cannot be. */
function complete(fields: Fields, newId?: (type: EntityType, name: string) => string): FileFault | undefined {
  if (fields.type !== 'official') fields.sources ??= [];
  if (fields.id !== undefined) return undefined;
  if (!newId) return 'no-id';
  if (typeof fields.name !== 'string' || typeof fields.type !== 'string') return 'no-id';
  fields.id = newId(fields.type as EntityType, fields.name);
  return undefined;
}
