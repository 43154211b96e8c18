import type { Database } from '../store/database';
import { type IndexContents, readIndex } from '../store/index-contents';

/** Reads the whole index, once for all who ask while it is being read: of a hundred thousand entities that takes seconds. */
export class IndexReading {
  #reading: Promise<IndexContents> | null = null;

  constructor(private readonly db: Database) {}

  /** Says that packs or edits changed: what is being read may be older. */
  changed(): void {
    this.#reading = null;
  }

  read(): Promise<IndexContents> {
    if (this.#reading) return this.#reading;
    const reading = readIndex(this.db);
    const forget = () => {
      if (this.#reading === reading) this.#reading = null;
    };
    reading.then(forget, forget);
    this.#reading = reading;
    return reading;
  }
}
