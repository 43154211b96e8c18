import type { BackgroundMessages, OutputOf } from '../messages/contract';
import type { ErrorCode } from '../messages/error-codes';
import { codeOf } from '../messages/server';
import type { Database } from '../store/database';
import { listPacks } from '../store/packs';
import type { DictionaryKeeper } from './dictionary-keeper';

const NOTHING = { official: 0, organization: 0, project: 0 };

/** Remembers what went wrong behind the scenes, until it works again. */
export class Trouble {
  code: ErrorCode | undefined;

  /** Takes note of a failure nobody waits for; null: it works again. */
  readonly report = (error: unknown): void => {
    this.code = error === null ? undefined : codeOf(error);
    if (error !== null) console.error(error);
  };
}

/** What is to be said of the index: there or not, from which packs, and what went wrong last. Waits while it is being installed. */
export async function indexStatus<D>(
  db: Database,
  keeper: DictionaryKeeper<D>,
  trouble: Trouble,
): Promise<OutputOf<BackgroundMessages, 'index.status'>> {
  try {
    const { counts, from } = await keeper.current();
    const packs = await listPacks(db);
    return {
      ready: true,
      error: trouble.code,
      packs: packs.map(({ id, title, revision }) => ({ id, title, revision })),
      counts,
      dictionary: from,
    };
  } catch (error) {
    return { ready: false, error: codeOf(error), packs: [], counts: NOTHING, dictionary: 'none' };
  }
}
