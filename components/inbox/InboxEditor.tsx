import { X } from 'lucide';
import { useCallback, useEffect, useState } from 'preact/hooks';
import type { Entity, EntityType } from '../../lib/model/entity';
import { type EditedEntity, EntityEditor } from '../editor/EntityEditor';
import type { Choice, Form } from '../editor/form';
import type { IndexService, Outcome } from '../options/view';
import { Icon } from '../ui/Icon';
import { useText } from '../ui/text';

interface InboxEditorProps {
  /** The entity as the proposal would make it. */
  edited: EditedEntity;
  index: IndexService;
  onDirty: (dirty: boolean) => void;
  onSaved: (outcome: Outcome) => void;
  onClose: () => void;
}

const MOST_CHOICES = 20;

/** A proposal in the editor, filled in; it enters the index as the reader saves it. */
export function InboxEditor({ edited, index, onDirty, onSaved, onClose }: InboxEditorProps) {
  const t = useText();
  const [areas, setAreas] = useState<Form['areas']>([]);
  useEffect(() => void index.areas().then(setAreas, () => setAreas([])), [index]);
  const search = useCallback(
    async (query: string, types: readonly EntityType[]): Promise<Choice[]> =>
      (await index.search({ query, types: [...types], offset: 0, limit: MOST_CHOICES })).rows,
    [index],
  );
  return (
    <section class="detail" aria-label={t('editor_label')}>
      <button type="button" class="icon-button dismiss" aria-label={t('close')} title={t('close')} onClick={onClose}>
        <Icon node={X} />
      </button>
      <EntityEditor
        edited={edited}
        areas={areas}
        search={search}
        checks={index.checks}
        explain={index.explain}
        onDirty={onDirty}
        onClose={onClose}
        onSave={async (entity: Entity, added) => {
          onSaved(await index.put(entity, [...Object.values(edited.sources), ...added]));
          onClose();
        }}
        onRemove={onClose}
        onRestore={async () => onClose()}
      />
    </section>
  );
}
