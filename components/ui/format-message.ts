/** A catalogue in the WebExtension format (public/_locales/<language>/messages.json). */
export type Catalogue = Readonly<Record<string, { message: string }>>;

/**
 * The message as the browser's own i18n would give it, for where there is no browser: `$1`…`$9` are replaced, `$$` is a dollar sign.
 * @throws RangeError when the catalogue has no such message
 */
export function formatMessage(catalogue: Catalogue, key: string, substitutions: readonly (string | number)[] = []): string {
  const entry = catalogue[key];
  if (!entry) throw new RangeError(`no message ${key}`);
  return entry.message.replace(/\$([1-9$])/g, (_, mark: string) => (mark === '$' ? '$' : String(substitutions[Number(mark) - 1] ?? '')));
}
