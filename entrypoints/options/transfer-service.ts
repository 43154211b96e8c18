import type { TransferService } from '../../components/options/transfer/view';
import { createClient, sendToBackground } from '../../lib/messages/client';
import { BACKGROUND_MESSAGES } from '../../lib/messages/contract';
import { MessageError } from '../../lib/messages/message-error';
import { nextRevision } from '../../lib/packs/publish';
import { MAX_FILE_BYTES } from '../../lib/services/read-file';
import { readSettings } from '../../lib/settings/all-settings';
import { publication } from '../../lib/settings/settings';
import type { Desk } from './desk';

/** What the page of ways in and out asks: files of the worker, settings of the browser. */
export function createTransferService(desk: Desk, explain: TransferService['explain']): TransferService {
  const background = createClient(BACKGROUND_MESSAGES, sendToBackground);
  let settingsBefore: Record<string, unknown> | null = null;
  /** The background writes the settings that a restoring or its taking back left word of. */
  const changed = () => background.call('index.changed', {});
  const today = () => new Date().toISOString().slice(0, 10);
  const revisionOf = (day: string) => day.replaceAll('-', '.');
  return {
    open: async (file) => {
      if (file.size > MAX_FILE_BYTES) throw new MessageError('invalid', `${file.size} bytes`);
      return desk.ask('open', { bytes: await file.arrayBuffer(), label: file.name });
    },
    rows: (group, offset, limit) => desk.ask('rows', { group, offset, limit }),
    choose: (group, index, taken) => desk.ask('choose', { group, index, taken }),
    run: async (onProgress) => {
      const before = await readSettings();
      const { settings, ...outcome } = await desk.ask('run', {}, { onProgress });
      settingsBefore = settings ? before : null;
      await changed();
      return outcome;
    },
    stop: () => desk.stop(),
    takeBack: async () => {
      await desk.ask('takeBack', { settings: settingsBefore });
      settingsBefore = null;
      await changed();
    },
    saveBackup: async () => save(`longcheng-backup-${today()}.json`, await desk.ask('backup', { settings: await readSettings() })),
    saveTable: async () => save(`longcheng-${today()}.csv`, await desk.ask('table', {}), 'text/csv'),
    savePopolo: async () => {
      const about = { id: 'longcheng', title: '龙城旁注', licence: 'CC BY 4.0' };
      save(`longcheng-popolo-${today()}.json`, await desk.ask('popolo', { about, revision: revisionOf(today()) }));
    },
    publication: async () => {
      const last = await publication.get();
      if (!last) return null;
      const { revision: _, ...about } = last;
      return about;
    },
    publish: async (about) => {
      const last = await publication.get();
      const revision = nextRevision(today(), last?.id === about.id ? last.revision : undefined);
      save(`${about.id}.json`, await desk.ask('layer', { about, revision }));
      await publication.set({ ...about, revision });
    },
    explain,
  };
}

/** Hands a file to the browser's downloads. */
function save(name: string, text: string, type = 'application/json'): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
