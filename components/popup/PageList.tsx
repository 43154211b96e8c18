import { useState } from 'preact/hooks';
import { EntityRow } from '../list/EntityRow';
import { VirtualRows } from '../list/VirtualRows';
import { type Translate, useText } from '../ui/text';
import { NotRead, Visiting } from './NotRead';
import { ROW_HEIGHT } from './row-height';
import { SaveButton } from './SaveButton';
import type { PageEntity, PageState, PopupEvents, SavedEntity } from './view';

interface PageListProps {
  page: PageState;
  saved: SavedEntity[];
  events: PopupEvents;
}

/** What the page mentions; a row scrolls to its next mention. */
export function PageList({ page, saved, events }: PageListProps) {
  const t = useText();
  const [lost, setLost] = useState<string | null>(null);
  if (page.kind !== 'ready') return <NotRead page={page} events={events} />;
  if (!page.entities.length)
    return (
      <>
        <Visiting page={page} events={events} />
        <p class="empty">{t('popup_page_none')}</p>
      </>
    );
  const savedIds = new Set<string>(saved.map(({ entityId }) => entityId));
  const scrollTo = async ({ key, name }: PageEntity) => setLost((await events.onScrollTo(key)) ? null : name);
  return (
    <>
      <Visiting page={page} events={events} />
      {!page.following && <p class="aside">{t('popup_not_following')}</p>}
      {lost && (
        <p class="failure" role="status">
          {t('popup_mention_lost', lost)}
        </p>
      )}
      <VirtualRows
        count={page.entities.length}
        rowHeight={ROW_HEIGHT}
        role="list"
        label={t('popup_page', page.entities.length)}
        renderRow={(row, place, tabIndex) => {
          const item = page.entities[row];
          if (!item) return null;
          const { entityId } = item;
          return (
            <EntityRow
              key={item.key}
              place={place}
              tabIndex={tabIndex}
              type={item.type}
              name={item.name}
              detail={inText(item, t)}
              hollow={item.status === 'discovered'}
              count={t('popup_count', item.count)}
              action={entityId && <SaveButton id={entityId} name={item.name} saved={savedIds.has(entityId)} onSave={events.onSave} />}
              onOpen={() => scrollTo(item)}
            />
          );
        }}
      />
    </>
  );
}

/** How the page speaks of it, and whether the index knows it. */
function inText({ name, text, post, status, type }: PageEntity, t: Translate): string {
  const said = post ? t('popup_in_text', post) : text === name ? t(`type_${type}`) : t('card_called', text);
  return status === 'discovered' ? `${said} · ${t('card_not_in_index')}` : said;
}
