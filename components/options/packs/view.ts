import type { EntityType } from '../../../lib/model/entity';
import type { EntityId } from '../../../lib/model/ids';
import type { Said } from '../../editor/said';

export interface PackCounts {
  areas: number;
  organizations: number;
  persons: number;
  projects: number;
  sources: number;
}

type FetchFault =
  | 'permission'
  | 'unreachable'
  | 'timeout'
  | 'status'
  | 'redirected'
  | 'too-large'
  | 'not-a-pack'
  | 'another-pack'
  | 'builtin';

interface Subscription {
  url: string;
  /** ISO time of the last look. */
  checkedAt: string;
  failure?: { fault: FetchFault; detail: string };
}

/** Another version of a pack than the one in use. */
export interface PackVersion {
  pack: string;
  title: string;
  revision: string;
  licence: string;
  origin: 'builtin' | 'file' | 'address';
  digest: string;
  fetchedAt: string;
  counts: PackCounts;
  subscription?: Subscription;
}

export interface InstalledPack {
  id: string;
  title: string;
  revision: string;
  licence: string;
  homepage?: string;
  origin: PackVersion['origin'];
  enabled: boolean;
  installedAt: string;
  counts?: PackCounts;
  subscription?: Subscription;
  pending?: PackVersion;
  previous?: PackVersion;
}

export interface DifferenceRow {
  kind: 'added' | 'removed' | 'changed';
  id: string;
  type: EntityType | 'area';
  name: string;
  said: Said[];
  saved: boolean;
}

export interface EditOutcome {
  id: EntityId;
  name: string;
  state: 'conflict' | 'gone' | 'settled';
  conflicts: { path: string; said: Said; mine: string; theirs: string }[];
}

export interface Difference {
  title: string;
  licence: string;
  homepage?: string;
  from: string | null;
  to: string;
  notes: { date: string; text: string }[];
  rows: DifferenceRow[];
  outcomes: EditOutcome[];
  /** Edits of the reader's that stand as they are. */
  standing: number;
}

/** Of one edit: where the pack's value shall stand. */
export interface Decision {
  id: EntityId;
  theirs: string[];
}

export type Looked = { state: 'waiting' | 'same'; pack: string } | { state: 'failed'; fault: FetchFault; detail: string };

/** What the page of packs asks. Everything rejects with what `explain` has words for. */
export interface PackService {
  /** The lowest layer first; `waiting` are not installed yet. */
  list(): Promise<{ installed: InstalledPack[]; waiting: PackVersion[] }>;
  /** Asks the reader to allow the address's host, then looks what is there. */
  look(url: string): Promise<Looked>;
  /** Looks again at an address that was allowed before. */
  check(url: string): Promise<Looked>;
  difference(pack: string, role: 'pending' | 'previous'): Promise<Difference | null>;
  apply(pack: string, digest: string, decisions: Decision[]): Promise<void>;
  leave(pack: string): Promise<void>;
  back(pack: string, digest: string): Promise<void>;
  settle(decisions: Decision[]): Promise<void>;
  enable(pack: string, enabled: boolean): Promise<void>;
  move(pack: string, by: 1 | -1): Promise<void>;
  /** Gives the host's permission back, where no other pack needs it. */
  remove(pack: string): Promise<void>;
  explain(error: unknown): string;
}
