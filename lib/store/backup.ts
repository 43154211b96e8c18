import * as v from 'valibot';
import type { FileProblem } from '../model/file-problem';
import { fileProblem, jsonProblem, valueProblem } from '../packs/file-fault';
import type { Pack } from '../packs/pack';
import { readPack } from '../packs/read';
import { BACKUP_PARTS, type BackupPart, type PartRecord } from './backup-parts';
import type { Database } from './database';
import type { PackRecord } from './pack-records';
import { PACK_STORES, readContents } from './packs';

const BACKUP_FORMAT = 'longcheng-backup';
const BACKUP_FORMAT_VERSION = 1;
/** Largest backup read, in UTF-16 units of its text. */
const MAX_BACKUP_TEXT = 256_000_000;
const MAX_PROBLEMS = 1000;

const Time = v.pipe(v.string(), v.isoTimestamp());
const Line = v.pipe(v.string(), v.maxLength(2000));

/** A pack as a backup holds it; without contents where it comes with the extension anyway. */
const BackedUpPack = v.object({
  id: v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9-]{0,40}$/)),
  origin: v.picklist(['builtin', 'file', 'address']),
  order: v.pipe(v.number(), v.integer()),
  enabled: v.boolean(),
  digest: Line,
  installedAt: Time,
  declined: v.optional(Line),
  subscription: v.optional(v.object({ url: Line, etag: v.optional(Line), lastModified: v.optional(Line), checkedAt: Time })),
  contents: v.optional(v.unknown()),
});

const Header = v.object({
  format: v.literal(BACKUP_FORMAT),
  format_version: v.literal(BACKUP_FORMAT_VERSION),
  made_at: Time,
  counts: v.record(v.string(), v.pipe(v.number(), v.integer(), v.minValue(0))),
  /** As the browser keeps them; each is checked where it is used. */
  settings: v.record(v.pipe(v.string(), v.maxLength(200)), v.unknown()),
  packs: v.array(v.unknown()),
  stores: v.record(v.string(), v.array(v.unknown())),
});

export interface Backup {
  madeAt: string;
  settings: Record<string, unknown>;
  packs: (Omit<v.InferOutput<typeof BackedUpPack>, 'contents'> & { contents?: Pack })[];
  stores: { [P in BackupPart]: PartRecord<P>[] };
}

export type BackupReading = { ok: true; backup: Backup; problems: FileProblem[] } | { ok: false; problems: FileProblem[] };

/** Everything the reader has here, as one file; read at one moment. */
export async function writeBackup(db: Database, settings: Record<string, unknown>, madeAt: string): Promise<string> {
  return db.run([...PACK_STORES, ...partNames()], 'readonly', async (tx) => {
    const records = (await tx.objectStore('packs').getAll()).sort((a, b) => a.order - b.order);
    const packs: Backup['packs'] = [];
    for (const record of records)
      packs.push({ ...aboutOf(record), ...(record.origin !== 'builtin' && { contents: await readContents(tx, record) }) });
    const stores: Partial<Record<BackupPart, unknown[]>> = {};
    for (const part of partNames()) {
      const found: unknown[] = await tx.objectStore(part).getAll();
      stores[part] = part === 'edits' ? found.map((record) => (record as { edit: unknown }).edit) : found;
    }
    const counts = { packs: packs.length, ...Object.fromEntries(Object.entries(stores).map(([part, list]) => [part, list.length])) };
    const header = { format: BACKUP_FORMAT, format_version: BACKUP_FORMAT_VERSION, made_at: madeAt, counts };
    return `${JSON.stringify({ ...header, settings, packs, stores })}\n`;
  });
}

/**
 * Reads a backup from a file. One that is none, newer than this code or cut short is refused; records that make no sense are left out,
 * each with its place and the reason.
 */
export function readBackup(input: string | object): BackupReading {
  const problems: FileProblem[] = [];
  const note: Note = (problem) => {
    if (problems.length < MAX_PROBLEMS) problems.push(problem);
  };
  const refused = (problem: FileProblem): BackupReading => ({ ok: false, problems: [problem] });
  if (typeof input === 'string' && input.length > MAX_BACKUP_TEXT) {
    return refused(fileProblem('', 'too-large', { found: `${input.length} > ${MAX_BACKUP_TEXT}` }));
  }
  let raw: unknown;
  try {
    raw = typeof input === 'string' ? JSON.parse(input.replace(/^\uFEFF/, '')) : input;
  } catch (error) {
    return refused(jsonProblem(String(input), error));
  }
  const version = isRecord(raw) ? raw.format_version : undefined;
  if (!isRecord(raw) || raw.format !== BACKUP_FORMAT)
    return refused(fileProblem('format', 'unknown-format', { found: isRecord(raw) ? String(raw.format ?? '') : '' }));
  if (typeof version === 'number' && version > BACKUP_FORMAT_VERSION) {
    return refused(fileProblem('format_version', 'newer-format', { found: `${version} > ${BACKUP_FORMAT_VERSION}` }));
  }
  const header = v.safeParse(Header, raw);
  if (!header.success) return refused(valueProblem('', header.issues[0]));
  const { counts, settings, packs, stores, made_at } = header.output;
  for (const [part, count] of Object.entries(counts)) {
    const there = part === 'packs' ? packs : stores[part];
    if (there?.length !== count) return refused(fileProblem(part, 'cut-short', { found: `${there?.length ?? 0} / ${count}` }));
  }
  const backup: Backup = { madeAt: made_at, settings, packs: readPacks(packs, note), stores: {} as Backup['stores'] };
  for (const part of partNames()) readPart(backup, part, stores[part] ?? [], note);
  for (const part of Object.keys(stores)) if (!Object.hasOwn(BACKUP_PARTS, part)) note(fileProblem(`stores.${part}`, 'unknown-format'));
  return { ok: true, backup, problems };
}

type Note = (problem: FileProblem) => void;

function readPart<P extends BackupPart>(backup: Backup, part: P, raw: readonly unknown[], note: Note): void {
  const { record, keyOf } = BACKUP_PARTS[part] as unknown as {
    record: v.GenericSchema<unknown, PartRecord<P>>;
    keyOf(record: PartRecord<P>): string;
  };
  const taken = new Set<string>();
  const read: PartRecord<P>[] = [];
  for (const [i, item] of raw.entries()) {
    const parsed = v.safeParse(record, item, { abortEarly: true });
    const key = parsed.success ? keyOf(parsed.output) : '';
    if (!parsed.success) note(valueProblem(`${part}[${i}]`, parsed.issues[0]));
    else if (taken.has(key)) note(fileProblem(`${part}[${i}]`, 'duplicate-id', { found: key }));
    else {
      taken.add(key);
      read.push(parsed.output);
    }
  }
  backup.stores[part] = read as Backup['stores'][P];
}

function readPacks(raw: readonly unknown[], note: Note): Backup['packs'] {
  const taken = new Set<string>();
  return raw.flatMap((item, i) => {
    const place = `packs[${i}]`;
    const leave = (problem: FileProblem): [] => {
      note(problem);
      return [];
    };
    const parsed = v.safeParse(BackedUpPack, item);
    if (!parsed.success) return leave(valueProblem(place, parsed.issues[0]));
    const { contents, ...about } = parsed.output;
    if (taken.has(about.id)) return leave(fileProblem(place, 'duplicate-id', { found: about.id }));
    if (contents === undefined && about.origin !== 'builtin') return leave(fileProblem(place, 'no-contents', { found: about.id }));
    taken.add(about.id);
    if (contents === undefined) return [about];
    const reading = readPack(contents);
    if (!reading.ok) {
      const [{ place: within, fault, ...rest }] = reading.problems as [FileProblem];
      return leave(fileProblem(`${place} ${within}`.trim(), fault, rest));
    }
    if (reading.pack.id !== about.id) return leave(fileProblem(place, 'another-id', { found: reading.pack.id }));
    return [{ ...about, contents: reading.pack }];
  });
}

function aboutOf({ id, origin, order, enabled, digest, installedAt, declined, subscription }: PackRecord): Backup['packs'][number] {
  const about = { id, origin, order, enabled, digest, installedAt, ...(declined && { declined }) };
  if (!subscription) return about;
  const { failure: _, ...kept } = subscription;
  return { ...about, subscription: kept };
}

function partNames(): BackupPart[] {
  return Object.keys(BACKUP_PARTS) as BackupPart[];
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
