/** How far outside the view counts as near it. */
const MARGIN = '100px';

/**
 * Tells which elements are in view or nearly so, through the browser's own reckoning: nothing is measured here. What has no box of its
 * own (display: contents) counts as near, because nobody can tell.
 */
export class NearView {
  readonly #watched = new Map<Element, boolean>();
  #observer: IntersectionObserver | null = null;

  /** @param onChange these elements came near, or went */
  constructor(private readonly onChange: (elements: ReadonlySet<Element>) => void) {}

  /** Makes `elements` all that is watched. Of a new one nothing is known until `onChange` tells. */
  watch(elements: ReadonlySet<Element>): void {
    this.#observer ??= new IntersectionObserver((entries) => this.#seen(entries), { rootMargin: MARGIN });
    for (const element of this.#watched.keys()) {
      if (elements.has(element)) continue;
      this.#watched.delete(element);
      this.#observer.unobserve(element);
    }
    for (const element of elements) {
      if (this.#watched.has(element)) continue;
      this.#watched.set(element, false);
      this.#observer.observe(element);
    }
  }

  isNear(element: Element): boolean {
    return this.#watched.get(element) ?? false;
  }

  stop(): void {
    this.#observer?.disconnect();
    this.#observer = null;
    this.#watched.clear();
  }

  #seen(entries: readonly IntersectionObserverEntry[]): void {
    const changed = new Set<Element>();
    for (const { target, isIntersecting, boundingClientRect: box } of entries) {
      const isNear = isIntersecting || (box.width === 0 && box.height === 0);
      if (!this.#watched.has(target)) continue;
      this.#watched.set(target, isNear);
      changed.add(target);
    }
    if (changed.size > 0) this.onChange(changed);
  }
}
