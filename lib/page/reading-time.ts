interface ReadingTimeOptions {
  document: Document;
  signal: AbortSignal;
  /** How long a page must have been in view, altogether, to count as read, in milliseconds. */
  wait: number;
  onRead(): void;
}

export interface ReadingTime {
  /** Says which page is annotated now: another one begins anew, the same one goes on. */
  at(address: string): void;
}

/** Calls back once for each page that was in view long enough. A hidden tab does not count. */
export function watchReadingTime({ document, signal, wait, onRead }: ReadingTimeOptions): ReadingTime {
  let page: string | null = null;
  let left = wait;
  let began = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const pause = () => {
    if (timer === undefined) return;
    clearTimeout(timer);
    timer = undefined;
    left -= performance.now() - began;
  };
  const goOn = () => {
    if (timer !== undefined || page === null || left <= 0 || document.hidden || signal.aborted) return;
    began = performance.now();
    timer = setTimeout(() => {
      timer = undefined;
      left = 0;
      onRead();
    }, left);
  };
  document.addEventListener('visibilitychange', () => (document.hidden ? pause() : goOn()), { signal });
  signal.addEventListener('abort', pause);

  return {
    at(address) {
      if (address !== page) {
        pause();
        page = address;
        left = wait;
      }
      goOn();
    },
  };
}
