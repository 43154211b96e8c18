import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { ENTITY_TYPES, Entity } from '../model/entity';
import { Source } from '../model/source';
import { draftEntity } from './draft-entity';
import { sentenceAround } from './sentence';

describe('an entity from a name on a page', () => {
  test('fits the model, whatever the name', () => {
    const name = fc.string({ unit: fc.constantFrom('王', '某', '𠮷', ' ', 'a', '·', '"'), minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(fc.constantFrom(...ENTITY_TYPES), name, fc.option(name, { nil: undefined }), fc.webUrl(), (type, text, post, url) => {
        const { entity, sources } = draftEntity({ type, name: text, post }, { url, date: '2023-10-28' });
        expect(v.parse(Entity, entity)).toEqual(entity);
        expect(v.parse(v.array(Source), sources)).toEqual(sources);
        expect(entity.name).toBe(text);
      }),
    );
  });

  test('the same name is the same entity, another name another', () => {
    const at = { url: 'http://www.wj.gov.cn/a.html', date: '2023-10-28' };
    const idOf = (name: string) => draftEntity({ type: 'official', name }, at).entity.id;
    expect(idOf('王某某')).toBe(idOf('王某某'));
    expect(idOf('王某某')).not.toBe(idOf('王某'));
  });

  test('keeps the post it was read with', () => {
    const { entity } = draftEntity(
      { type: 'official', name: '王某某', post: '镇长' },
      { url: 'http://www.wj.gov.cn/a.html', title: '督查', publisher: '武进日报', date: '2023-10-28' },
    );
    expect(entity.note).toBe('镇长（2023-10-28，武进日报《督查》）');
  });
});

describe('the sentence of a name', () => {
  test.each([
    ['甲。镇长王某某介绍进展。乙', '王某某', '镇长王某某介绍进展。'],
    ['标题\n\n镇长王某某', '王某某', '镇长王某某'],
    ['王某某', '王某某', '王某某'],
    ['智能制造龙城\n\n实验室成立。', '智能制造龙城\n\n实验室', '智能制造龙城 实验室成立。'],
    [`${'远'.repeat(300)}王某某${'远'.repeat(300)}`, '王某某', `……${'远'.repeat(120)}王某某${'远'.repeat(120)}……`],
  ])('%s', (text, name, sentence) => {
    const start = text.indexOf(name);
    expect(sentenceAround(text, start, start + name.length)).toBe(sentence);
  });

  test('never cuts a character in two', () => {
    const text = `${'𠮷'.repeat(100)}a王某某${'𠮷'.repeat(100)}`;
    const start = text.indexOf('王');
    expect(sentenceAround(text, start, start + 3).isWellFormed?.() ?? true).toBe(true);
    expect(sentenceAround(text, start + 0, start + 3)).not.toMatch(
      /(?<![\ud800-\udbff])[\udc00-\udfff]|[\ud800-\udbff](?![\udc00-\udfff])/,
    );
  });
});
