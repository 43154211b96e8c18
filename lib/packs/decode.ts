export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030';

/**
 * The text of a file whose encoding nobody told: by its byte order mark, else UTF-8 if it is that without fault, else UTF-16 where every
 * other byte of its beginning is zero, else GB18030, which spreadsheets in China write. Null when it is none of these.
 */
export function decodeText(bytes: Uint8Array): { text: string; encoding: Encoding } | null {
  for (const encoding of candidates(bytes)) {
    try {
      return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes), encoding };
    } catch {
      // Not in this one.
    }
  }
  return null;
}

function candidates(bytes: Uint8Array): Encoding[] {
  const [first, second, third] = bytes;
  if (first === 0xff && second === 0xfe) return ['utf-16le'];
  if (first === 0xfe && second === 0xff) return ['utf-16be'];
  if (first === 0xef && second === 0xbb && third === 0xbf) return ['utf-8'];
  const head = bytes.subarray(0, 200);
  const zeros = (odd: 0 | 1) => head.filter((byte, i) => i % 2 === odd && byte === 0).length > head.length / 4;
  if (zeros(1)) return ['utf-16le'];
  if (zeros(0)) return ['utf-16be'];
  return ['utf-8', 'gb18030'];
}
