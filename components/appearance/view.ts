import type { Appearance } from '../../lib/appearance/appearance';

export interface Shortcut {
  /** What it does, in the reader's language. */
  name: string;
  /** As the browser writes it; empty when none is set. */
  keys: string;
}

/** What the appearance page asks of the settings and of the browser. */
export interface AppearanceService {
  get(): Promise<Appearance>;
  set(appearance: Appearance): Promise<void>;
  watch(listener: (appearance: Appearance) => void, signal: AbortSignal): void;
  shortcuts(): Promise<Shortcut[]>;
  /** Opens the browser's page where shortcuts are changed. */
  openShortcuts(): void;
  /** A failure in the reader's words. */
  explain(error: unknown): string;
}
