import { problemLine } from '../packs/file-fault';
import type { Pack } from '../packs/pack';
import { readPack } from '../packs/read';
import type { FetchFault, Subscription } from '../store/pack-records';
import { sha256 } from './digest';

/** Largest answer read, in bytes: several times what a city needs. */
const MAX_BYTES = 48_000_000;
const TIMEOUT = 60_000;

/** What a look at an address brought. */
export type Fetched =
  | { state: 'same' }
  | { state: 'fetched'; pack: Pack; digest: string; headers: Pick<Subscription, 'etag' | 'lastModified'> }
  | { state: 'failed'; fault: FetchFault; detail: string };

interface FetchOptions {
  /** What the host said last time: it may answer that nothing changed. */
  known?: Pick<Subscription, 'etag' | 'lastModified'>;
  signal?: AbortSignal;
  fetch?: typeof fetch;
  maxBytes?: number;
  timeout?: number;
}

/** Whether packs may be read from there: https, or this very machine, for whoever tries out a pack of their own. */
export function isPackAddress(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, hostname, username, password } = new URL(url);
  if (username || password) return false;
  return protocol === 'https:' || (protocol === 'http:' && hostname === 'localhost');
}

/**
 * Reads a pack from an address: no cookies, no other host, no more than so many bytes and so long. Never throws but for an aborted
 * signal: whatever goes wrong is an answer.
 */
export async function fetchPack(url: string, options: FetchOptions = {}): Promise<Fetched> {
  const { known = {}, maxBytes = MAX_BYTES, timeout = TIMEOUT, signal } = options;
  const limit = AbortSignal.timeout(timeout);
  try {
    const response = await (options.fetch ?? fetch)(url, {
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      cache: 'no-store',
      headers: {
        ...(known.etag && { 'if-none-match': known.etag }),
        ...(known.lastModified && { 'if-modified-since': known.lastModified }),
      },
      signal: signal ? AbortSignal.any([signal, limit]) : limit,
    });
    if (response.url && new URL(response.url).origin !== new URL(url).origin) {
      await response.body?.cancel();
      return failed('redirected', new URL(response.url).host);
    }
    if (response.status === 304) return { state: 'same' };
    if (!response.ok) return failed('status', String(response.status));
    const bytes = await bytesOf(response, maxBytes);
    if (!bytes) return failed('too-large', String(maxBytes));
    return await packOf(bytes, response.headers);
  } catch (error) {
    signal?.throwIfAborted();
    return limit.aborted
      ? failed('timeout', String(timeout))
      : failed('unreachable', error instanceof Error ? error.message : String(error));
  }
}

async function packOf(bytes: Uint8Array, headers: Headers): Promise<Fetched> {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return failed('not-a-pack', 'UTF-8');
  }
  const reading = readPack(text);
  if (!reading.ok) return failed('not-a-pack', reading.problems.map(problemLine)[0] ?? '');
  const [etag, lastModified] = [headers.get('etag'), headers.get('last-modified')];
  return {
    state: 'fetched',
    pack: reading.pack,
    digest: await sha256(text),
    headers: { ...(etag && { etag }), ...(lastModified && { lastModified }) },
  };
}

/** The body, or null as soon as it is longer than it may be. */
async function bytesOf(response: Response, most: number): Promise<Uint8Array | null> {
  const parts: Uint8Array[] = [];
  let length = 0;
  const reader = response.body?.getReader();
  if (!reader) return new Uint8Array();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    length += value.length;
    if (length > most) {
      await reader.cancel();
      return null;
    }
    parts.push(value);
  }
  const all = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

function failed(fault: FetchFault, detail: string): Fetched {
  return { state: 'failed', fault, detail: [...detail].slice(0, 300).join('') };
}
