import type { EntityType } from '../../../lib/model/entity';
import type { FileProblem } from '../../../lib/model/file-problem';
import type { Said } from '../../editor/said';

export const IMPORT_GROUPS = ['new', 'changed', 'conflict', 'same'] as const;
export type ImportGroup = (typeof IMPORT_GROUPS)[number];

export interface ImportRow {
  index: number;
  group: ImportGroup;
  type: EntityType | 'pack' | 'saved';
  name: string;
  place: string;
  said: Said[];
  taken: boolean;
}

export type ImportCounts = Record<ImportGroup, { all: number; taken: number }>;

export interface ImportSummary {
  kind: 'refused' | 'pack' | 'backup' | 'table' | 'popolo';
  counts: ImportCounts;
  problems: FileProblem[];
  /** Of a pack: it waits on the page of packs. */
  pack?: string;
  /** Of a backup. */
  madeAt?: string;
  reading?: number;
}

export interface ImportOutcome {
  count: number;
  skipped: number;
}

export interface Publication {
  id: string;
  title: string;
  licence: string;
  homepage?: string;
}

/** What the page of ways in and out asks. Everything rejects with what `explain` has words for, or with an AbortError when stopped. */
export interface TransferService {
  open(file: File): Promise<ImportSummary>;
  rows(group: ImportGroup, offset: number, limit: number): Promise<ImportRow[]>;
  choose(group: ImportGroup, index: number | null, taken: boolean): Promise<ImportCounts>;
  run(onProgress: (done: number, total: number) => void): Promise<ImportOutcome>;
  /** Stops whatever runs; nothing of it is kept. */
  stop(): void;
  takeBack(): Promise<void>;
  saveBackup(): Promise<void>;
  saveTable(): Promise<void>;
  savePopolo(): Promise<void>;
  /** What was published last, for the next time. */
  publication(): Promise<Publication | null>;
  publish(about: Publication): Promise<void>;
  explain(error: unknown): string;
}
