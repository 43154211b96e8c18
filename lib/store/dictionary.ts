import type { Database } from './database';
import type { DictionaryRecord } from './schema';

/** The stored dictionary and the revision of the index as it is now, read at one moment. */
export async function readDictionary<D>(db: Database): Promise<{ revision: string | null; record: DictionaryRecord<D> | null }> {
  return db.run(['dictionary', 'state'], 'readonly', async (tx) => {
    const [record, revision] = await Promise.all([
      tx.objectStore('dictionary').get('current'),
      tx.objectStore('state').get('indexRevision'),
    ]);
    return { revision: revision ?? null, record: (record as DictionaryRecord<D> | undefined) ?? null };
  });
}

export async function writeDictionary(db: Database, record: DictionaryRecord): Promise<void> {
  await db.run(['dictionary'], 'readwrite', (tx) => tx.objectStore('dictionary').put(record, 'current'));
}
