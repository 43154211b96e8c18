import { browser } from 'wxt/browser';
import { writeSettings } from '../settings/all-settings';
import { synchronise } from '../settings/settings';
import { SITE_MATCHES } from '../settings/sites';
import type { Database } from '../store/database';
import { emptyEverything } from '../store/kept';

interface Parts {
  db: Database;
  /** Puts the pack that came with the extension into the empty store. */
  install(): Promise<unknown>;
  changed(): void;
}

/** Makes everything as it was right after installation: what is kept, settings, and the permissions given since. */
export async function resetEverything({ db, install, changed }: Parts): Promise<void> {
  // Off before anything is emptied: what is wiped here is not to be taken for deleted, nor to come back from elsewhere.
  await synchronise.set(false);
  await emptyEverything(db);
  await writeSettings({});
  const { origins = [] } = await browser.permissions.getAll();
  const given = origins.filter((origin) => !SITE_MATCHES.includes(origin));
  if (given.length) await browser.permissions.remove({ origins: given });
  await install();
  changed();
}
