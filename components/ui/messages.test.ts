import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { VOTE_KINDS } from '../../lib/finder/types';
import { ERROR_CODES } from '../../lib/messages/error-codes';
import { ENTITY_TYPES } from '../../lib/model/entity';
import { Classification } from '../../lib/model/organization';
import { Project, ProjectStatus } from '../../lib/model/project';
import en from '../../public/_locales/en/messages.json';
import zh from '../../public/_locales/zh_CN/messages.json';
import type { Catalogue } from './format-message';
import { keyOf } from './text';

const catalogues: Record<string, Catalogue> = { zh_CN: zh, en };
const keys = Object.keys(zh);
const placeholders = (message: string) => [...new Set(message.match(/\$[1-9]/g))].sort();

describe('the catalogues', () => {
  it('hold the same messages in the same order', () => {
    expect(Object.keys(en)).toEqual(keys);
  });

  it.each(keys)('give %s the same places in both languages', (key) => {
    const [chinese, english] = [catalogues.zh_CN![key]!.message, catalogues.en![key]!.message];
    // A reason may say less in one language, never more than it is given.
    expect(placeholders(english)).toEqual(placeholders(chinese));
  });

  it('say something, without stray spaces but for those that join', () => {
    for (const [language, catalogue] of Object.entries(catalogues)) {
      for (const [key, { message }] of Object.entries(catalogue)) {
        expect(message.trim(), `${language} ${key}`).not.toBe('');
        expect(message, `${language} ${key}`).not.toMatch(/ {2}|\$[^1-9]/);
      }
    }
  });

  it('write Chinese in Chinese and English in English', () => {
    for (const [key, { message }] of Object.entries(en)) expect(message, key).not.toMatch(/\p{Script=Han}/u);
    const latin = Object.entries(zh).filter(([, { message }]) => !/\p{Script=Han}|[，；：（）]/u.test(message));
    expect(latin.map(([key]) => key).sort()).toEqual(['date_hint', 'item_of', 'storage_megabytes', 'ui_language']);
  });

  it('have words for every value of the closed sets', () => {
    const wanted = [
      ...VOTE_KINDS.map((kind) => keyOf('why', kind)),
      ...ERROR_CODES.map((code) => keyOf('error', code)),
      ...Classification.options.map((value) => keyOf('classification', value)),
      ...ProjectStatus.options.map((value) => keyOf('project_status', value)),
      ...Project.entries.classification.options.map((value) => keyOf('project_kind', value)),
      ...ENTITY_TYPES.map((type) => keyOf('type', type)),
    ];
    expect(wanted.filter((key) => !keys.includes(key))).toEqual([]);
  });
});

describe('the messages', () => {
  const code = ['components', 'entrypoints', 'lib', 'tools']
    .flatMap((room) => filesIn(room))
    .concat('wxt.config.ts')
    .map((path) => readFileSync(path, 'utf8'))
    .join('\n');

  /** Prefixes whose messages are named from a value: keyOf('why', …), t(`type_${…}`). */
  const prefixes = [...code.matchAll(/keyOf\('([a-z_]+)'|`([a-z_]+)_\$\{/g)].map((match) => `${match[1] ?? match[2]}_`);

  it.each(keys)('use %s', (key) => {
    const used = new RegExp(`['"\`]${key}['"\`]|__MSG_${key}__`).test(code) || prefixes.some((prefix) => key.startsWith(prefix));
    expect(used).toBe(true);
  });

  it('that the code names are all there', () => {
    const named = [...code.matchAll(/\bt\('([a-z_]+)'|__MSG_([a-z_]+)__|\bword\('([a-z_]+)'/g)].map(
      (match) => match[1] ?? match[2] ?? match[3]!,
    );
    expect([...new Set(named)].filter((key) => !keys.includes(key))).toEqual([]);
  });
});

function filesIn(room: string): string[] {
  return readdirSync(room, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.(ts|tsx|html)$/.test(path) && !/\.test\.tsx?$|fixtures/.test(path))
    .map((path) => join(room, path));
}
