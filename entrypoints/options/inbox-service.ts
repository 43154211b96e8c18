import type { InboxService } from '../../components/inbox/view';
import { createClient, sendToBackground } from '../../lib/messages/client';
import { BACKGROUND_MESSAGES } from '../../lib/messages/contract';
import { readingHistory } from '../../lib/settings/settings';

/** What the options page asks of the inbox, put to the background. */
export function createInboxService(): InboxService {
  const background = createClient(BACKGROUND_MESSAGES, sendToBackground);
  return {
    list: () => background.call('inbox.list', {}),
    accept: (ids) => background.call('inbox.accept', { ids }),
    dismiss: async (ids, reopen) => void (await background.call('inbox.dismiss', { ids, ...(reopen && { reopen }) })),
    draft: (id) => background.call('inbox.draft', { id }),
    isOn: readingHistory.get,
  };
}
