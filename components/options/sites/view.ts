import type { AreaId } from '../../../lib/model/ids';

/** A site the extension came with, all its subdomains included. */
interface BuiltInSite {
  site: string;
  on: boolean;
  /** Whether the browser lets the extension read it. */
  permitted: boolean;
  /** Single hosts of it that are switched off. */
  offHosts: string[];
}

/** A host of the reader's own choosing. */
export interface OwnSite {
  host: string;
  /** Where it speaks from. */
  area?: AreaId;
  /** Who publishes there, for articles that do not say. */
  paper?: string;
  on: boolean;
  permitted: boolean;
}

export interface SitesState {
  builtIn: BuiltInSite[];
  own: OwnSite[];
}

/** What the page of sites asks. Everything rejects with what the options page has words for. */
export interface SitesService {
  read(): Promise<SitesState>;
  /** Calls back whenever a new reading would differ, until the signal aborts. */
  watch(listener: () => void, signal: AbortSignal): void;
  /** The host an address or a host as typed means; null for none. */
  hostOf(typed: string): string | null;
  /**
   * Asks the browser for its permission for these hosts and built-in sites, and for nothing else. Must be called within the turn of
   * the reader's click. False when the reader declined.
   */
  allow(hosts: readonly string[]): Promise<boolean>;
  /** Adds a site, or changes what is said of it. */
  put(site: Pick<OwnSite, 'host' | 'area' | 'paper'>): Promise<void>;
  /** Takes a site off the list and gives the browser's permission back. */
  remove(host: string): Promise<void>;
  setOn(host: string, on: boolean): Promise<void>;
}
