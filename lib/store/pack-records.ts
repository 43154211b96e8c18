import type { Pack } from '../packs/pack';

type PackOrigin = 'builtin' | 'file' | 'address';
type PackCounts = NonNullable<Pack['counts']>;

/** Why a look at an address brought nothing. What was there before stays. */
export type FetchFault =
  | 'permission'
  | 'unreachable'
  | 'timeout'
  | 'status'
  | 'redirected'
  | 'too-large'
  | 'not-a-pack'
  | 'another-pack'
  | 'builtin';

/** Where a pack comes from again and again, and what its host said last. */
export interface Subscription {
  url: string;
  etag?: string;
  lastModified?: string;
  /** ISO time in UTC of the last look, whatever it brought. */
  checkedAt: string;
  /** Why the last look brought nothing; absent when it went well. */
  failure?: { fault: FetchFault; detail: string };
}

/** What is kept of a pack beside its contents. A higher `order` lies above a lower one. */
export interface PackRecord extends Pick<Pack, 'id' | 'title' | 'revision' | 'licence' | 'homepage' | 'changes'> {
  origin: PackOrigin;
  order: number;
  enabled: boolean;
  /** SHA-256 of the file it was read from, to know it again. */
  digest: string;
  /** ISO time in UTC. */
  installedAt: string;
  /** Missing in records of the first version. */
  counts?: PackCounts;
  /** Digest of the version the reader left or went back from: not offered or installed again by itself. */
  declined?: string;
  subscription?: Subscription;
}

/**
 * Another version of a pack: the one in use before, or one that waits for the reader. Its contents lie apart, so that to list versions
 * does not mean to read them.
 */
export interface PackVersionRecord {
  pack: string;
  role: PackRole;
  title: string;
  revision: string;
  licence: string;
  origin: PackOrigin;
  digest: string;
  /** ISO time in UTC when it was read or fetched. */
  fetchedAt: string;
  counts: PackCounts;
  subscription?: Subscription;
}

export type PackRole = 'previous' | 'pending';

export interface PackContentsRecord {
  pack: string;
  role: PackRole;
  contents: Pack;
}
