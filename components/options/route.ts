import { ENTITY_TYPES, type EntityType } from '../../lib/model/entity';
import type { EntityId } from '../../lib/model/ids';

/** Where the reader is in the options page; every place has an address of its own. */
export type Route =
  | { page: 'index'; entity?: EntityId; create?: undefined; query?: string }
  /** `draft`: what to begin with, from wherever the reader was. */
  | { page: 'index'; create: EntityType; draft?: string; entity?: undefined; query?: undefined }
  /** What the reader read of an entity. */
  | { page: 'met'; entity: EntityId }
  /** `adding`: a host to begin with, from wherever the reader was. */
  | { page: 'sites'; adding?: string }
  /** With a pack: a version of it looked through, the one that waits or what the last update changed. */
  | { page: 'packs'; pack?: string; role?: 'pending' | 'previous' }
  | { page: (typeof PLAIN)[number] };

/** Pages whose address is their name. */
const PLAIN = ['history', 'inbox', 'changes', 'appearance', 'storage', 'about', 'transfer'] as const;

/**
 * Reads `#/entity/<id>`, `#/entity/<id>/history`, `#/new/<type>`, `#/new/<type>/<draft>`, `#/search/<text>`, `#/sites`, `#/sites/add/<host>`, `#/packs`,
 * `#/packs/<id>`, `#/packs/<id>/previous`, `#/<page>`; anything else is the index.
 */
export function parseRoute(hash: string): Route {
  const [page = '', ...rest] = hash.replace(/^#\/?/, '').split('/');
  const value = decoded(rest.join('/'));
  const plain = PLAIN.find((known) => known === page);
  if (plain) return { page: plain };
  const [, id, history] = /^((?:org|person|project)\/[a-z0-9][a-z0-9._-]*)(\/history)?$/.exec(value) ?? [];
  if (page === 'entity' && id) return { page: history ? 'met' : 'index', entity: id as EntityId };
  if (page === 'sites') return { page, ...(rest[0] === 'add' && rest[1] && { adding: decoded(rest[1]) }) };
  const [pack = '', role] = rest;
  if (page === 'packs' && /^[a-z0-9][a-z0-9-]{0,40}$/.test(pack)) return { page, pack, role: role === 'previous' ? role : 'pending' };
  if (page === 'packs') return { page };
  if (page === 'search' && value) return { page: 'index', query: value };
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

export function routeHash(route: Route): string {
  if (route.page === 'met') return `#/entity/${route.entity}/history`;
  if (route.page === 'sites' && route.adding) return `#/sites/add/${encodeURIComponent(route.adding)}`;
  if (route.page === 'packs' && route.pack) return `#/packs/${route.pack}${route.role === 'previous' ? '/previous' : ''}`;
  if (route.page !== 'index') return `#/${route.page}`;
  if (route.entity) return `#/entity/${route.entity}`;
  if (route.create) return route.draft ? `#/new/${route.create}/${route.draft}` : `#/new/${route.create}`;
  return route.query ? `#/search/${encodeURIComponent(route.query)}` : '#/';
}
