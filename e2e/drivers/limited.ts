import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Bytes the pages of a limited browser may keep: some more than the extension's own index takes. */
export const LIMIT = 24_000_000;

/** A copy of the built extension, in a folder of the profile, that asks for no more space than any web page has. Gives its folder. */
export async function limitedCopy(extension: string, profile: string): Promise<string> {
  const copy = join(profile, 'longcheng-limited');
  await cp(extension, copy, { recursive: true });
  const path = join(copy, 'manifest.json');
  const manifest = JSON.parse(await readFile(path, 'utf8')) as { permissions: string[] };
  await writeFile(path, JSON.stringify({ ...manifest, permissions: manifest.permissions.filter((name) => name !== 'unlimitedStorage') }));
  return copy;
}

/** Name of a database that only takes up space. */
export const FILLING = 'filling';

/** Stores ever smaller pieces until not even the smallest fits. */
export async function fillDatabase(name: string): Promise<void> {
  const open = () =>
    new Promise<IDBDatabase>((resolve, reject) => {
      const opening = indexedDB.open(name);
      opening.onupgradeneeded = () => opening.result.createObjectStore('pieces', { autoIncrement: true });
      opening.onsuccess = () => resolve(opening.result);
      opening.onerror = () => reject(opening.error);
    });
  const fits = (db: IDBDatabase, bytes: number) =>
    new Promise<boolean>((resolve) => {
      const tx = db.transaction('pieces', 'readwrite');
      // Nothing that could be packed.
      const piece = new Uint8Array(bytes);
      for (let at = 0; at < bytes; at += 65_536) crypto.getRandomValues(piece.subarray(at, at + 65_536));
      tx.objectStore('pieces').add(piece);
      tx.oncomplete = () => resolve(true);
      tx.onabort = () => resolve(false);
    });
  for (let bytes = 4_194_304; bytes >= 1024; bytes /= 2) {
    // A write that does not fit ends the connection as well.
    const db = await open();
    while (await fits(db, bytes));
    db.close();
  }
}

export function dropDatabase(name: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase(name);
    request.onsuccess = () => resolve();
    request.onerror = () => reject(request.error);
  });
}
