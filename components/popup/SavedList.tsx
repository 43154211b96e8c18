import { EntityRow } from '../list/EntityRow';
import { VirtualRows } from '../list/VirtualRows';
import { useText } from '../ui/text';
import { ROW_HEIGHT } from './row-height';
import { SaveButton } from './SaveButton';
import type { PopupEvents, SavedEntity } from './view';

export function SavedList({ saved, events }: { saved: SavedEntity[] | null; events: PopupEvents }) {
  const t = useText();
  if (!saved) return <p class="empty">{t('card_pending')}</p>;
  if (!saved.length) return <p class="empty">{t('popup_nothing_saved')}</p>;
  return (
    <VirtualRows
      count={saved.length}
      rowHeight={ROW_HEIGHT}
      role="list"
      label={t('popup_saved', saved.length)}
      onKey={(row, key) => key === 'Delete' && saved[row] && events.onSave(saved[row].entityId, false)}
      renderRow={(row, place, tabIndex) => {
        const item = saved[row];
        if (!item) return null;
        return (
          <EntityRow
            key={item.entityId}
            place={place}
            tabIndex={tabIndex}
            type={item.type}
            name={item.name}
            detail={[item.summary, item.note].filter(Boolean).join(' · ')}
            action={<SaveButton id={item.entityId} name={item.name} saved onSave={events.onSave} />}
            onOpen={() => events.onOpen(item.entityId)}
          />
        );
      }}
    />
  );
}
