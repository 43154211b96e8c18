import type { Area } from '../model/area';
import { ENTITY_TYPES, type Entity, type EntityType } from '../model/entity';
import type { Database } from '../store/database';
import { readDictionary, writeDictionary } from '../store/dictionary';
import type { IndexContents } from '../store/index-contents';
import { readIndexRevision } from '../store/index-revision';

interface Compiler<D> {
  /** Of the dictionary's form: one stored by other code is not used. */
  version: number;
  /** May wait, for data that comes with the extension beside its code. */
  compile(content: { areas: Area[]; entities: Iterable<Entity> }): D | Promise<D>;
}

interface Parts<D> extends Compiler<D> {
  db: Database;
  readIndex(): Promise<IndexContents>;
  /** Brings the index about where there is none yet. */
  install(): Promise<void>;
  /** Called with each dictionary that takes the place of one in use. */
  announce(key: string): void;
  /** A failure nobody waits for; null when the next attempt succeeded. */
  report(error: unknown): void;
}

export interface Kept<D> {
  key: string;
  dictionary: D;
  counts: Record<EntityType, number>;
  /** Read back from the store, or compiled in this life of the background. */
  from: 'stored' | 'compiled';
}

/**
 * Keeps the compiled dictionary: read back when the background wakes, compiled only when what it was made of has changed. After
 * a change the old one goes on answering until the new one is there.
 */
export class DictionaryKeeper<D> {
  #kept: Promise<Kept<D>> | null = null;
  #now: Kept<D> | null = null;
  #renewal: Promise<void> | null = null;
  #stale = false;

  constructor(private readonly parts: Parts<D>) {}

  /** The dictionary in use. The first caller waits for the store, and right after installation for the index itself. */
  current(): Promise<Kept<D>> {
    this.#kept ??= this.#wake().catch((error) => {
      this.#kept = null;
      throw error;
    });
    return this.#kept;
  }

  /** Says that packs or edits changed. Compiling starts in a later turn, so that no answer waits for it; changes meanwhile count as one. */
  changed(): void {
    this.#stale = true;
    this.#renewal ??= this.#renew().finally(() => {
      this.#renewal = null;
    });
  }

  /** Resolves when no change is waiting to be compiled. */
  async settled(): Promise<void> {
    while (this.#renewal) await this.#renewal;
  }

  async #wake(): Promise<Kept<D>> {
    let { revision, record } = await readDictionary<D>(this.parts.db);
    if (revision === null) {
      await this.parts.install();
      ({ revision, record } = await readDictionary<D>(this.parts.db));
    }
    const usable = record?.key.startsWith(this.#key('')) ? record : null;
    if (!usable) return this.#compile();
    if (usable.key !== this.#key(revision)) this.changed();
    this.#now = { ...usable, from: 'stored' };
    return this.#now;
  }

  async #renew(): Promise<void> {
    while (this.#stale) {
      await new Promise((resolve) => setTimeout(resolve));
      this.#stale = false;
      try {
        // Right after installation the first caller compiles already: once is enough.
        await this.#kept?.catch(() => {});
        if (this.#now?.key === this.#key(await readIndexRevision(this.parts.db))) continue;
        const kept = await this.#compile();
        this.#kept = Promise.resolve(kept);
        this.parts.announce(kept.key);
      } catch (error) {
        this.parts.report(error);
      }
    }
  }

  async #compile(): Promise<Kept<D>> {
    const { revision, areas, entities } = await this.parts.readIndex();
    const key = this.#key(revision);
    const shown = entities.flatMap(({ origin, entity }) => (origin === 'hidden' ? [] : [entity]));
    const counts = Object.fromEntries(ENTITY_TYPES.map((type) => [type, 0])) as Record<EntityType, number>;
    for (const { type } of shown) counts[type]++;
    const dictionary = await this.parts.compile({ areas, entities: shown });
    this.#now = { key, dictionary, counts, from: 'compiled' };
    // What cannot be stored is compiled again next time: slower, and nothing is lost.
    await writeDictionary(this.parts.db, { key, dictionary, counts }).then(() => this.parts.report(null), this.parts.report);
    return this.#now;
  }

  #key(revision: string | null): string {
    return `${this.parts.version}:${revision ?? ''}`;
  }
}
