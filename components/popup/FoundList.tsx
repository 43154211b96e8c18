import { useEffect, useState } from 'preact/hooks';
import { EntityRow } from '../list/EntityRow';
import { VirtualRows } from '../list/VirtualRows';
import { useText } from '../ui/text';
import { ROW_HEIGHT } from './row-height';
import { SaveButton } from './SaveButton';
import type { FoundEntity, PopupEvents, SavedEntity } from './view';

interface FoundListProps {
  query: string;
  saved: SavedEntity[];
  events: PopupEvents;
}

/** Saved entities first, by name or note, then the rest of the index. */
export function FoundList({ query, saved, events }: FoundListProps) {
  const t = useText();
  const found = useFound(query, events.onSearch);
  const savedIds = new Set<string>(saved.map(({ entityId }) => entityId));
  const mine = saved.filter(({ name, note, summary, tags }) => [name, note, summary, ...tags].some((text) => text.includes(query)));
  const mineIds = new Set<string>(mine.map(({ entityId }) => entityId));
  const rows: FoundEntity[] = [
    ...mine.map(({ entityId, ...item }) => ({ ...item, id: entityId })),
    ...(found ?? []).filter(({ id }) => !mineIds.has(id)).sort((a, b) => Number(savedIds.has(b.id)) - Number(savedIds.has(a.id))),
  ];
  return (
    <div class="panel">
      <p class="said" role="status">
        {found && t('popup_found', rows.length)}
      </p>
      {found && !rows.length ? (
        <p class="empty">{t('popup_found_none', query)}</p>
      ) : (
        <VirtualRows
          count={rows.length}
          rowHeight={ROW_HEIGHT}
          role="list"
          label={t('popup_found', rows.length)}
          renderRow={(row, place, tabIndex) => {
            const item = rows[row];
            if (!item) return null;
            return (
              <EntityRow
                key={item.id}
                place={place}
                tabIndex={tabIndex}
                type={item.type}
                name={item.name}
                detail={item.summary}
                action={<SaveButton id={item.id} name={item.name} saved={savedIds.has(item.id)} onSave={events.onSave} />}
                onOpen={() => events.onOpen(item.id)}
              />
            );
          }}
        />
      )}
    </div>
  );
}

/** What the index answers to the latest query; null until it has answered once. A late answer to an older query is dropped. */
function useFound(query: string, onSearch: PopupEvents['onSearch']): FoundEntity[] | null {
  const [found, setFound] = useState<FoundEntity[] | null>(null);
  useEffect(() => {
    let latest = true;
    onSearch(query).then(
      (rows) => latest && setFound(rows),
      () => latest && setFound([]),
    );
    return () => {
      latest = false;
    };
  }, [query, onSearch]);
  return found;
}
