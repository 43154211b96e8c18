import { describe, expect, it } from 'vitest';
import { forbiddenImports, importsOf, ROOMS, roomOf } from './layers';

describe('importsOf', () => {
  it('sees static, type-only, side-effect, re-exporting and dynamic imports over several lines', () => {
    const source = `
import { a } from './a';
import type { B } from '../model/b';
import './c.css';
import {
  d,
  e,
} from "idb";
export { f } from './f';
const g = await import('./g');
type H = import('./h').H;
const text = 'import nothing';
`;
    expect(importsOf(source)).toEqual(['./a', '../model/b', './c.css', 'idb', './f', './g', './h']);
  });
});

describe('the table of rooms', () => {
  it('puts every file into the innermost room', () => {
    expect(roomOf('lib/finder/dictionary/scan.ts')?.path).toBe('lib/finder');
    expect(roomOf('lib/elsewhere/x.ts')).toBeUndefined();
    expect(new Set(ROOMS.map((room) => room.path)).size).toBe(ROOMS.length);
  });

  it.each([
    ['lib/finder/finder.ts', '../model/entity'],
    ['lib/finder/dictionary/scan.ts', '../types'],
    ['lib/messages/contract.ts', '../finder/types'],
    ['lib/store/database.ts', 'idb'],
    ['lib/services/annotate.ts', '../finder/finder'],
    ['lib/settings/settings.ts', 'wxt/browser'],
    ['components/card/PersonCard.tsx', '../../lib/model/tenure'],
    ['components/card/PersonCard.tsx', 'preact/hooks'],
    ['entrypoints/background/index.ts', '../../lib/services/annotate'],
    ['tools/annotate.ts', '../e2e/server'],
  ])('%s may import %s', (path, specifier) => {
    expect(forbiddenImports(path, `import { x } from '${specifier}';`)).toEqual([]);
  });

  it.each([
    ['lib/model/entity.ts', '../packs/pack'],
    ['lib/finder/finder.ts', '../store/database'],
    ['lib/finder/finder.ts', 'valibot'],
    ['lib/finder/finder.ts', 'wxt/browser'],
    ['lib/packs/read.ts', 'idb'],
    ['lib/services/annotate.ts', 'idb'],
    ['lib/services/annotate.ts', '../page/flow'],
    ['lib/messages/contract.ts', '../finder/finder'],
    ['lib/page/session.ts', '../store/database'],
    ['lib/page/session.ts', '../finder/typescript'],
    ['components/ui/Button.tsx', 'wxt/browser'],
    ['components/ui/Button.tsx', '../../lib/store/database'],
    ['entrypoints/background/index.ts', '../../tools/setup.mjs'],
    ['entrypoints/background/index.ts', 'fast-check'],
    ['lib/elsewhere/x.ts', './y'],
  ])('%s may not import %s', (path, specifier) => {
    for (const statement of [
      `import { x } from '${specifier}';`,
      `import type { X } from '${specifier}';`,
      `void import('${specifier}');`,
    ]) {
      expect(forbiddenImports(path, statement)).toHaveLength(1);
    }
  });
});
