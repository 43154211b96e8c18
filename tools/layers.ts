/** One room of the house: which other rooms it may import, and which packages from outside. */
export interface Room {
  /** Path from the root; the longest matching one decides which room a file is in. */
  path: string;
  /** Rooms (or single modules of a room) it may import; 'all' for the places where rooms are wired together. */
  mayImport: readonly string[] | 'all';
  /** Packages it may import; 'all' for tools and tests, which never reach a reader. */
  packages: readonly string[] | 'all';
}

const BROWSER = ['wxt/browser', 'webextension-polyfill'];

/** The design's table of rooms. Imports go downwards only. */
export const ROOMS: readonly Room[] = [
  { path: 'lib/model', mayImport: [], packages: ['valibot'] },
  { path: 'lib/finder', mayImport: ['lib/model'], packages: [] },
  { path: 'lib/packs', mayImport: ['lib/model'], packages: ['valibot'] },
  { path: 'lib/reading', mayImport: ['lib/model', 'lib/finder/types'], packages: [] },
  { path: 'lib/store', mayImport: ['lib/model', 'lib/packs'], packages: ['idb', 'valibot'] },
  { path: 'lib/messages', mayImport: ['lib/model', 'lib/finder/types', 'lib/appearance'], packages: ['valibot', ...BROWSER] },
  { path: 'lib/appearance', mayImport: [], packages: ['valibot'] },
  { path: 'lib/settings', mayImport: ['lib/appearance'], packages: ['valibot', ...BROWSER] },
  {
    path: 'lib/services',
    mayImport: ['lib/model', 'lib/finder', 'lib/packs', 'lib/reading', 'lib/store', 'lib/settings', 'lib/appearance', 'lib/messages'],
    packages: ['valibot', 'jieba-wasm', ...BROWSER],
  },
  { path: 'lib/page', mayImport: ['lib/messages', 'lib/finder/types', 'lib/appearance'], packages: [] },
  { path: 'lib/card', mayImport: ['lib/model'], packages: [] },
  {
    path: 'components',
    mayImport: ['lib/model', 'lib/card', 'lib/reading', 'lib/appearance', 'public/_locales'],
    packages: ['preact', 'lucide', '@floating-ui/dom'],
  },
  { path: 'entrypoints', mayImport: 'all', packages: ['preact', 'valibot', 'jieba-wasm', '@floating-ui/dom', 'wxt', ...BROWSER] },
  { path: 'tools', mayImport: 'all', packages: 'all' },
  { path: 'e2e', mayImport: 'all', packages: 'all' },
  { path: 'bench', mayImport: 'all', packages: 'all' },
];

/** Rooms that make the extension: none of these may reach into the rooms that only build, test or measure it. */
const WORKSHOPS = ['tools', 'e2e', 'bench', 'data'];

const within = (path: string, room: string) => path === room || path.startsWith(`${room}/`);

export function roomOf(path: string): Room | undefined {
  return ROOMS.filter((room) => within(path, room.path)).sort((a, b) => b.path.length - a.path.length)[0];
}

const IMPORT =
  /^[ \t]*(?:import|export)\b[^'"`;]*?\bfrom\s*['"]([^'"]+)['"]|^[ \t]*import\s*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/gm;

/** Specifiers a module imports, statically, dynamically or as types. */
export function importsOf(source: string): string[] {
  return [...source.matchAll(IMPORT)].map((match) => match[1] ?? match[2] ?? match[3] ?? '');
}

function resolve(from: string, specifier: string): string {
  const parts = from.split('/').slice(0, -1);
  for (const step of specifier.replace(/[?#].*$/, '').split('/')) {
    if (step === '..') parts.pop();
    else if (step !== '.') parts.push(step);
  }
  return parts.join('/').replace(/\.(tsx?|mjs)$/, '');
}

const isTest = (path: string) => /\.test\.tsx?$/.test(path) || path.includes('/fixtures/');

/**
 * Imports of one module that the table forbids, each as a readable line. Tests are free to import what they need, since nothing imports them.
 * @param path from the project's root, with `/`
 */
export function forbiddenImports(path: string, source: string): string[] {
  const room = roomOf(path);
  if (!room) return [`${path}: lies in no room of tools/layers.ts`];
  if (isTest(path)) return [];
  return importsOf(source).flatMap((specifier) => {
    const allowed = specifier.startsWith('.') ? mayReach(room, resolve(path, specifier)) : mayUse(room, specifier);
    return allowed ? [] : [`${path}: ${room.path} may not import ${specifier}`];
  });
}

function mayReach(room: Room, target: string): boolean {
  if (within(target, room.path)) return true;
  if (room.mayImport !== 'all') return room.mayImport.some((allowed) => within(target, allowed));
  return WORKSHOPS.includes(room.path) || !WORKSHOPS.some((workshop) => within(target, workshop));
}

function mayUse(room: Room, specifier: string): boolean {
  return room.packages === 'all' || room.packages.some((name) => within(specifier, name));
}
