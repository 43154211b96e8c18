import { useState } from 'preact/hooks';
import type { Entity } from '../../lib/model/entity';
import type { EditedEntity } from '../editor/EntityEditor';
import { useText } from '../ui/text';
import type { IndexService } from './view';

interface Removal {
  /** What was removed last, until it is taken back or forgotten. */
  removed: EditedEntity | null;
  error: string | null;
  remove: (edited: EditedEntity) => Promise<void>;
  undo: () => Promise<void>;
}

/** Removes, and remembers enough to take it back: the reader's own version is written again, a pack's is only shown again. */
export function useRemoval(service: IndexService, changed: () => void): Removal {
  const [removed, setRemoved] = useState<EditedEntity | null>(null);
  const [error, setError] = useState<string | null>(null);
  const attempt = async (action: () => Promise<void>, after: EditedEntity | null) => {
    try {
      await action();
      setRemoved(after);
      setError(null);
      changed();
    } catch (failure) {
      setError(service.explain(failure));
    }
  };
  const entityOf = (edited: EditedEntity) => edited.entity as unknown as Entity;
  return {
    removed,
    error,
    remove: (edited) => attempt(() => service.remove(entityOf(edited).id), edited),
    undo: async () => {
      if (!removed) return;
      const entity = entityOf(removed);
      const own = removed.origin === 'reader' || removed.origin === 'changed';
      await attempt(() => (own ? service.put(entity, Object.values(removed.sources)) : service.restore(entity.id)), null);
    },
  };
}

export function RemovedNotice({ removal: { removed, error, undo } }: { removal: Removal }) {
  const t = useText();
  if (!removed && !error) return null;
  return (
    <p class={error ? 'failure' : 'removed'} role="status">
      {error ?? t('index_removed', removed?.entity.name ?? '')}
      {removed && (
        <button type="button" class="link" onClick={undo}>
          {t('undo')}
        </button>
      )}
    </p>
  );
}
