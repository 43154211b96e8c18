import { type IDBPDatabase, type IDBPObjectStore, type IDBPTransaction, openDB } from 'idb';
import { DATABASE_NAME, DATABASE_VERSION, type Schema, type StoreName, upgrade } from './schema';
import { StoreError } from './store-error';

type Connection = IDBPDatabase<Schema>;
type State = { name: 'closed' } | { name: 'opening'; connection: Promise<Connection> } | { name: 'open'; connection: Connection };
export type Transaction<Names extends StoreName, Mode extends IDBTransactionMode> = IDBPTransaction<Schema, Names[], Mode>;
/** Any transaction over at least these stores: what a part of a larger piece of work needs of it. */
export interface Over<Names extends StoreName, Mode extends IDBTransactionMode> {
  objectStore<Name extends Names>(name: Name): IDBPObjectStore<Schema, StoreName[], Name, Mode>;
}

/**
 * The one way to the database. Opened when first needed, and again whenever the connection was lost: to a newer version of the
 * extension that asked for it, or to the browser. While an older version holds the database, callers get a StoreError at once
 * and the open goes on behind them.
 */
export class Database {
  #state: State = { name: 'closed' };

  constructor(
    private readonly name = DATABASE_NAME,
    private readonly version = DATABASE_VERSION,
  ) {}

  /**
   * Runs `work` in one transaction: all of it is stored, or, when it throws or a request fails, nothing. `work` may wait for
   * requests of its transaction only. `durable` waits until the disk has it, for what cannot be had again.
   * Throws what `work` threw, a QuotaExceededError when the disk is full, a StoreError when the database cannot be had.
   */
  async run<Name extends StoreName, Mode extends 'readonly' | 'readwrite', T>(
    names: Name[],
    mode: Mode,
    work: (tx: Transaction<Name, Mode>) => Promise<T>,
    { durable = false } = {},
  ): Promise<T> {
    const tx = await this.#begin(names, mode, durable);
    const done = tx.done.then(
      () => null,
      (error: unknown) => ({ error }),
    );
    try {
      const result = await work(tx);
      const failed = await done;
      if (failed) throw failed.error;
      return result;
    } catch (error) {
      abort(tx);
      await done;
      // A full disk may show first as an aborted request: what the transaction itself says is nearer the cause.
      const cause = tx.error ?? error;
      if ((cause as Error | null)?.name === 'QuotaExceededError') this.#lose(tx.db);
      throw cause;
    }
  }

  /** Lets go of the connection once running transactions are through. The next `run` opens it again. */
  async close(): Promise<void> {
    const state = this.#state;
    this.#state = { name: 'closed' };
    if (state.name === 'open') state.connection.close();
    if (state.name === 'opening') await state.connection.catch(() => {});
  }

  async #begin<Name extends StoreName, Mode extends 'readonly' | 'readwrite'>(
    names: Name[],
    mode: Mode,
    durable: boolean,
  ): Promise<Transaction<Name, Mode>> {
    const options: IDBTransactionOptions = { durability: durable ? 'strict' : 'relaxed' };
    const connection = await this.#connect();
    try {
      return connection.transaction(names, mode, options);
    } catch (error) {
      if ((error as DOMException).name !== 'InvalidStateError') throw error;
      // Closed under us without an event we heard.
      this.#lost(connection);
      return (await this.#connect()).transaction(names, mode, options);
    }
  }

  #connect(): Promise<Connection> {
    if (this.#state.name === 'open') return Promise.resolve(this.#state.connection);
    if (this.#state.name === 'opening') return this.#state.connection;
    const opening: State = { name: 'opening', connection: this.#open() };
    this.#state = opening;
    return opening.connection;
  }

  #open(): Promise<Connection> {
    const { promise, resolve, reject } = withResolvers<Connection>();
    let current: Connection | undefined;
    const lost = () => current && this.#lost(current);
    openDB<Schema>(this.name, this.version, {
      upgrade,
      blocked: () => reject(new StoreError('the database is held by another version of the extension')),
      blocking: () => {
        current?.close();
        lost();
      },
      terminated: lost,
    }).then(
      (connection) => {
        current = connection;
        if (this.#state.name === 'opening' && this.#state.connection === promise) this.#state = { name: 'open', connection };
        else connection.close(); // close() came first.
        resolve(connection);
      },
      (cause) => {
        if (this.#state.name === 'opening' && this.#state.connection === promise) this.#state = { name: 'closed' };
        reject(cause?.name === 'QuotaExceededError' ? cause : new StoreError(String(cause?.message ?? cause), { cause }));
      },
    );
    return promise;
  }

  /** After a full disk Firefox lets the next writing of that connection delete only: the next one gets another connection. */
  #lose(connection: Connection): void {
    this.#lost(connection);
    connection.close();
  }

  #lost(connection: Connection): void {
    if (this.#state.name === 'open' && this.#state.connection === connection) this.#state = { name: 'closed' };
  }
}

function abort(tx: { abort(): void }): void {
  try {
    tx.abort();
  } catch {
    // Already aborted or done.
  }
}

function withResolvers<T>() {
  let resolve!: (value: T) => void;
  let reject!: (reason: unknown) => void;
  const promise = new Promise<T>((yes, no) => {
    resolve = yes;
    reject = no;
  });
  promise.catch(() => {});
  return { promise, resolve, reject };
}
