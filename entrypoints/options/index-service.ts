import type { EditedEntity } from '../../components/editor/EntityEditor';
import type { IndexService } from '../../components/options/view';
import { keyOf, type Translate } from '../../components/ui/text';
import { createClient, sendToBackground } from '../../lib/messages/client';
import { BACKGROUND_MESSAGES } from '../../lib/messages/contract';
import { MessageError } from '../../lib/messages/message-error';
import { readDraftEntity } from './draft-entity';

const MOST_ENTRIES = 200;

/** What the options page asks, put to the background. */
export function createIndexService(t: Translate): IndexService {
  const background = createClient(BACKGROUND_MESSAGES, sendToBackground);
  return {
    search: (search) => background.call('entities.search', search),
    ids: (criteria) => background.call('entities.ids', criteria),
    tag: (ids, tag) => background.call('entities.tag', { ids, tag }),
    get: async (id) => (await background.call('entities.get', { id })) as EditedEntity | null,
    draft: readDraftEntity,
    put: (entity, sources) => background.call('entities.put', { entity, sources }),
    remove: (ids) => background.call('entities.remove', { ids }),
    restore: (ids) => background.call('entities.restore', { ids }),
    takeBack: (id, field) => background.call('entities.takeBack', { id, field }),
    past: (id) => background.call('entities.past', { id }),
    checks: {
      collisions: (named) => background.call('entities.collisions', named),
      check: (entity, sources) => background.call('entities.check', { entity, sources }),
    },
    journal: () => background.call('journal.list', { limit: MOST_ENTRIES }),
    undo: (entry) => background.call('journal.undo', { entry }),
    step: (direction) => background.call('journal.step', { direction }),
    areas: () => background.call('areas.list', {}),
    storage: async () => {
      const [{ packs, counts, error }, kept, estimate, persisted] = await Promise.all([
        background.call('index.status', {}),
        background.call('storage.kept', {}),
        navigator.storage.estimate(),
        navigator.storage.persisted(),
      ]);
      const trouble = error && t(keyOf('error', error));
      return { packs, counts, kept, bytes: estimate.usage ?? null, persisted, ...(trouble && { trouble }) };
    },
    persist: () => navigator.storage.persist(),
    wipeHistory: async () => void (await background.call('history.forget', { everything: true })),
    reset: async () => void (await background.call('storage.reset', {})),
    explain: (error) => t(keyOf('error', error instanceof MessageError ? error.code : 'unexpected')),
  };
}
