import type { HistoryService } from '../../components/history/view';
import { createClient, sendToBackground } from '../../lib/messages/client';
import { BACKGROUND_MESSAGES } from '../../lib/messages/contract';
import { readingHistory } from '../../lib/settings/settings';

/** What the options page asks of the reading history, put to the background. */
export function createHistoryService(explain: HistoryService['explain']): HistoryService {
  const background = createClient(BACKGROUND_MESSAGES, sendToBackground);
  return {
    met: (entityId, wanted) => background.call('history.met', { entityId, ...wanted }),
    pages: (wanted) => background.call('history.pages', wanted),
    forget: async (what) => void (await background.call('history.forget', what)),
    setOn: readingHistory.set,
    explain,
  };
}
