import { Pencil } from 'lucide';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { EntityId } from '../../lib/model/ids';
import { EntityRow } from '../list/EntityRow';
import { VirtualRows } from '../list/VirtualRows';
import { Icon } from '../ui/Icon';
import { type MessageKey, useText } from '../ui/text';
import { ROW_HEIGHT } from './row-height';
import { SaveButton } from './SaveButton';
import { SavedEditor } from './SavedEditor';
import type { PopupEvents, SavedEntity } from './view';

interface SavedListProps {
  saved: SavedEntity[] | null;
  label: MessageKey;
  /** Said when there is none. */
  none: string;
  events: PopupEvents;
}

type LastMet = Awaited<ReturnType<PopupEvents['onLastMet']>>[number];

/** Saved entities with their notes, how often each was met and when last; a note is edited in the row itself. */
export function SavedList({ saved, label, none, events }: SavedListProps) {
  const t = useText();
  const [editing, setEditing] = useState<EntityId | null>(null);
  const box = useRef<HTMLDivElement>(null);
  const edited = useRef<number | null>(null);
  const met = useLastMet(events.onLastMet);
  useEffect(() => {
    if (editing !== null || edited.current === null) return;
    box.current?.querySelector<HTMLElement>(`[data-row="${edited.current}"] [data-main]`)?.focus();
    edited.current = null;
  }, [editing]);
  if (!saved) return <p class="empty">{t('card_pending')}</p>;
  if (!saved.length) return <p class="empty">{none}</p>;
  const edit = (row: number) => {
    edited.current = row;
    setEditing(saved[row]?.entityId ?? null);
  };
  return (
    <div class="list" ref={box}>
      <VirtualRows
        count={saved.length}
        rowHeight={ROW_HEIGHT}
        role="list"
        label={t(label, saved.length)}
        onRange={(first, last) => met.need(saved.slice(first, last + 1).map(({ entityId }) => entityId))}
        onKey={(row, key) => {
          if (editing !== null) return;
          if (key === 'Delete' && saved[row]) events.onSave(saved[row].entityId, false);
          if (key === 'e') edit(row);
        }}
        renderRow={(row, place, tabIndex) => {
          const item = saved[row];
          if (!item) return null;
          const { entityId, type, name, summary, note, tags } = item;
          if (entityId === editing) {
            return (
              <SavedEditor
                key={entityId}
                place={place}
                item={item}
                onDone={(change) => {
                  setEditing(null);
                  if (change) events.onChange(entityId, change);
                }}
              />
            );
          }
          const seen = met.of(entityId);
          return (
            <EntityRow
              key={entityId}
              place={place}
              tabIndex={tabIndex}
              type={type}
              name={name}
              detail={[item.why && t(`popup_new_${item.why}`), note, ...tags.map((tag) => `#${tag}`), summary].filter(Boolean).join(' · ')}
              count={seen && `${t('popup_met', seen.pages)} · ${seen.readAt.slice(5, 10)}`}
              action={
                <span class="row-actions">
                  <button
                    type="button"
                    class="icon-button"
                    tabIndex={-1}
                    aria-label={t('popup_edit_named', name)}
                    title={t('popup_note')}
                    onClick={() => edit(row)}
                  >
                    <Icon node={Pencil} />
                  </button>
                  <SaveButton id={entityId} name={name} saved onSave={events.onSave} />
                </span>
              }
              onOpen={() => events.onOpen(entityId)}
            />
          );
        }}
      />
    </div>
  );
}

/** Asks about rows as they come into view, each once. */
function useLastMet(ask: PopupEvents['onLastMet']) {
  const [known, setKnown] = useState<ReadonlyMap<EntityId, LastMet>>(new Map());
  const asked = useRef(new Set<EntityId>());
  return {
    of: (id: EntityId) => known.get(id),
    need: (ids: readonly EntityId[]) => {
      const fresh = ids.filter((id) => !asked.current.has(id));
      if (!fresh.length) return;
      for (const id of fresh) asked.current.add(id);
      ask(fresh).then(
        (found) => found.length && setKnown((before) => new Map([...before, ...found.map((met) => [met.entityId, met] as const)])),
        () => undefined,
      );
    },
  };
}
