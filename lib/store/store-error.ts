/** The database cannot be used now: another version holds it, a newer version wrote it, or the browser refuses it. */
export class StoreError extends Error {
  override name = 'StoreError';
  readonly code = 'unavailable';
}
