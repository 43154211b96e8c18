import type { Outcome, Undone } from '../../components/options/view';
import type { Area } from '../../lib/model/area';
import type { Entity } from '../../lib/model/entity';
import type { EntityId } from '../../lib/model/ids';
import type { Source } from '../../lib/model/source';
import type { Publication } from '../../lib/packs/publish';
import type { checkAgainstIndex } from '../../lib/services/check-entity';
import type { ImportDesk } from '../../lib/services/import-desk';
import type { packDifference } from '../../lib/services/pack-difference';
import type { PackRole } from '../../lib/store/pack-records';

/**
 * What the page asks of its worker, which reads and writes files and compares packs: all that would hold up the page or the
 * background. Both are of one build, so neither checks the other's form.
 */
export interface DeskJobs {
  open(input: { bytes: ArrayBuffer; label: string }): ReturnType<ImportDesk['open']>;
  rows(input: { group: Parameters<ImportDesk['rows']>[0]; offset: number; limit: number }): ReturnType<ImportDesk['rows']>;
  choose(input: { group: Parameters<ImportDesk['choose']>[0]; index: number | null; taken: boolean }): ReturnType<ImportDesk['choose']>;
  run(input: object): ReturnType<ImportDesk['run']>;
  takeBack(input: { settings: Record<string, unknown> | null }): Promise<void>;
  change(input: BulkChange): Promise<Changing<Outcome>>;
  undo(input: { entry: number } | { direction: 'undo' | 'redo' }): Promise<Changing<Undone | null>>;
  difference(input: { pack: string; role: PackRole }): ReturnType<typeof packDifference>;
  /** What the rules of the data say of an entity as it is being written, with the sources it rests on. */
  check(input: { entity: Entity; sources: Source[]; near: { ids: EntityId[]; areas: Area[] } }): ReturnType<typeof checkAgainstIndex>;
  backup(input: { settings: Record<string, unknown> }): Promise<string>;
  table(input: object): Promise<string>;
  popolo(input: { about: Publication; revision: string }): Promise<string>;
  layer(input: { about: Publication; revision: string }): Promise<string>;
}

/** What is done to many entities at once. */
export type BulkChange = { what: 'remove' | 'restore'; ids: EntityId[] } | { what: 'tag'; ids: EntityId[]; tag: string };

/** What a change did, and whose edits it changed. */
export interface Changing<T> {
  outcome: T;
  edited: readonly EntityId[];
}

export type JobName = keyof DeskJobs;
export type DeskRequest = { id: number; job: JobName; input: unknown } | { id: number; abort: true };
export type DeskReply =
  | { id: number; progress: [done: number, total: number] }
  | { id: number; value: unknown }
  | { id: number; error: { name: string; message: string; code?: string } };
