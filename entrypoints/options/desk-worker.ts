import type { EntityId } from '../../lib/model/ids';
import { checkAgainstIndex } from '../../lib/services/check-entity';
import { exportCsv, exportLayer, exportPopolo } from '../../lib/services/export-files';
import { ImportDesk } from '../../lib/services/import-desk';
import { packDifference } from '../../lib/services/pack-difference';
import { createReaderIndex } from '../../lib/services/reader-index';
import { createUndo } from '../../lib/services/undo';
import { writeBackup } from '../../lib/store/backup';
import { Database } from '../../lib/store/database';
import type { Watch } from '../../lib/store/write-steps';
import type { Changing, DeskJobs, DeskReply, DeskRequest, JobName } from './desk-protocol';

// The options page's worker: one job after another, each of which can be stopped.

const db = new Database();
const now = () => new Date();
const desk = new ImportDesk({ db, now });
const reply = (message: DeskReply) => postMessage(message);

type Job<K extends JobName> = (input: Parameters<DeskJobs[K]>[0], watch: Required<Watch>) => unknown;
const JOBS: { [K in JobName]: Job<K> } = {
  open: ({ bytes, label }) => desk.open(new Uint8Array(bytes), label),
  rows: ({ group, offset, limit }) => desk.rows(group, offset, limit),
  choose: ({ group, index, taken }) => desk.choose(group, index, taken),
  run: (_, watch) => desk.run(watch),
  takeBack: ({ settings }) => desk.takeBack(settings),
  change: (asked, watch) =>
    changing((changed) => {
      const index = createReaderIndex({ db, now, changed });
      return asked.what === 'tag' ? index.tag(asked.ids, asked.tag, watch) : index[asked.what](asked.ids, watch);
    }),
  undo: (asked, watch) =>
    changing((changed) => {
      const undo = createUndo({ db, now, changed });
      return 'entry' in asked ? undo.entry(asked.entry, watch) : undo.step(asked.direction, watch);
    }),
  difference: ({ pack, role }) => packDifference(db, pack, role),
  check: ({ entity, sources, near }) => checkAgainstIndex({ db, near }, entity, sources),
  backup: ({ settings }) => writeBackup(db, settings, now().toISOString()),
  table: () => exportCsv(db),
  popolo: ({ about, revision }) => exportPopolo(db, about, revision),
  layer: ({ about, revision }) => exportLayer(db, about, revision),
};

async function changing<T>(work: (changed: (ids: readonly EntityId[]) => void) => Promise<T>): Promise<Changing<T>> {
  let edited: readonly EntityId[] = [];
  const outcome = await work((ids) => {
    edited = ids;
  });
  return { outcome, edited };
}

const running = new Map<number, AbortController>();

addEventListener('message', ({ data }: MessageEvent<DeskRequest>) => {
  if ('abort' in data) running.get(data.id)?.abort();
  else void work(data);
});

async function work({ id, job, input }: Extract<DeskRequest, { job: JobName }>): Promise<void> {
  const stop = new AbortController();
  running.set(id, stop);
  const onProgress = (done: number, total: number) => reply({ id, progress: [done, total] });
  try {
    reply({ id, value: await (JOBS[job] as Job<JobName>)(input as never, { signal: stop.signal, onProgress }) });
  } catch (error) {
    const { name = 'Error', message = String(error), code } = error as { name?: string; message?: string; code?: string };
    reply({ id, error: { name, message, ...(typeof code === 'string' && { code }) } });
  } finally {
    running.delete(id);
  }
}
