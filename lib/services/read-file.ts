import type { FileFault, FileProblem } from '../model/file-problem';
import { decodeText } from '../packs/decode';
import { readEntityCsv } from '../packs/entity-csv';
import { fileProblem, jsonProblem } from '../packs/file-fault';
import type { Brought } from '../packs/import-plan';
import { idsByName } from '../packs/name-ids';
import { PACK_FORMAT, type Pack } from '../packs/pack';
import { fromPopolo } from '../packs/popolo-read';
import { readPack } from '../packs/read';
import { type Backup, readBackup } from '../store/backup';

/** Largest file opened, in bytes. */
export const MAX_FILE_BYTES = 512_000_000;

/** What a file turned out to be. `problems` are parts that were left out; of a refused one they say why. */
export type FileReading =
  | { kind: 'refused'; problems: FileProblem[] }
  | { kind: 'pack'; pack: Pack; text: string; problems: FileProblem[] }
  | { kind: 'backup'; backup: Backup; problems: FileProblem[] }
  | { kind: 'table' | 'popolo'; brought: (Brought & { place: string })[]; problems: FileProblem[] };

/** Reads a file of any kind we take, whatever it is called. `today` (YYYY-MM-DD) dates sources that have no date. Never throws. */
export function readFile(bytes: Uint8Array, today: string): FileReading {
  if (bytes.length > MAX_FILE_BYTES) return refused('too-large', `${bytes.length} > ${MAX_FILE_BYTES}`);
  const decoded = decodeText(bytes);
  if (!decoded) return refused('encoding');
  const text = decoded.text.replace(/^\uFEFF/, '');
  return /^\s*[{[]/.test(text) ? readJson(text, today) : readTable(text);
}

function readJson(text: string, today: string): FileReading {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return { kind: 'refused', problems: [jsonProblem(text, error)] };
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return refused('unknown-format');
  const raw = value as Record<string, unknown>;
  if (raw.format === PACK_FORMAT) return readPackFile(text, raw);
  if (typeof raw.format === 'string') {
    const reading = readBackup(raw);
    return reading.ok
      ? { kind: 'backup', backup: reading.backup, problems: reading.problems }
      : { kind: 'refused', problems: reading.problems };
  }
  const lists = ['persons', 'organizations', 'areas', 'memberships'].filter((list) => Array.isArray(raw[list]));
  return lists.length > 0 ? readPopolo(raw, today) : refused('unknown-format');
}

function readPackFile(text: string, raw: object): FileReading {
  const reading = readPack(raw);
  return reading.ok ? { kind: 'pack', pack: reading.pack, text, problems: [] } : { kind: 'refused', problems: reading.problems };
}

function readPopolo(raw: object, today: string): FileReading {
  const { organizations, persons, sources, leftOut } = fromPopolo(raw, today);
  const entities = [
    ...organizations.map((body) => ({ type: 'organization' as const, ...body })),
    ...persons.map((person) => ({ type: 'official' as const, ...person })),
  ];
  const cited = new Map(sources.map((source) => [source.id, source]));
  const brought = entities.map((entity) => ({ entity, sources: cited, fields: spokenOf(entity), place: entity.id }));
  if (brought.length > 0) return { kind: 'popolo', brought, problems: leftOut };
  return leftOut.length > 0 ? { kind: 'refused', problems: leftOut } : refused('empty');
}

/** Popolo leaves out what it has nothing to say of. */
function spokenOf(entity: object): string[] {
  return Object.entries(entity).flatMap(([field, value]) => (Array.isArray(value) && value.length === 0 ? [] : [field]));
}

function readTable(text: string): FileReading {
  const { rows, fields, problems } = readEntityCsv(text, idsByName());
  if (rows.length === 0) return problems.length > 0 ? { kind: 'refused', problems } : refused('empty');
  const brought = rows.map(({ line, entity, sources }) => ({
    entity,
    sources: new Map(sources.map((source) => [source.id, source])),
    fields,
    place: String(line),
  }));
  return { kind: 'table', brought, problems };
}

function refused(fault: FileFault, found = ''): FileReading {
  return { kind: 'refused', problems: [fileProblem('', fault, { found })] };
}
