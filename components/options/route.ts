import { ENTITY_TYPES, type EntityType } from '../../lib/model/entity';
import type { AreaId, EntityId } from '../../lib/model/ids';
import type { ReadAt } from '../../lib/reading/draft-entity';
import { type Criteria, ORIGINS, SORTS } from './view';

/** Where the reader is in the options page; every place has an address of its own. */
export type Route =
  /** `readAt`: the page one comes from, to be a source. */
  | { page: 'index'; entity?: EntityId; readAt?: ReadAt; create?: undefined; criteria?: Criteria }
  /** `draft`: what to begin with, from wherever the reader was. */
  | { page: 'index'; create: EntityType; draft?: string; entity?: undefined; criteria?: Criteria }
  /** What the reader read of an entity. */
  | { page: 'met'; entity: EntityId }
  /** `adding`: a host to begin with, from wherever the reader was. */
  | { page: 'sites'; adding?: string }
  /** With a pack: a version of it looked through, the one that waits or what the last update changed. */
  | { page: 'packs'; pack?: string; role?: 'pending' | 'previous' }
  | { page: (typeof PLAIN)[number] };

/** Pages whose address is their name. */
const PLAIN = ['history', 'inbox', 'changes', 'appearance', 'storage', 'about', 'transfer', 'sync'] as const;

/**
 * Reads `#/entity/<id>`, `#/entity/<id>/history`, `#/new/<type>`, `#/new/<type>/<draft>`, `#/search/<text>`, `#/sites`, `#/sites/add/<host>`, `#/packs`,
 * `#/packs/<id>`, `#/packs/<id>/previous`, `#/<page>`; anything else is the index.
 * What the index is filtered by follows after `?`.
 */
export function parseRoute(hash: string): Route {
  const [path = '', search] = hash.replace(/^#\/?/, '').split('?');
  const route = parsePath(path);
  const criteria = search && parseCriteria(search);
  if (route.page !== 'index') return route;
  const readAt = search && route.entity && parseReadAt(search);
  return { ...route, ...(criteria && { criteria }), ...(readAt && { readAt }) } as Route;
}

function parsePath(path: string): Route {
  const [page = '', ...rest] = path.split('/');
  const value = decoded(rest.join('/'));
  const plain = PLAIN.find((known) => known === page);
  if (plain) return { page: plain };
  const [, id, history] = /^((?:org|person|project)\/[a-z0-9][a-z0-9._-]*)(\/history)?$/.exec(value) ?? [];
  if (page === 'entity' && id) return { page: history ? 'met' : 'index', entity: id as EntityId };
  if (page === 'sites') return { page, ...(rest[0] === 'add' && rest[1] && { adding: decoded(rest[1]) }) };
  const [pack = '', role] = rest;
  if (page === 'packs' && /^[a-z0-9][a-z0-9-]{0,40}$/.test(pack)) return { page, pack, role: role === 'previous' ? role : 'pending' };
  if (page === 'packs') return { page };
  if (page === 'search' && value) return { page: 'index', criteria: { query: value } };
  const type = ENTITY_TYPES.find((known) => known === rest[0]);
  if (page !== 'new' || !type) return { page: 'index' };
  return { page: 'index', create: type, ...(/^[0-9a-f-]{36}$/.test(rest[1] ?? '') && { draft: rest[1] }) };
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return '';
  }
}

function parseReadAt(search: string): ReadAt | undefined {
  const given = new URLSearchParams(search);
  const [url = '', date = '', title = '', publisher = ''] = ['url', 'date', 'title', 'publisher'].map((key) => given.get(key) ?? '');
  return /^https?:/.test(url) && /^\d{4}-\d\d-\d\d$/.test(date) ? { url, date, title, publisher } : undefined;
}

function parseCriteria(search: string): Criteria | undefined {
  const given = new URLSearchParams(search);
  const one = <T extends string>(key: string, known: readonly T[]) => known.find((value) => value === given.get(key));
  const [query, area] = [given.get('q') ?? '', given.get('area') ?? ''];
  const [type, origin, sort] = [one('type', ENTITY_TYPES), one('origin', ORIGINS), one('sort', SORTS)];
  const isArea = /^area\/[a-z0-9][a-z0-9._-]*$/.test(area);
  if (!(query || type || origin || sort || isArea)) return undefined;
  return {
    query: query.slice(0, 200),
    ...(type && { types: [type] }),
    ...(origin && { origins: [origin] }),
    ...(isArea && { area: area as AreaId }),
    ...(sort && { sort }),
    ...(sort && given.has('descending') && { descending: true }),
  };
}

function criteriaSearch({ query, types, origins, area, sort, descending }: Criteria): string {
  const given = new URLSearchParams();
  const values = { q: query, type: types?.[0], origin: origins?.[0], area, sort, descending: descending && '1' };
  for (const [key, value] of Object.entries(values)) if (value) given.set(key, value);
  return given.size > 0 ? `?${given}` : '';
}

export function routeHash(route: Route): string {
  if (route.page === 'met') return `#/entity/${route.entity}/history`;
  if (route.page === 'sites' && route.adding) return `#/sites/add/${encodeURIComponent(route.adding)}`;
  if (route.page === 'packs' && route.pack) return `#/packs/${route.pack}${route.role === 'previous' ? '/previous' : ''}`;
  if (route.page !== 'index') return `#/${route.page}`;
  const search = route.criteria ? criteriaSearch(route.criteria) : '';
  if (route.entity) return `#/entity/${route.entity}${search}`;
  if (!route.create) return `#/${search}`;
  return `#/new/${route.create}${route.draft ? `/${route.draft}` : ''}${search}`;
}
