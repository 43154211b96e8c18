import { expect, it } from 'vitest';
import { parseRoute, type Route, routeHash } from './route';

const ROUTES: Route[] = [
  { page: 'index' },
  { page: 'index', entity: 'person/chen-jinhu' },
  { page: 'index', entity: 'org/wujin.water' },
  { page: 'index', create: 'project' },
  { page: 'index', create: 'official', draft: '0c5f1c7e-92a1-4d5e-8a58-1b1f7f0a3c11' },
  {
    page: 'index',
    criteria: { query: '水利 & 农', types: ['project'], origins: ['hidden'], area: 'area/wujin', sort: 'updated', descending: true },
  },
  { page: 'index', entity: 'person/chen-jinhu', criteria: { query: 'cjh' } },
  { page: 'changes' },
  { page: 'met', entity: 'org/wujin.water' },
  { page: 'history' },
  { page: 'sites' },
  { page: 'sites', adding: 'news.example.cn' },
  { page: 'inbox' },
  { page: 'packs' },
  { page: 'packs', pack: 'my-layer', role: 'pending' },
  { page: 'packs', pack: 'my-layer', role: 'previous' },
  { page: 'transfer' },
  { page: 'sync' },
  { page: 'storage' },
  { page: 'about' },
];

it.each(ROUTES)('reads back the address of %o', (route) => {
  expect(parseRoute(routeHash(route))).toEqual(route);
});

it.each([
  '',
  '#',
  '#/entity/',
  '#/entity/area/wujin',
  '#/entity/person/../x',
  '#/entity/person/a/b',
  '#/entity/history',
  '#/new/thing',
  '#/entity/%E0%A4%A',
  '#/nowhere',
  '#/?type=thing&area=../x&descending=1',
])('shows the index for %s', (hash) => {
  expect(parseRoute(hash)).toEqual({ page: 'index' });
});

it('reads from which page an entity is edited', () => {
  const readAt = { url: 'http://www.wj.gov.cn/a.html', date: '2023-10-28', title: '治水', publisher: '' };
  const hash = `#/entity/org/wujin.water?${new URLSearchParams(readAt)}`;
  expect(parseRoute(hash)).toEqual({ page: 'index', entity: 'org/wujin.water', readAt });
  expect(parseRoute('#/entity/org/wujin.water?url=javascript:x&date=2023-10-28')).toEqual({ page: 'index', entity: 'org/wujin.water' });
});

it('reads what the address bar searches for', () => {
  expect(parseRoute(`#/search/${encodeURIComponent('周 予安/50%')}`)).toEqual({ page: 'index', criteria: { query: '周 予安/50%' } });
});
