/** Changes that follow close upon each other travel together; and the browser allows only so many writes an hour. Milliseconds. */
const REST = 4000;
const LONGEST_WAIT = 3_600_000;

/**
 * When to exchange with other machines: a while after a change, and after a failure later and later. The background may be ended
 * while it waits: then the next life begins with an exchange.
 */
export class Exchanges {
  #timer: ReturnType<typeof setTimeout> | undefined;
  #wait = REST;

  constructor(private readonly run: () => Promise<void>) {}

  /** Something changed, here or elsewhere. */
  readonly due = (): void => {
    if (this.#timer !== undefined) return;
    this.#timer = setTimeout(() => void this.#exchange(), this.#wait);
  };

  async #exchange(): Promise<void> {
    try {
      await this.run();
      this.#wait = REST;
      this.#timer = undefined;
    } catch (error) {
      console.info('not synchronised', error);
      this.#wait = Math.min(this.#wait * 4, LONGEST_WAIT);
      this.#timer = undefined;
      this.due();
    }
  }
}
