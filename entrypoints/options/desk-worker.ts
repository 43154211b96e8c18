import { exportCsv, exportLayer, exportPopolo } from '../../lib/services/export-files';
import { ImportDesk } from '../../lib/services/import-desk';
import { packDifference } from '../../lib/services/pack-difference';
import { writeBackup } from '../../lib/store/backup';
import { Database } from '../../lib/store/database';
import type { DeskJobs, DeskReply, DeskRequest, JobName } from './desk-protocol';

// The options page's worker: one job after another, each of which can be stopped.

const db = new Database();
const now = () => new Date();
const desk = new ImportDesk({ db, now });
const reply = (message: DeskReply) => postMessage(message);

type Job<K extends JobName> = (input: Parameters<DeskJobs[K]>[0], job: { id: number; signal: AbortSignal }) => unknown;
const JOBS: { [K in JobName]: Job<K> } = {
  open: ({ bytes, label }) => desk.open(new Uint8Array(bytes), label),
  rows: ({ group, offset, limit }) => desk.rows(group, offset, limit),
  choose: ({ group, index, taken }) => desk.choose(group, index, taken),
  run: (_, { id, signal }) => desk.run({ signal, onProgress: (done, total) => reply({ id, progress: [done, total] }) }),
  takeBack: () => desk.takeBack(),
  difference: ({ pack, role }) => packDifference(db, pack, role),
  backup: ({ settings }) => writeBackup(db, settings, now().toISOString()),
  table: () => exportCsv(db),
  popolo: ({ about, revision }) => exportPopolo(db, about, revision),
  layer: ({ about, revision }) => exportLayer(db, about, revision),
};

const running = new Map<number, AbortController>();

addEventListener('message', ({ data }: MessageEvent<DeskRequest>) => {
  if ('abort' in data) running.get(data.id)?.abort();
  else void work(data);
});

async function work({ id, job, input }: Extract<DeskRequest, { job: JobName }>): Promise<void> {
  const stop = new AbortController();
  running.set(id, stop);
  try {
    reply({ id, value: await (JOBS[job] as Job<JobName>)(input as never, { id, signal: stop.signal }) });
  } catch (error) {
    const { name = 'Error', message = String(error), code } = error as { name?: string; message?: string; code?: string };
    reply({ id, error: { name, message, ...(typeof code === 'string' && { code }) } });
  } finally {
    running.delete(id);
  }
}
