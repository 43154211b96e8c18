import type { IDBPObjectStore } from 'idb';
import type { Database } from './database';
import type { Schema, StoreName } from './schema';

type Settings = Record<string, unknown>;

/** Leaves word, within a transaction, of the settings that belong to it: the browser keeps them elsewhere and writes them after. */
export async function leaveSettings(state: IDBPObjectStore<Schema, StoreName[], 'state', 'readwrite'>, settings: Settings): Promise<void> {
  await state.put(JSON.stringify(settings), 'settingsDue');
}

/** Writes the settings that a transaction left word of, if one did. May be called again after a failure, or when the last call was cut off. */
export async function finishSettings(db: Database, write: (settings: Settings) => Promise<void>): Promise<void> {
  const due = await db.run(['state'], 'readonly', (tx) => tx.objectStore('state').get('settingsDue'));
  if (due === undefined) return;
  await write(JSON.parse(due) as Settings);
  await db.run(['state'], 'readwrite', async (tx) => {
    if ((await tx.objectStore('state').get('settingsDue')) === due) await tx.objectStore('state').delete('settingsDue');
  });
}
