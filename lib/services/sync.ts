import { browser } from 'wxt/browser';
import type { EntityId } from '../model/ids';
import { type CausalRecord, type Fields, isThere } from '../packs/sync/causal';
import { editToFields, fieldsToEdit } from '../packs/sync/edit-fields';
import { ITEM_PREFIX, type Items, isForeignItem, readMailbox, writeMailbox } from '../packs/sync/mailbox';
import { contentsOf, forgetOld, mergeReplicas, noteLocal } from '../packs/sync/replica';
import type { Plain } from '../packs/three-way';
import { same } from '../packs/three-way';
import { canFollow, readFollowing, writeFollowing } from '../settings/following';
import type { Setting, SyncReport } from '../settings/settings';
import type { Database } from '../store/database';
import type { SyncRecord } from '../store/schema';
import { type Exchange, exchangeChanges, type Synchronised } from '../store/sync';
import { entityOfKey, fieldsToSaved, localContents, savedToFields } from './sync-contents';

interface Parts {
  db: Database;
  now(): Date;
  isOn(): Promise<boolean>;
  /** Called with the entities whose edits came from elsewhere. */
  changed(ids: readonly EntityId[]): void;
  /** The mailbox every machine of the reader's looks into. */
  mailbox: {
    read(): Promise<Items>;
    write(items: Items, removed: string[]): Promise<void>;
  };
  /** Settings that follow the reader, in the parts they travel in. */
  settings: {
    read(): Promise<ReadonlyMap<string, Fields>>;
    accepts(name: string, fields: Fields | null): boolean;
    write(name: string, fields: Fields | null): Promise<void>;
  };
  /** Where is kept how the last exchange went. */
  report: Pick<Setting<SyncReport>, 'set' | 'update'>;
}

const MOST_NAMED = 200;
const MACHINE = 'machine';

/** The browser's own sync storage. */
export const browserMailbox: Parts['mailbox'] = {
  read: () => browser.storage.sync.get(),
  async write(items, removed) {
    if (Object.keys(items).length) await browser.storage.sync.set(items);
    if (removed.length) await browser.storage.sync.remove(removed);
  },
};

export const followingSettings: Parts['settings'] = {
  read: async () => (await readFollowing()) as ReadonlyMap<string, Fields>,
  accepts: canFollow,
  write: writeFollowing,
};

/** One exchange with the reader's other machines: what they say is taken in, what was changed here is told. Rejects when it was in vain. */
export function createSync({ db, now, isOn, changed, mailbox, settings, report }: Parts) {
  let last: Promise<void> = Promise.resolve();

  async function exchange(): Promise<void> {
    if (!(await isOn())) return;
    const posted = await mailbox.read();
    if (Object.keys(posted).some(isForeignItem)) return fail('newer');
    const kept = await settings.read();
    const at = now();
    const work = new Work(posted, kept, settings.accepts, at);
    const done = await exchangeChanges(db, at.toISOString(), (local) => work.plan(local));
    const ids = work.edited;
    if (done.revision !== null) changed(ids);
    for (const [name, fields] of work.newSettings()) if (!work.unread.has(`c:${name}`)) await settings.write(name, fields);
    const { items, bytes, left } = writeMailbox(work.records);
    const fresh = Object.fromEntries(Object.entries(items).filter(([key, value]) => !same(value as Plain, posted[key] as Plain)));
    const stale = Object.keys(posted).filter((key) => key.startsWith(ITEM_PREFIX) && !(key in items));
    await mailbox.write(fresh, stale);
    const unread = [...work.unread].map((key) => ({ key, why: 'unread' as const }));
    const named = [...left, ...unread].slice(0, MOST_NAMED).map((one) => ({ ...one, name: work.nameOf(one.key) }));
    const more = work.more + left.length + unread.length - named.length;
    const count = [...work.records.values()].filter(isThere).length - left.length;
    await report.set({ at: at.toISOString(), bytes, count, left: named, more });
  }

  const fail = (error: NonNullable<SyncReport['error']>) => report.update((before) => ({ ...before, error }));

  return {
    /** Runs after whatever exchange runs already. */
    run(): Promise<void> {
      last = last.catch(() => undefined).then(exchange);
      return last.catch(async (error: unknown) => {
        const isFull = /quota|QUOTA|MAX_WRITE/.test(String((error as Error)?.message ?? error));
        await fail(isFull ? 'quota' : 'unexpected');
        throw error;
      });
    },

    /** Takes everything of ours out of the sync storage; what is kept on this machine stays. */
    async clear(): Promise<void> {
      const posted = await mailbox.read();
      await mailbox.write(
        {},
        Object.keys(posted).filter((key) => key.startsWith(ITEM_PREFIX)),
      );
    },
  };
}

/** The thinking of one exchange. */
class Work {
  records = new Map<string, CausalRecord>();
  readonly unread = new Set<string>();
  readonly edited: EntityId[] = [];
  more = 0;
  readonly #names = new Map<string, string>();

  constructor(
    private readonly posted: Items,
    private readonly settings: ReadonlyMap<string, Fields>,
    private readonly accepts: Parts['settings']['accepts'],
    private readonly at: Date,
  ) {}

  plan({ saved, edits, more, known }: Synchronised): Exchange {
    this.more = more;
    const local = localContents(saved, edits, this.settings);
    for (const { entityId, name } of saved) this.#names.set(entityId, name);
    for (const edit of edits)
      this.#names.set(edit.id, edit.kind === 'created' ? edit.entity.name : edit.kind === 'changed' ? edit.from.name : edit.id);
    const replica = known.filter(({ key }) => key !== MACHINE);
    const machine = Object.keys(known.find(({ key }) => key === MACHINE)?.record.seen ?? {})[0] ?? newMachine();
    const unread = new Set(replica.flatMap(({ key, unread }) => (unread ? [key] : [])));
    const time = this.at.getTime();
    const before = new Map(replica.map(({ key, record }) => [key, record]));
    const noted = noteLocal({ records: before, unread }, local, machine, time);
    this.records = forgetOld(mergeReplicas(noted, readMailbox(this.posted)), time);
    const differing = new Set<EntityId>();
    for (const [key, record] of this.records) {
      const id = entityOfKey(key);
      const here = local.get(key)?.fields ?? null;
      if (id && !same(contentsOf(record) as Plain, here as Plain)) differing.add(id);
    }
    for (const [name, fields] of this.newSettings()) if (!this.accepts(name, fields)) this.unread.add(`c:${name}`);
    return {
      ids: differing,
      decide: (id, present) => this.#decide(id, present),
      known: () => [
        { key: MACHINE, record: { seen: { [machine]: 1 }, fields: {} } },
        ...[...this.records].map(([key, record]): SyncRecord => ({ key, record, ...(this.unread.has(key) && { unread: true }) })),
      ],
    };
  }

  #decide(id: EntityId, present: Parameters<Exchange['decide']>[1]): ReturnType<Exchange['decide']> {
    const now = this.at.toISOString();
    const change: ReturnType<Exchange['decide']> = {};
    const [saved, edit] = [this.#said(`s:${id}`), this.#said(`e:${id}`)];
    if (saved !== undefined && !same(saved as Plain, (present.saved && savedToFields(present.saved)) as Plain)) {
      const record = saved && fieldsToSaved(id, saved, present.saved, present.layered?.entity, now);
      if (saved && !record) this.unread.add(`s:${id}`);
      else change.saved = record;
    }
    if (edit !== undefined && !same(edit as Plain, (present.edit && editToFields(present.edit)) as Plain)) {
      const made = edit && fieldsToEdit(id, edit, present.layered?.pack ?? null, present.edit, now);
      if (edit && !made) this.unread.add(`e:${id}`);
      else {
        change.edit = made;
        this.edited.push(id);
      }
    }
    return change;
  }

  /** What a record says now (null: deleted); undefined where there is none. */
  #said(key: string): Fields | null | undefined {
    const record = this.records.get(key);
    return record && contentsOf(record);
  }

  /** Settings that another machine changed. */
  newSettings(): [string, Fields | null][] {
    return [...this.records].flatMap(([key, record]): [string, Fields | null][] => {
      if (!key.startsWith('c:')) return [];
      const name = key.slice(2);
      const said = contentsOf(record);
      return same(said as Plain, (this.settings.get(name) ?? null) as Plain) ? [] : [[name, said]];
    });
  }

  nameOf(key: string): string {
    return this.#names.get(key.slice(2)) ?? key.slice(2);
  }
}

function newMachine(): string {
  return crypto.randomUUID().slice(0, 8);
}
