import type { Database } from './database';
import type { VerdictRecord } from './reading-records';

export async function readVerdicts(db: Database): Promise<VerdictRecord[]> {
  return db.run(['verdicts'], 'readonly', (tx) => tx.objectStore('verdicts').getAll());
}

export async function putVerdict(db: Database, record: VerdictRecord): Promise<void> {
  await db.run(['verdicts'], 'readwrite', (tx) => tx.objectStore('verdicts').put(record), { durable: true });
}

/** Forgets those of the given keys there are. */
export async function removeVerdicts(db: Database, keys: Iterable<string>): Promise<void> {
  await db.run(
    ['verdicts'],
    'readwrite',
    async (tx) => {
      for (const key of keys) await tx.objectStore('verdicts').delete(key);
    },
    { durable: true },
  );
}
