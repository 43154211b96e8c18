import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { EntityType } from '../../lib/model/entity';
import type { EditedEntity } from '../editor/EntityEditor';
import { routeHash } from '../options/route';
import type { Changes } from '../options/use-changes';
import type { IndexService } from '../options/view';
import { useText } from '../ui/text';
import { InboxEditor } from './InboxEditor';
import { InboxRow } from './InboxRow';
import type { InboxItem, InboxService } from './view';

interface InboxPageProps {
  /** Changes whenever the index may have. */
  revision: number;
  service: InboxService;
  index: IndexService;
  changes: Changes;
  onDirty: (dirty: boolean) => void;
  /** How many wait, each time they are read. */
  onCount: (count: number) => void;
}

type Filter = 'all' | 'posts' | `${EntityType}s`;
const FILTERS: readonly Filter[] = ['all', 'posts', 'officials', 'organizations', 'projects'];
const SHOWN_AT_ONCE = 40;

const fits = ({ kind, type }: InboxItem, filter: Filter) =>
  filter === 'all' || (filter === 'posts' ? kind === 'post' : kind === 'name' && `${type}s` === filter);

/** What reading turned up, to accept, to change first, or to dismiss: one by one, or what is selected at once. */
export function InboxPage({ revision, service, index, changes, onDirty, onCount }: InboxPageProps) {
  const t = useText();
  const [items, setItems] = useState<InboxItem[] | null>(null);
  const [on, setOn] = useState(true);
  const [filter, setFilter] = useState<Filter>('all');
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [active, setActive] = useState(0);
  const [shown, setShown] = useState(SHOWN_AT_ONCE);
  const [dismissed, setDismissed] = useState<string[]>([]);
  const [error, setError] = useState<string | null>(null);
  const [edited, setEdited] = useState<EditedEntity | null>(null);
  const list = useRef<HTMLUListElement>(null);
  const focusNext = useRef(false);
  const focusBack = useRef(false);
  const failed = useCallback((failure: unknown) => setError(index.explain(failure)), [index]);
  const load = useCallback(async () => {
    const found = await service.list();
    setItems(found);
    onCount(found.length);
    setOn(await service.isOn());
  }, [service, onCount]);
  // Read again at each revision: what the index says by now is no news.
  useEffect(() => void load().catch(failed), [load, failed, revision, changes.count]);
  // Back from reading in another tab there may be more.
  useEffect(() => {
    const ended = new AbortController();
    const returned = () => document.hidden || void load().catch(failed);
    document.addEventListener('visibilitychange', returned, { signal: ended.signal });
    return () => ended.abort();
  }, [load, failed]);

  const all = items ?? [];
  const rows = all.filter((item) => fits(item, filter)).slice(0, shown);
  const total = all.filter((item) => fits(item, filter)).length;
  const at = Math.min(active, Math.max(rows.length - 1, 0));
  useEffect(() => {
    if (!focusNext.current) return;
    focusNext.current = false;
    focusRow(list.current, at);
  });
  // What had the focus may be gone with its row: the next one takes it.
  useEffect(() => {
    if (focusBack.current && items) focusRow(list.current, at);
    focusBack.current = false;
  }, [items]);

  const after = (ids: readonly string[]) => {
    setSelected((before) => new Set([...before].filter((id) => !ids.includes(id))));
    focusBack.current = list.current?.contains(document.activeElement) ?? false;
  };
  const accept = async (chosen: readonly InboxItem[]) => {
    const ids = chosen.filter(({ ready }) => ready).map(({ id }) => id);
    if (!ids.length) return;
    setDismissed([]);
    after(ids);
    await changes.run('inbox', () => service.accept(ids));
  };
  const dismiss = async (chosen: readonly InboxItem[], reopen = false) => {
    const ids = chosen.map(({ id }) => id);
    if (!ids.length) return;
    after(ids);
    await service.dismiss(ids);
    if (!reopen) setDismissed(ids);
    await load();
  };
  const reopen = async () => {
    await service.dismiss(dismissed, true);
    setDismissed([]);
    await load();
  };
  const change = async (item: InboxItem) => {
    const [draft, known] = await Promise.all([service.draft(item.id), item.entityId ? index.get(item.entityId) : null]);
    if (!draft) return load();
    const sources = { ...known?.sources, ...Object.fromEntries(draft.sources.map((source) => [source.id, source])) };
    const { origin, pack, references } = known ?? { origin: 'new' as const, pack: null, references: await namesOf(draft.entity, index) };
    setEdited({ entity: draft.entity as unknown as EditedEntity['entity'], origin, pack, references, sources });
  };
  const quietly = (work: Promise<unknown>) => void work.catch(failed);
  const chosen = rows.filter(({ id }) => selected.has(id));
  const toggle = (id: string) =>
    setSelected((before) => (before.has(id) ? new Set([...before].filter((known) => known !== id)) : new Set([...before, id])));

  const go = (to: number) => {
    focusNext.current = true;
    setActive(Math.min(Math.max(to, 0), rows.length - 1));
  };
  const pressed = (event: KeyboardEvent) => {
    const item = rows[at];
    if (event.ctrlKey || event.metaKey || event.altKey || !item) return;
    const keys: Record<string, () => void> = {
      ArrowDown: () => go(at + 1),
      ArrowUp: () => go(at - 1),
      Home: () => go(0),
      End: () => go(rows.length - 1),
      a: () => quietly(accept([item])),
      e: () => quietly(change(item)),
      x: () => quietly(dismiss([item])),
      Delete: () => quietly(dismiss([item])),
    };
    const act = keys[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  };
  return (
    <div class={edited ? 'index with-editor' : 'index'}>
      <section class="page history inbox" aria-label={t('nav_inbox')}>
        <h1>{t('nav_inbox')}</h1>
        <p class="aside">{t('inbox_intro')}</p>
        {!on && (
          <p class="aside">
            {t('inbox_off')} <a href={routeHash({ page: 'history' })}>{t('history_turn_on')}</a>
          </p>
        )}
        {error && (
          <p class="failure" role="alert">
            {error}
          </p>
        )}
        {all.length > 0 && (
          <>
            {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would bring a frame and a legend of its own */}
            <div class="filters" role="group" aria-label={t('inbox_filter')}>
              {FILTERS.map((key) => (
                <button
                  key={key}
                  type="button"
                  class="button"
                  aria-pressed={filter === key}
                  onClick={() => {
                    setFilter(key);
                    setActive(0);
                  }}
                >
                  {t(`inbox_${key}`, all.filter((item) => fits(item, key)).length)}
                </button>
              ))}
            </div>
            <div class="bulk">
              <label>
                <input
                  type="checkbox"
                  checked={chosen.length > 0 && chosen.length === rows.length}
                  onChange={({ currentTarget }) => setSelected(new Set(currentTarget.checked ? rows.map(({ id }) => id) : []))}
                />
                {t('inbox_select_all')}
              </label>
              {chosen.length > 0 && (
                <>
                  <span>{t('inbox_selected', chosen.length)}</span>
                  <button type="button" class="button" onClick={() => quietly(accept(chosen))}>
                    {t('inbox_accept')}
                  </button>
                  <button type="button" class="button" onClick={() => quietly(dismiss(chosen))}>
                    {t('inbox_dismiss')}
                  </button>
                </>
              )}
            </div>
          </>
        )}
        <p class="removed" role="status">
          {dismissed.length > 0 && (
            <>
              {t('inbox_dismissed', dismissed.length)}
              <button type="button" class="link" onClick={() => quietly(reopen())}>
                {t('undo')}
              </button>
            </>
          )}
        </p>
        {items && total === 0 && <p class="empty">{t('inbox_nothing')}</p>}
        {rows.length > 0 && (
          <ul
            ref={list}
            aria-describedby="inbox-keys"
            onKeyDown={pressed}
            onFocusIn={({ target }) => {
              const id = (target as Element).closest('[data-id]')?.getAttribute('data-id');
              const row = rows.findIndex((item) => item.id === id);
              if (row >= 0) setActive(row);
            }}
          >
            {rows.map((item, row) => (
              <InboxRow
                key={item.id}
                item={item}
                selected={selected.has(item.id)}
                active={row === at}
                onSelect={() => toggle(item.id)}
                onAccept={() => quietly(accept([item]))}
                onChange={() => quietly(change(item))}
                onDismiss={() => quietly(dismiss([item]))}
              />
            ))}
          </ul>
        )}
        {total > rows.length && (
          <button type="button" class="button" onClick={() => setShown(shown + SHOWN_AT_ONCE)}>
            {t('history_more', Math.min(total - rows.length, SHOWN_AT_ONCE))}
          </button>
        )}
        {rows.length > 0 && (
          <p class="aside" id="inbox-keys">
            {t('inbox_keys')}
          </p>
        )}
      </section>
      {edited && (
        <InboxEditor
          key={edited.entity.id as string}
          edited={edited}
          index={index}
          onDirty={onDirty}
          onSaved={(outcome) => changes.done('edit', outcome)}
          onClose={() => {
            onDirty(false);
            setEdited(null);
          }}
        />
      )}
    </div>
  );
}

function focusRow(list: HTMLElement | null, row: number): void {
  list?.querySelectorAll<HTMLElement>('[data-main]')[row]?.focus();
}

/** Names of the bodies a new entity already speaks of. */
async function namesOf(entity: { memberships?: readonly { organization: string }[] } | object, index: IndexService) {
  const ids = 'memberships' in entity ? (entity.memberships ?? []).map(({ organization }) => organization as `org/${string}`) : [];
  const bodies = await Promise.all(ids.map((id) => index.get(id)));
  return Object.fromEntries(bodies.flatMap((body, at) => (body ? [[ids[at]!, { name: body.entity.name }]] : [])));
}
