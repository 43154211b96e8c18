import { decodeText } from '../packs/decode';
import { readEntityCsv } from '../packs/entity-csv';
import type { FileFault, FileProblem } from '../packs/file-fault';
import type { Brought } from '../packs/import-plan';
import { idsByName } from '../packs/name-ids';
import { PACK_FORMAT, type Pack } from '../packs/pack';
import { fromPopolo } from '../packs/popolo-read';
import { readPack } from '../packs/read';
import { type Backup, readBackup } from '../store/backup';

/** Largest file opened, in bytes. */
export const MAX_FILE_BYTES = 512_000_000;

const MOST_SAID = 200;

/** What a file turned out to be. `problems` are parts that were left out; of a refused one they say why. */
export type FileReading =
  | { kind: 'refused'; problems: FileProblem[] }
  | { kind: 'pack'; pack: Pack; text: string; problems: FileProblem[] }
  | { kind: 'backup'; backup: Backup; problems: FileProblem[] }
  | { kind: 'table' | 'popolo'; brought: (Brought & { place: string })[]; problems: FileProblem[] };

/** Reads a file of any kind we take, whatever it is called. `today` (YYYY-MM-DD) dates sources that have no date. Never throws. */
export function readFile(bytes: Uint8Array, today: string): FileReading {
  const reading = read(bytes, today);
  return { ...reading, problems: reading.problems.map(shortened) };
}

function read(bytes: Uint8Array, today: string): FileReading {
  if (bytes.length > MAX_FILE_BYTES) return refused('too-large', `${bytes.length} bytes`);
  const decoded = decodeText(bytes);
  if (!decoded) return refused('encoding', 'neither UTF-8, UTF-16 nor GB18030');
  const text = decoded.text.replace(/^\uFEFF/, '');
  return /^\s*[{[]/.test(text) ? readJson(text, today) : readTable(text);
}

function readJson(text: string, today: string): FileReading {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return refused('not-json', error instanceof Error ? error.message : String(error));
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return refused('unknown-format', 'not an object');
  const raw = value as Record<string, unknown>;
  if (raw.format === PACK_FORMAT) return readPackFile(text, raw);
  if (typeof raw.format === 'string') {
    const reading = readBackup(raw);
    return reading.ok
      ? { kind: 'backup', backup: reading.backup, problems: reading.problems }
      : { kind: 'refused', problems: reading.problems };
  }
  const lists = ['persons', 'organizations', 'areas', 'memberships'].filter((list) => Array.isArray(raw[list]));
  return lists.length > 0 ? readPopolo(raw, today) : refused('unknown-format', 'neither pack, backup nor Popolo');
}

function readPackFile(text: string, raw: object): FileReading {
  const reading = readPack(raw);
  if (reading.ok) return { kind: 'pack', pack: reading.pack, text, problems: [] };
  return { kind: 'refused', problems: reading.problems.map(({ fault, path, reason }) => ({ fault, place: path, reason })) };
}

function readPopolo(raw: object, today: string): FileReading {
  const { organizations, persons, sources, leftOut } = fromPopolo(raw, today);
  const entities = [
    ...organizations.map((body) => ({ type: 'organization' as const, ...body })),
    ...persons.map((person) => ({ type: 'official' as const, ...person })),
  ];
  const cited = new Map(sources.map((source) => [source.id, source]));
  const brought = entities.map((entity) => ({ entity, sources: cited, fields: spokenOf(entity), place: entity.id }));
  const problems = leftOut.map(({ path, fault, reason }) => ({ place: path, fault, reason }));
  return brought.length > 0
    ? { kind: 'popolo', brought, problems }
    : { kind: 'refused', problems: problems.length > 0 ? problems : nothing() };
}

/** Popolo leaves out what it has nothing to say of. */
function spokenOf(entity: object): string[] {
  return Object.entries(entity).flatMap(([field, value]) => (Array.isArray(value) && value.length === 0 ? [] : [field]));
}

function readTable(text: string): FileReading {
  const { rows, fields, problems: found } = readEntityCsv(text, idsByName());
  const problems = found.map(({ line, fault, reason }) => ({ place: String(line), fault, reason }));
  if (rows.length === 0) return { kind: 'refused', problems: problems.length > 0 ? problems : nothing() };
  const brought = rows.map(({ line, entity, sources }) => ({
    entity,
    sources: new Map(sources.map((source) => [source.id, source])),
    fields,
    place: String(line),
  }));
  return { kind: 'table', brought, problems };
}

/** Reasons quote what they found, and a hostile file may not make them endless. */
function shortened({ place, fault, reason }: FileProblem): FileProblem {
  const short = (text: string) => (text.length > MOST_SAID ? `${text.slice(0, MOST_SAID)}…` : text);
  return { place: short(place), fault, reason: short(reason) };
}

function nothing(): FileProblem[] {
  return [{ place: '', fault: 'unknown-format', reason: 'nothing in it' }];
}

function refused(fault: FileFault, reason: string): FileReading {
  return { kind: 'refused', problems: [{ place: '', fault, reason: [...reason].slice(0, 200).join('') }] };
}
