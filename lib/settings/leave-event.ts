interface Event<L> {
  removeListener(listener: L): void;
}

/** Stops listening when the signal aborts. The events of an extension that was loaded anew are gone with it and need not be left. */
export function leaveOnAbort<L>(event: () => Event<L>, listener: L, signal: AbortSignal): void {
  signal.addEventListener(
    'abort',
    () => {
      try {
        event().removeListener(listener);
      } catch {
        // Nobody listens any more.
      }
    },
    { once: true },
  );
}
