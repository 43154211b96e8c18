export interface SyncState {
  on: boolean;
  /** ISO time of the last exchange that succeeded. */
  at: string | null;
  bytes: number;
  count: number;
  error?: 'quota' | 'newer' | 'unexpected';
  left: { key: string; name: string; why: 'large' | 'full' | 'unread' }[];
  /** How many more stay on this machine. */
  more: number;
}

export interface SyncService {
  read(): Promise<SyncState>;
  /** Calls back with each change, until the signal aborts. */
  watch(listener: () => void, signal: AbortSignal): void;
  setOn(on: boolean): Promise<void>;
  run(): Promise<void>;
  clear(): Promise<void>;
}
