import type { EditedEntity } from '../../components/editor/EntityEditor';
import type { IndexService } from '../../components/options/view';
import { keyOf, type Translate } from '../../components/ui/text';
import { createClient, sendToBackground } from '../../lib/messages/client';
import { BACKGROUND_MESSAGES } from '../../lib/messages/contract';
import { MessageError } from '../../lib/messages/message-error';

/** What the options page asks, put to the background. */
export function createIndexService(t: Translate): IndexService {
  const background = createClient(BACKGROUND_MESSAGES, sendToBackground);
  return {
    search: (search) => background.call('entities.search', search),
    get: async (id) => (await background.call('entities.get', { id })) as EditedEntity | null,
    put: async (entity, sources) => void (await background.call('entities.put', { entity, sources })),
    remove: async (id) => void (await background.call('entities.remove', { ids: [id] })),
    restore: async (id) => void (await background.call('entities.restore', { ids: [id] })),
    areas: () => background.call('areas.list', {}),
    storage: async () => {
      const [{ packs, counts, error }, saved, estimate, persisted] = await Promise.all([
        background.call('index.status', {}),
        background.call('saved.list', {}),
        navigator.storage.estimate(),
        navigator.storage.persisted(),
      ]);
      const trouble = error && t(keyOf('error', error));
      return { packs, counts, saved: saved.length, bytes: estimate.usage ?? null, persisted, ...(trouble && { trouble }) };
    },
    persist: () => navigator.storage.persist(),
    explain: (error) => t(keyOf('error', error instanceof MessageError ? error.code : 'unexpected')),
  };
}
