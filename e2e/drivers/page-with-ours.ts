/** Reaches into our own elements on a page, whose roots are closed: each browser has its own way. */
export abstract class PageWithOurs {
  /** Runs a self-contained function on the closed root of the page's first `<tag>`; null when there is none. */
  protected abstract inShadow<A extends unknown[], T>(
    tag: string,
    run: (root: ShadowRoot, ...args: A) => T | Promise<T>,
    args: A,
  ): Promise<T | null>;

  inCard<A extends unknown[], T>(run: (root: ShadowRoot, ...args: A) => T | Promise<T>, ...args: A): Promise<T | null> {
    return this.inShadow('longcheng-card', run, args);
  }

  inNotice<A extends unknown[], T>(run: (root: ShadowRoot, ...args: A) => T | Promise<T>, ...args: A): Promise<T | null> {
    return this.inShadow('longcheng-notice', run, args);
  }
}
