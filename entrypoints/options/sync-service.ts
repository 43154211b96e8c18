import type { SyncService } from '../../components/options/sync/view';
import { createClient, sendToBackground } from '../../lib/messages/client';
import { BACKGROUND_MESSAGES } from '../../lib/messages/contract';
import { synchronise, syncReport } from '../../lib/settings/settings';

const background = createClient(BACKGROUND_MESSAGES, sendToBackground);

export const syncService: SyncService = {
  async read() {
    const [on, report] = await Promise.all([synchronise.get(), syncReport.get()]);
    return { on, ...report };
  },
  watch(listener, signal) {
    synchronise.watch(listener, signal);
    syncReport.watch(listener, signal);
  },
  setOn: (on) => synchronise.set(on),
  run: async () => void (await background.call('sync.run', {})),
  clear: async () => void (await background.call('sync.clear', {})),
};
