import type { EntityType } from '../model/entity';
import type { FileProblem } from '../model/file-problem';
import type { EntityId } from '../model/ids';
import { changesBetween } from '../packs/changes';
import { fileProblem } from '../packs/file-fault';
import { type Planned, type Present, planEdit, planEntity } from '../packs/import-plan';
import { type Said, sayChange } from '../packs/say-changes';
import { type Plain, same } from '../packs/three-way';
import type { Database } from '../store/database';
import { readAllSources } from '../store/entities';
import { readIndex } from '../store/index-contents';
import type { LayeredEntity } from '../store/layers';
import { putPending } from '../store/pack-versions';
import { listPacks } from '../store/packs';
import { type Restored, restore, takeBackRestored } from '../store/restore';
import { listSaved } from '../store/saved';
import type { SavedRecord } from '../store/schema';
import { sha256 } from './digest';
import { type FileReading, readFile } from './read-file';

export type ImportGroup = 'new' | 'changed' | 'conflict' | 'same';

/** One thing a file would add or change. */
export interface ImportRow {
  /** Its number among all. */
  index: number;
  group: ImportGroup;
  type: EntityType | 'pack' | 'saved';
  name: string;
  /** Where in the file: a line of a table; empty where that says nothing. */
  place: string;
  said: Said[];
  taken: boolean;
}

/** What a file is and what it would do. */
export interface ImportSummary {
  kind: FileReading['kind'];
  /** How many there are of each group, and how many of them are taken. */
  counts: Record<ImportGroup, { all: number; taken: number }>;
  problems: FileProblem[];
  /** Of a pack: which one now waits on the page of packs. */
  pack?: string;
  /** Of a backup: when it was made, and how many pages, meetings and the like it holds that are not here. */
  madeAt?: string;
  reading?: number;
}

export interface ImportOutcome {
  /** How many entities, saved ones and packs were written. */
  count: number;
  /** Changed here while the preview was looked at: left as they are. */
  skipped: number;
  /** The journal's entry; null when no entity was changed. */
  entry: number | null;
  /** Of a backup: word of its settings was left (lib/store/settings-due.ts). */
  settings?: true;
}

type Row =
  | { what: 'entity'; place: string; planned: Planned; replan(present: Present | null): Planned; taken: boolean }
  | { what: 'saved'; record: SavedRecord; before: SavedRecord | null; group: ImportGroup; taken: boolean }
  | { what: 'pack'; id: string; title: string; before: string | null; after: string; group: ImportGroup; taken: boolean };

interface Parts {
  db: Database;
  now(): Date;
}

/** What a file would do, chosen from and then done as one, for one file at a time. */
export class ImportDesk {
  #reading: FileReading | null = null;
  #label = '';
  #rows: Row[] = [];
  #groups: Record<ImportGroup, number[]> = emptyGroups();
  #names = new Map<string, string>();
  #restored: Restored | null = null;

  constructor(private readonly parts: Parts) {}

  /** Reads a file and compares it with what is here. A pack is laid aside to be looked through. Nothing else is written. */
  async open(bytes: Uint8Array, label: string): Promise<ImportSummary> {
    const at = this.parts.now().toISOString();
    const reading = readFile(bytes, at.slice(0, 10));
    this.#reading = reading;
    this.#label = label;
    this.#rows = [];
    this.#groups = emptyGroups();
    this.#restored = null;
    if (reading.kind === 'pack') return this.#layAside(reading.pack, reading.text);
    if (reading.kind !== 'refused') await this.#plan(reading, at);
    this.#rows.forEach((row, index) => {
      this.#groups[groupOf(row)].push(index);
    });
    return this.summary();
  }

  summary(): ImportSummary {
    const { kind, problems } = this.#reading ?? { kind: 'refused' as const, problems: [] };
    const backup = this.#reading?.kind === 'backup' ? this.#reading.backup : null;
    return {
      kind,
      counts: this.#counts(),
      problems,
      ...(backup && {
        madeAt: backup.madeAt,
        reading: backup.stores.visits.length + backup.stores.inbox.length + backup.stores.verdicts.length,
      }),
    };
  }

  /** Some of a group's rows, in the file's order. */
  rows(group: ImportGroup, offset: number, limit: number): ImportRow[] {
    return this.#groups[group].slice(offset, offset + limit).map((index) => this.#show(index));
  }

  /** Takes a row, or (null) all of a group, or leaves it. */
  choose(group: ImportGroup, index: number | null, taken: boolean): ImportSummary['counts'] {
    for (const at of index === null ? this.#groups[group] : [index]) if (this.#rows[at]) this.#rows[at].taken = taken;
    return this.#counts();
  }

  /** Writes what is taken, in one transaction. Aborting leaves everything as it was. */
  async run(watch: { signal?: AbortSignal; onProgress?: (done: number, total: number) => void } = {}): Promise<ImportOutcome> {
    const { db, now } = this.parts;
    const backup = this.#reading?.kind === 'backup' ? this.#reading.backup : null;
    const taken = this.#rows.filter((row) => row.taken);
    if (taken.length === 0 && !backup) return { count: 0, skipped: 0, entry: null };
    const entities = new Map(taken.flatMap((row) => (row.what === 'entity' ? [[row.planned.id, row] as const] : [])));
    const saved = new Map(taken.flatMap((row) => (row.what === 'saved' ? [[row.record.entityId, row.record] as const] : [])));
    const packs = new Set(taken.flatMap((row) => (row.what === 'pack' ? [row.id] : [])));
    let skipped = 0;
    const note = { at: now().toISOString(), kind: 'import' as const, label: this.#label };
    const restored = await restore(
      db,
      {
        note,
        ids: new Set<EntityId>([...entities.keys(), ...saved.keys()]),
        decide: (id, { layered }) => {
          const row = entities.get(id);
          const record = saved.get(id);
          // What was edited here since the preview was made is not overwritten unseen.
          const planned = row?.replan(presentOf(layered));
          const stale = planned?.state === 'conflict' && row?.planned.state !== 'conflict';
          if (stale) skipped++;
          return { ...(planned && !stale && { edit: planned.edit }), ...(record && { saved: record }) };
        },
        ...(backup && { backup, packs }),
      },
      watch,
    );
    this.#restored = restored;
    const { entry, count } = restored;
    return { count: count + packs.size, skipped, entry, ...(backup && { settings: true }) };
  }

  /** Takes the last run back, as far as nothing was changed again since, in one transaction; `settings` are those there were before it. */
  async takeBack(settings: Record<string, unknown> | null = null): Promise<void> {
    const { db, now } = this.parts;
    const restored = this.#restored;
    if (!restored) return;
    await takeBackRestored(db, restored, now().toISOString(), settings);
    this.#restored = null;
  }

  async #layAside(pack: Extract<FileReading, { kind: 'pack' }>['pack'], text: string): Promise<ImportSummary> {
    const { db, now } = this.parts;
    const known = (await listPacks(db)).find(({ id }) => id === pack.id);
    const digest = await sha256(text);
    if (known?.origin === 'builtin') {
      this.#reading = { kind: 'refused', problems: [fileProblem('', 'builtin-id', { found: pack.id })] };
      return this.summary();
    }
    if (known?.digest !== digest) await putPending(db, pack, { origin: 'file', digest, fetchedAt: now().toISOString() });
    return { ...this.summary(), pack: pack.id };
  }

  async #plan(reading: Extract<FileReading, { kind: 'backup' | 'table' | 'popolo' }>, at: string): Promise<void> {
    const { db } = this.parts;
    const [{ entities, areas }, sources, saved, packs] = await Promise.all([
      readIndex(db),
      readAllSources(db),
      listSaved(db),
      listPacks(db),
    ]);
    const layered = new Map(entities.map((found) => [found.entity.id, found]));
    const presentFor = (id: EntityId) => presentOf(layered.get(id) ?? null);
    for (const { id, full_name } of areas) this.#names.set(id, full_name);
    for (const [id, { publisher, title }] of sources) this.#names.set(id, `${publisher}《${title}》`);
    for (const [id, { entity }] of layered) this.#names.set(id, entity.name);
    const plan = (id: EntityId, place: string, replan: (present: Present | null) => Planned) => {
      const planned = replan(presentFor(id));
      if (planned.after) this.#names.set(id, planned.after.name);
      this.#rows.push({ what: 'entity', place, planned, replan, taken: isTaken(planned.state) });
    };
    if (reading.kind !== 'backup') {
      const context = { at, sourceOf: (id: string) => sources.get(id as never) };
      for (const { place, ...brought } of reading.brought)
        plan(brought.entity.id, place, (present) => planEntity(brought, present, context));
      return;
    }
    const { backup } = reading;
    for (const pack of backup.packs) {
      const known = packs.find(({ id }) => id === pack.id);
      const after = pack.contents ?? known;
      if (!after) continue;
      const unchanged = known && (pack.origin === 'builtin' || known.digest === pack.digest) && known.enabled === pack.enabled;
      const group = !known ? 'new' : unchanged ? 'same' : 'changed';
      const row = { id: pack.id, title: after.title, before: known?.revision ?? null, after: after.revision };
      this.#rows.push({ what: 'pack', ...row, group, taken: isTaken(group) });
    }
    for (const edit of backup.stores.edits) plan(edit.id, '', (present) => planEdit(edit, present));
    const savedById = new Map(saved.map((record) => [record.entityId, record]));
    for (const record of backup.stores.saved) {
      const before = savedById.get(record.entityId) ?? null;
      const group = !before ? 'new' : same(before as unknown as Plain, record as unknown as Plain) ? 'same' : 'conflict';
      this.#rows.push({ what: 'saved', record, before, group, taken: isTaken(group) });
    }
  }

  #counts(): ImportSummary['counts'] {
    const count = (group: ImportGroup) => ({
      all: this.#groups[group].length,
      taken: this.#groups[group].filter((index) => this.#rows[index]!.taken).length,
    });
    return { new: count('new'), changed: count('changed'), conflict: count('conflict'), same: count('same') };
  }

  #show(index: number): ImportRow {
    const row = this.#rows[index]!;
    const group = groupOf(row);
    const nameOf = (id: string) => this.#names.get(id);
    const say = (before: unknown, after: unknown) =>
      changesBetween(before as Plain, after as Plain).map((change) => sayChange(change, nameOf));
    if (row.what === 'pack') {
      const said = [{ field: 'revision', ...(row.before && { before: row.before }), after: row.after }];
      return { index, group, type: 'pack', name: row.title, place: '', said, taken: row.taken };
    }
    if (row.what === 'saved') {
      const { note, tags } = row.record;
      const said = say(row.before ? { note: row.before.note, tags: row.before.tags } : {}, { note, tags });
      return { index, group, type: 'saved', name: row.record.name, place: '', said, taken: row.taken };
    }
    const { before, after, id } = row.planned;
    const type = (after ?? before)?.type ?? 'official';
    const said = group === 'new' ? [] : after ? say(before ?? {}, after) : [{ field: 'hidden' }];
    return { index, group, type, name: (after ?? before)?.name ?? id, place: row.place, said, taken: row.taken };
  }
}

function presentOf(layered: LayeredEntity | null): Present | null {
  return layered && { entity: layered.entity, pack: layered.pack, base: layered.base, edit: layered.edit };
}

function groupOf(row: Row): ImportGroup {
  return row.what === 'entity' ? row.planned.state : row.group;
}

/** What replaces nothing of the reader's is taken unless the reader leaves it. */
function isTaken(group: ImportGroup): boolean {
  return group === 'new' || group === 'changed';
}

function emptyGroups(): Record<ImportGroup, number[]> {
  return { new: [], changed: [], conflict: [], same: [] };
}
