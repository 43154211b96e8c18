import type { Database } from '../store/database';
import type { PackRecord, Subscription } from '../store/pack-records';
import { noteSubscription, putPending } from '../store/pack-versions';
import { listPacks } from '../store/packs';
import { type Fetched, fetchPack, isPackAddress } from './fetch-pack';

interface Parts {
  db: Database;
  now(): Date;
  /** Whether the reader allowed the host of an address. */
  permitted(url: string): Promise<boolean>;
  fetchPack?: typeof fetchPack;
}

/** What a look brought: a version that now waits for the reader, nothing new, or a failure that left everything as it was. */
export type Looked = { state: 'waiting' | 'same'; pack: string } | Extract<Fetched, { state: 'failed' }>;

const DAY = 24 * 60 * 60 * 1000;

/** Looks at the addresses packs come from. Nothing is installed here: what is new waits until the reader has looked through it. */
export function createSubscriptions({ db, now, permitted, fetchPack: read = fetchPack }: Parts) {
  const running = new Map<string, Promise<Looked>>();

  async function look(url: string): Promise<Looked> {
    if (!isPackAddress(url) || !(await permitted(url))) return { state: 'failed', fault: 'permission', detail: url.slice(0, 300) };
    const known = (await listPacks(db)).find((pack) => pack.subscription?.url === url);
    const fetched = await read(url, { known: known?.subscription ?? {} });
    const looked = await settle(url, known, fetched);
    if (known) await noteSubscription(db, known.id, subscriptionAfter(url, known.subscription, fetched, looked));
    return looked;
  }

  async function settle(url: string, known: PackRecord | undefined, fetched: Fetched): Promise<Looked> {
    if (fetched.state === 'failed') return fetched;
    if (fetched.state === 'same') return { state: 'same', pack: known?.id ?? '' };
    const { pack, digest } = fetched;
    const fault = await refusal(pack.id, known);
    if (fault) return { state: 'failed', fault, detail: pack.id };
    if (known && (known.digest === digest || known.declined === digest)) return { state: 'same', pack: pack.id };
    const subscription = { url, ...fetched.headers, checkedAt: now().toISOString() };
    await putPending(db, pack, { origin: 'address', digest, fetchedAt: now().toISOString(), subscription });
    return { state: 'waiting', pack: pack.id };
  }

  /** An address may bring its own pack only, and never what came with the extension. */
  async function refusal(id: string, known: PackRecord | undefined) {
    if (known) return known.id === id ? undefined : ('another-pack' as const);
    const taken = (await listPacks(db)).find((pack) => pack.id === id);
    return taken?.origin === 'builtin' ? ('builtin' as const) : undefined;
  }

  /** Conditional headers are kept only of what was read wholly: a version that was refused is asked for again. */
  function subscriptionAfter(url: string, before: Subscription | undefined, fetched: Fetched, looked: Looked): Subscription {
    const checkedAt = now().toISOString();
    if (looked.state === 'failed') {
      const { fault, detail } = looked;
      const { failure: _, ...rest } = before ?? { url };
      return { ...rest, checkedAt, failure: { fault, detail } };
    }
    const headers = fetched.state === 'fetched' ? fetched.headers : { etag: before?.etag, lastModified: before?.lastModified };
    const { etag, lastModified } = headers;
    return { url, ...(etag && { etag }), ...(lastModified && { lastModified }), checkedAt };
  }

  return {
    /** Looks at an address now. Called again while it runs, it joins that look. */
    look(url: string): Promise<Looked> {
      const begun =
        running.get(url) ??
        look(url).finally(() => {
          running.delete(url);
        });
      running.set(url, begun);
      return begun;
    },

    /** Looks at every address that was not looked at for a day. */
    async lookDue(): Promise<void> {
      const due = (await listPacks(db)).flatMap(({ subscription }) =>
        subscription && now().getTime() - Date.parse(subscription.checkedAt) >= DAY ? [subscription.url] : [],
      );
      for (const url of due) await this.look(url);
    },
  };
}
