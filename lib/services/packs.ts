import type * as v from 'valibot';
import type { PackDecision } from '../messages/background-inputs';
import type { BackgroundMessages, OutputOf } from '../messages/contract';
import { MessageError } from '../messages/message-error';
import { settleEdit } from '../packs/merge';
import { CHANGE_STORES, type ChangeTransaction, changeWithin } from '../store/change-index';
import type { Database } from '../store/database';
import { newIndexRevision } from '../store/index-revision';
import type { PackRecord, PackVersionRecord } from '../store/pack-records';
import { arrangePacks, leavePending, listVersions, removePack, takeVersion } from '../store/pack-versions';
import { listPacks, PACK_STORES } from '../store/packs';

interface Parts {
  db: Database;
  now(): Date;
  /** Called after each change of the index. */
  changed(): void;
}

type Decisions = readonly v.InferOutput<typeof PackDecision>[];

/** What the reader does with packs. Each is one transaction: all of it stands, or nothing. */
export function createPacks({ db, now, changed }: Parts) {
  const arrange = async (change: (packs: PackRecord[]) => PackRecord[]) => {
    await arrangePacks(db, change);
    changed();
  };
  const take = async (pack: string, role: PackVersionRecord['role'], digest: string, decisions: Decisions) => {
    const at = now().toISOString();
    await db.run(
      [...new Set([...PACK_STORES, ...CHANGE_STORES])],
      'readwrite',
      async (tx) => {
        const record = await takeVersion(tx, { pack, role, digest, at });
        if (!record) throw new MessageError('conflict', `${pack} ${digest} is no longer there`);
        await decide(tx, decisions, at, record.title);
        await newIndexRevision(tx.objectStore('state'));
      },
      { durable: true },
    );
    changed();
  };

  return {
    async list(): Promise<OutputOf<BackgroundMessages, 'packs.list'>> {
      const [packs, versions] = await Promise.all([listPacks(db), listVersions(db)]);
      const versionOf = (pack: string, role: PackVersionRecord['role']) =>
        versions.find((known) => known.pack === pack && known.role === role);
      const installed = packs.map((record) => {
        const [pending, previous] = [versionOf(record.id, 'pending'), versionOf(record.id, 'previous')];
        return { ...record, ...(pending && { pending }), ...(previous && { previous }) };
      });
      const known = new Set(packs.map(({ id }) => id));
      return { installed, waiting: versions.filter(({ pack, role }) => role === 'pending' && !known.has(pack)) };
    },

    /** Puts the version that was looked through in its place, and settles the conflicts the reader decided with it. */
    apply: (pack: string, digest: string, decisions: Decisions) => take(pack, 'pending', digest, decisions),

    /** Back to the version before, which changes places with the one in use. */
    back: (pack: string, digest: string) => take(pack, 'previous', digest, []),

    leave: (pack: string) => leavePending(db, pack),

    /** Settles conflicts of edits with packs as they are. */
    async settle(decisions: Decisions): Promise<void> {
      const at = now().toISOString();
      await db.run([...CHANGE_STORES], 'readwrite', (tx) => decide(tx, decisions, at), { durable: true });
      changed();
    },

    enable: (pack: string, enabled: boolean) =>
      arrange((packs) => packs.flatMap((known) => (known.id === pack ? [{ ...known, enabled }] : []))),

    /** Moves a pack one place up (1) or down (-1) among the layers. */
    move: (pack: string, by: 1 | -1) =>
      arrange((packs) => {
        const at = packs.findIndex(({ id }) => id === pack);
        const [one, other] = [packs[at], packs[at + by]];
        if (!one || !other) return [];
        return [
          { ...one, order: other.order },
          { ...other, order: one.order },
        ];
      }),

    async remove(pack: string): Promise<void> {
      const known = (await listPacks(db)).find(({ id }) => id === pack);
      if (known?.origin === 'builtin') throw new MessageError('invalid', 'the pack that comes with the extension stays');
      await removePack(db, pack);
      changed();
    },
  };
}

async function decide(tx: ChangeTransaction, decisions: Decisions, at: string, label?: string): Promise<void> {
  if (decisions.length === 0) return;
  const theirs = new Map(decisions.map((decision) => [decision.id, new Set(decision.theirs)]));
  await changeWithin(tx, { at, kind: 'edit', ...(label && { label }) }, theirs.keys(), (id, { layered, edit }) =>
    edit ? { edit: settleEdit(layered?.pack ?? null, edit, theirs.get(id)!, layered?.base ?? undefined) } : {},
  );
}
