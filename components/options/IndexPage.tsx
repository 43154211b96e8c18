import { X } from 'lucide';
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { EntityType } from '../../lib/model/entity';
import type { EntityId } from '../../lib/model/ids';
import { type EditedEntity, EntityEditor } from '../editor/EntityEditor';
import type { Choice, Form } from '../editor/form';
import { newEntity } from '../editor/new-entity';
import { Icon } from '../ui/Icon';
import { useText } from '../ui/text';
import { EntityTable } from './EntityTable';
import { Filters } from './Filters';
import { RemovedNotice, useRemoval } from './removal';
import type { Route } from './route';
import { useEntitySearch } from './use-entity-search';
import type { Criteria, IndexService } from './view';

interface IndexPageProps {
  route: Route & { page: 'index' };
  /** Changes whenever the index may have. */
  revision: number;
  service: IndexService;
  onNavigate: (route: Route) => void;
  onDirty: (dirty: boolean) => void;
}

const MOST_CHOICES = 20;

/** The list, and beside it (on narrow screens in its place) the entity that is edited. */
export function IndexPage({ route, revision, service, onNavigate, onDirty }: IndexPageProps) {
  const t = useText();
  const [criteria, setCriteria] = useState<Criteria>({ query: '' });
  const [stored, setStored] = useState(0);
  const changed = useCallback(() => setStored((count) => count + 1), []);
  const [restored, setRestored] = useState(0);
  const found = useEntitySearch(service.search, criteria, revision + stored);
  const areas = useAreas(service);
  const removal = useRemoval(service, changed);
  const opened = useOpened(route.entity, route.create, { stored, restored }, service);
  const close = () => onNavigate({ page: 'index' });
  const open = (id: EntityId) => onNavigate({ page: 'index', entity: id });

  const search = useCallback(
    async (query: string, types: readonly EntityType[]): Promise<Choice[]> =>
      (await service.search({ query, types: [...types], offset: 0, limit: MOST_CHOICES })).rows,
    [service],
  );
  return (
    <div class={opened ? 'index with-editor' : 'index'}>
      <h1 class="said">{t('nav_index')}</h1>
      <section class="list" aria-label={t('nav_index')}>
        <Filters
          criteria={criteria}
          total={found.total}
          onChange={setCriteria}
          onCreate={(type) => onNavigate({ page: 'index', create: type })}
        />
        {found.error !== null && (
          <p class="failure" role="alert">
            {service.explain(found.error)}
          </p>
        )}
        <RemovedNotice removal={removal} />
        {found.total === 0 && found.error === null ? (
          <p class="empty">{t('index_nothing')}</p>
        ) : (
          <EntityTable total={found.total ?? 0} rowAt={found.rowAt} onRange={found.need} selected={route.entity} onOpen={open} />
        )}
      </section>
      {opened && (
        <section class="detail" aria-label={t('editor_label')}>
          <button type="button" class="icon-button dismiss" aria-label={t('close')} title={t('close')} onClick={close}>
            <Icon node={X} />
          </button>
          {opened.edited === null ? (
            <p class="empty">{t('card_gone')}</p>
          ) : (
            <EntityEditor
              key={`${opened.edited.entity.id} ${opened.restored}`}
              edited={opened.edited}
              areas={areas}
              search={search}
              explain={service.explain}
              onDirty={onDirty}
              onClose={close}
              onSave={async (entity, sources) => {
                await service.put(entity, sources);
                onDirty(false);
                changed();
                open(entity.id);
              }}
              onRemove={() => opened.edited && removal.remove(opened.edited).then(close)}
              onRestore={async () => {
                if (!route.entity) return;
                await service.restore(route.entity);
                setRestored((count) => count + 1);
                changed();
              }}
            />
          )}
        </section>
      )}
    </div>
  );
}

interface Opened {
  /** Null when the index does not have it. */
  edited: EditedEntity | null;
  /** How often the reader had taken changes back when it was read: a form begun before is not to be kept. */
  restored: number;
}

/** The entity that the address names; null when it names none or is not read yet. */
function useOpened(
  id: EntityId | undefined,
  create: EntityType | undefined,
  { stored, restored }: { stored: number; restored: number },
  service: IndexService,
): Opened | null {
  const [opened, setOpened] = useState<Opened | null>(null);
  const latest = useRef(0);
  // A new entity is begun once, whatever else is stored meanwhile; one of the index is read anew after each change.
  const reading = create ? 0 : stored;
  useEffect(() => {
    const asked = ++latest.current;
    const open = (edited: EditedEntity | null) => asked === latest.current && setOpened({ edited, restored });
    if (create) open({ entity: newEntity(create) as EditedEntity['entity'], origin: 'new', pack: null, references: {}, sources: {} });
    else if (!id) setOpened(null);
    else service.get(id).then(open, () => open(null));
  }, [id, create, reading, restored, service]);
  return opened;
}

function useAreas(service: IndexService): Form['areas'] {
  const [areas, setAreas] = useState<Form['areas']>([]);
  useEffect(() => {
    service.areas().then(setAreas, () => setAreas([]));
  }, [service]);
  return areas;
}
