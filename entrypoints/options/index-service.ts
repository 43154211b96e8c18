import type { EditedEntity } from '../../components/editor/EntityEditor';
import type { IndexService, Watch } from '../../components/options/view';
import { keyOf, type Translate } from '../../components/ui/text';
import { createClient, sendToBackground } from '../../lib/messages/client';
import { BACKGROUND_MESSAGES } from '../../lib/messages/contract';
import { MessageError } from '../../lib/messages/message-error';
import type { Desk } from './desk';
import type { BulkChange, Changing } from './desk-protocol';
import { readDraftEntity } from './draft-entity';

const MOST_ENTRIES = 200;

/** Of more the worker of the page takes care, so that the background goes on answering. */
const FEW = 300;

/** What the options page asks, put to the background; large changes and undo to the page's worker. */
export function createIndexService(t: Translate, desk: Desk): IndexService {
  const background = createClient(BACKGROUND_MESSAGES, sendToBackground);
  const told = async <T>({ outcome, edited }: Changing<T>): Promise<T> => {
    await background.call('index.changed', edited.length > FEW ? {} : { ids: [...edited] });
    return outcome;
  };
  const inBulk = async (change: BulkChange, watch: Watch = {}) => {
    watch.onProgress?.(0, change.ids.length);
    return told(await desk.ask('change', change, watch));
  };
  return {
    search: (search) => background.call('entities.search', search),
    ids: (criteria) => background.call('entities.ids', criteria),
    tag: (ids, tag, watch) => (ids.length > FEW ? inBulk({ what: 'tag', ids, tag }, watch) : background.call('entities.tag', { ids, tag })),
    get: async (id) => (await background.call('entities.get', { id })) as EditedEntity | null,
    draft: readDraftEntity,
    put: (entity, sources) => background.call('entities.put', { entity, sources }),
    remove: (ids, watch) => (ids.length > FEW ? inBulk({ what: 'remove', ids }, watch) : background.call('entities.remove', { ids })),
    restore: (ids, watch) => (ids.length > FEW ? inBulk({ what: 'restore', ids }, watch) : background.call('entities.restore', { ids })),
    takeBack: (id, field) => background.call('entities.takeBack', { id, field }),
    past: (id) => background.call('entities.past', { id }),
    checks: {
      collisions: (named) => background.call('entities.collisions', named),
      check: async (entity, sources) =>
        desk.ask('check', { entity, sources, near: await background.call('entities.neighbours', { entity }) }),
    },
    journal: () => background.call('journal.list', { limit: MOST_ENTRIES }),
    undo: async (entry, watch) => told(await desk.ask('undo', { entry }, watch)),
    step: async (direction, watch) => told(await desk.ask('undo', { direction }, watch)),
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
