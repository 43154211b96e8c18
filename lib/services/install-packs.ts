import { MessageError } from '../messages/message-error';
import { problemLine } from '../packs/file-fault';
import { readPack } from '../packs/read';
import type { Database } from '../store/database';
import { installPack, listPacks } from '../store/packs';
import { sha256 } from './digest';

interface Parts {
  db: Database;
  /** The text of the pack that came with the extension. */
  fetchPack(): Promise<string>;
  now(): Date;
}

/**
 * Returns what puts the pack that came with the extension into the store, unless the very same file is there already; it answers
 * whether the index changed. Called again while it runs, it joins that run. The reader's edits lie above and stay.
 */
export function createBuiltinInstaller(parts: Parts): () => Promise<boolean> {
  let running: Promise<boolean> | null = null;
  return () => {
    running ??= install(parts).finally(() => {
      running = null;
    });
    return running;
  };
}

async function install({ db, fetchPack, now }: Parts): Promise<boolean> {
  const text = await fetchPack();
  const digest = await sha256(text);
  const installed = await listPacks(db);
  // Also not where the reader went back from this very version to the one before it.
  if (installed.some((pack) => pack.origin === 'builtin' && (pack.digest === digest || pack.declined === digest))) return false;
  const reading = readPack(text);
  if (!reading.ok) throw new MessageError('invalid', reading.problems.map(problemLine).join('; '));
  await installPack(db, reading.pack, { origin: 'builtin', digest, installedAt: now().toISOString() });
  return true;
}
