/** As a mention's votes are: a kind, and what it rests on in the page's or the index's own words. */
interface Reason {
  kind: string;
  detail?: string;
}

/**
 * Why something is marked, in one line.
 * @param message gives `why_<kind>` with the detail put in; a reason without one loses the empty quotation marks
 */
export function whyLine<R extends Reason>(
  reasons: readonly R[],
  message: (key: `why_${R['kind']}`, detail: string) => string,
  separator = '；',
): string {
  const parts = reasons.map(({ kind, detail = '' }) =>
    message(`why_${kind as R['kind']}`, detail)
      .replace(/[:：]?\s*“”/g, '')
      .trim(),
  );
  return [...new Set(parts)].join(separator);
}
