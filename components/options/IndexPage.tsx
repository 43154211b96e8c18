import { X } from 'lucide';
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { checkSource } from '../../lib/model/check';
import type { EntityType } from '../../lib/model/entity';
import type { EntityId } from '../../lib/model/ids';
import { type ReadAt, sourceOf } from '../../lib/reading/draft-entity';
import { type EditedEntity, EntityEditor } from '../editor/EntityEditor';
import type { Choice, Form } from '../editor/form';
import { newEntity } from '../editor/new-entity';
import { Icon } from '../ui/Icon';
import { useText } from '../ui/text';
import { BulkBar } from './BulkBar';
import { EntityTable } from './EntityTable';
import { Filters } from './Filters';
import { PastPanel } from './PastPanel';
import { type Route, routeHash } from './route';
import type { Changes } from './use-changes';
import { useEntitySearch } from './use-entity-search';
import { useSelection } from './use-selection';
import type { Criteria, IndexService, JournalEntry, Outcome, Watch } from './view';

interface IndexPageProps {
  route: Route & { page: 'index' };
  /** Changes whenever the index may have. */
  revision: number;
  service: IndexService;
  areas: Form['areas'];
  changes: Changes;
  onNavigate: (route: Route, how?: { replace?: boolean }) => void;
  onDirty: (dirty: boolean) => void;
}

const MOST_CHOICES = 20;

/** The list, and beside it (on narrow screens in its place) the entity that is edited. */
export function IndexPage({ route, revision, service, areas, changes, onNavigate, onDirty }: IndexPageProps) {
  const t = useText();
  const [criteria, setCriteria] = useCriteria(route, onNavigate);
  const state = revision + changes.count;
  const found = useEntitySearch(service.search, criteria, state);
  const selecting = useSelection(service, criteria, found.rowAt);
  const list = useRef<HTMLElement>(null);
  useSearchKey(list);
  const opened = useOpened(route, state, service);
  // What is stored takes its time, and the reader may have typed on meanwhile.
  const now = useRef(criteria);
  now.current = criteria;
  const close = () => onNavigate({ page: 'index', criteria: now.current });
  const remove = async (edited: EditedEntity | null) => {
    if (!edited || !route.entity) return;
    const id = route.entity;
    if (await changes.run('remove', () => service.remove([id]))) close();
  };
  const inBulk = async (kind: JournalEntry['kind'], action: (watch: Watch) => Promise<Outcome>) => {
    if (await changes.run(kind, action)) selecting.clear();
  };
  const removeAll = (ids: EntityId[]) => inBulk('remove', (watch) => service.remove(ids, watch));
  const takeBack = (field: string) => service.takeBack(route.entity!, field);
  const open = (id: EntityId) => onNavigate({ page: 'index', entity: id, criteria: now.current });

  const search = useCallback(
    async (query: string, types: readonly EntityType[]): Promise<Choice[]> =>
      (await service.search({ query, types: [...types], offset: 0, limit: MOST_CHOICES })).rows,
    [service],
  );
  return (
    <div class={opened ? 'index with-editor' : 'index'}>
      <h1 class="said">{t('nav_index')}</h1>
      <section class="list" aria-label={t('nav_index')} ref={list}>
        <Filters
          criteria={criteria}
          areas={areas}
          total={found.total}
          onChange={setCriteria}
          onCreate={(type) => onNavigate({ page: 'index', create: type, criteria })}
        />
        {(found.error ?? selecting.error) !== null && (
          <p class="failure" role="alert">
            {service.explain(found.error ?? selecting.error)}
          </p>
        )}
        {selecting.ids.size > 0 && (
          <BulkBar
            count={selecting.ids.size}
            onRemove={() => removeAll([...selecting.ids])}
            onRestore={() => inBulk('restore', (watch) => service.restore([...selecting.ids], watch))}
            onTag={(tag) => inBulk('tag', (watch) => service.tag([...selecting.ids], tag, watch))}
            onClear={selecting.clear}
          />
        )}
        {found.total === 0 && found.error === null ? (
          <p class="empty">{t('index_nothing')}</p>
        ) : (
          <EntityTable
            total={found.total ?? 0}
            rowAt={found.rowAt}
            onRange={found.need}
            opened={route.entity}
            selecting={selecting}
            criteria={criteria}
            onSort={(sort, descending) => setCriteria({ ...criteria, sort, descending: descending || undefined })}
            onOpen={open}
            onRemove={(row) => (selecting.ids.size > 0 ? removeAll([...selecting.ids]) : removeAll([row.id]))}
          />
        )}
      </section>
      {opened && (
        <section class="detail" aria-label={t('editor_label')}>
          <button type="button" class="icon-button dismiss" aria-label={t('close')} title={t('close')} onClick={close}>
            <Icon node={X} />
          </button>
          {route.entity && opened.edited && (
            <a class="to-history" href={routeHash({ page: 'met', entity: route.entity })}>
              {t('history_open')}
            </a>
          )}
          {opened.edited === null ? (
            <p class="empty">{t('card_gone')}</p>
          ) : (
            <EntityEditor
              key={opened.edited.entity.id}
              edited={withPage(opened.edited, route.create ? undefined : route.readAt)}
              areas={areas}
              search={search}
              checks={service.checks}
              explain={service.explain}
              onDirty={onDirty}
              onClose={close}
              onSave={async (entity, sources) => {
                const outcome = await service.put(entity, sources);
                onDirty(false);
                changes.done('edit', outcome);
                open(entity.id);
              }}
              onRemove={() => remove(opened.edited)}
              onTakeBack={async (field) => {
                if (route.entity && (await changes.run('restore', () => takeBack(field)))) onDirty(false);
              }}
              onRestore={async () => {
                if (!route.entity) return;
                changes.done('restore', await service.restore([route.entity]));
              }}
            />
          )}
          {route.entity && opened.edited && <PastPanel id={route.entity} state={state} service={service} changes={changes} />}
        </section>
      )}
    </div>
  );
}

/** What the list is filtered by: in the address, so that it can be gone back to and kept. */
function useCriteria(route: IndexPageProps['route'], onNavigate: IndexPageProps['onNavigate']): [Criteria, (criteria: Criteria) => void] {
  const [criteria, setCriteria] = useState<Criteria>(route.criteria ?? EVERYTHING);
  const given = addressOf(route.criteria ?? EVERYTHING);
  const latest = useRef(given);
  /** Addresses gone to from here, that come back as the route while the reader may have typed on. */
  const own = useRef(new Set<string>());
  useEffect(() => {
    const isOwn = own.current.has(given);
    if (given === latest.current) own.current.clear();
    if (!isOwn) setCriteria(route.criteria ?? EVERYTHING);
  }, [given]);
  return [
    criteria,
    (next) => {
      latest.current = addressOf(next);
      own.current.add(latest.current);
      setCriteria(next);
      onNavigate({ ...route, criteria: next }, { replace: true });
    },
  ];
}

const addressOf = (criteria: Criteria) => routeHash({ page: 'index', criteria });

const EVERYTHING: Criteria = { query: '' };

/** `/` goes to the search field, wherever nobody writes. */
function useSearchKey(list: { current: HTMLElement | null }): void {
  useEffect(() => {
    const ended = new AbortController();
    addEventListener(
      'keydown',
      (event) => {
        if (event.key !== '/' || (event.target as HTMLElement).closest?.('input, select, textarea')) return;
        event.preventDefault();
        list.current?.querySelector<HTMLElement>('[type=search]')?.focus();
      },
      { signal: ended.signal },
    );
    return () => ended.abort();
  }, [list]);
}

/** The page one comes from as a source at hand, unless the entity has it already. */
function withPage(edited: EditedEntity, readAt: ReadAt | undefined): EditedEntity {
  if (!readAt) return edited;
  const { value: source } = checkSource(sourceOf(readAt));
  const known = Object.values(edited.sources).some(({ url }) => url === readAt.url);
  return source && !known ? { ...edited, brought: [...(edited.brought ?? []), source] } : edited;
}

interface Opened {
  /** Null when the index does not have it. */
  edited: EditedEntity | null;
}

/** The entity that the address names; null when it names none or is not read yet. */
function useOpened(
  { entity: id, create, draft }: { entity?: EntityId; create?: EntityType; draft?: string },
  /** Changes whenever the index may have. */
  state: number,
  service: IndexService,
): Opened | null {
  const [opened, setOpened] = useState<Opened | null>(null);
  const latest = useRef(0);
  // A new entity is begun once, whatever else is stored meanwhile; one of the index is read anew after each change.
  const reading = create ? 0 : state;
  useEffect(() => {
    const asked = ++latest.current;
    const open = (edited: EditedEntity | null) => asked === latest.current && setOpened({ edited });
    const empty = (type: EntityType): EditedEntity => ({
      entity: newEntity(type) as EditedEntity['entity'],
      origin: 'new',
      pack: null,
      references: {},
      sources: {},
    });
    if (create && draft)
      service.draft(draft).then(
        (begun) => open(begun ?? empty(create)),
        () => open(empty(create)),
      );
    else if (create) open(empty(create));
    else if (!id) setOpened(null);
    else service.get(id).then(open, () => open(null));
  }, [id, create, draft, reading, service]);
  return opened;
}
