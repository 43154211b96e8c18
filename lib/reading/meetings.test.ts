import { describe, expect, it } from 'vitest';
import { meetingsOf, type ReadMention } from './meetings';
import { passageOf } from './passages';

const mark = (text: string, words: string, more: Partial<ReadMention> = {}, from = 0): ReadMention => {
  const start = text.indexOf(words, from);
  if (start < 0) throw new Error(`no ${words}`);
  return { start, end: start + words.length, text: words, type: 'official', name: words, entityId: null, votes: [], ...more };
};

describe('who a page mentions', () => {
  const text = '区水利局局长江河到场。\n\n江河说，柳塘浜整治工程总投资3200万元。项目预计2024年5月完工。镇长水生汇报。主办：武进区政府';
  const mentions = [
    mark(text, '区水利局', { type: 'organization', entityId: 'org/water', name: '武进区水利局' }),
    mark(text, '江河', { entityId: 'person/jiang-he' }),
    mark(text, '江河', { entityId: 'person/jiang-he', post: '局长' }, 12),
    mark(text, '柳塘浜整治工程', { type: 'project', entityId: 'project/liutang' }),
    mark(text, '水生', { post: '镇长' }),
    mark(text, '武进区政府', { type: 'organization', entityId: 'org/gov', votes: [{ kind: 'sourceLine' }] }),
  ];

  it('is told once each, with the first sentence, the post said and how often; the publisher is not met', () => {
    expect(meetingsOf(text, mentions, '2023-10-28')).toEqual([
      { entityId: 'org/water', text: '区水利局', sentence: '区水利局局长江河到场。', mentions: 1 },
      { entityId: 'person/jiang-he', text: '江河', post: '局长', sentence: '区水利局局长江河到场。', mentions: 2 },
      {
        entityId: 'project/liutang',
        text: '柳塘浜整治工程',
        sentence: '江河说，柳塘浜整治工程总投资3200万元。',
        mentions: 1,
        passages: ['柳塘浜整治工程总投资3200万元。项目预计2024年5月完工。'],
      },
      { entityId: '?official:水生', text: '水生', post: '镇长', sentence: '镇长水生汇报。', mentions: 1 },
    ]);
  });

  it('is told by the first whole sentence rather than by a headline', () => {
    const page = '江河督查治水\n\n局长江河到场。江河讲话。';
    const all = [0, 7, 13].map((from) => mark(page, '江河', { entityId: 'person/jiang-he' }, from));
    expect(meetingsOf(page, all, null)[0]).toMatchObject({ sentence: '局长江河到场。', mentions: 3 });
    expect(meetingsOf(page, all.slice(0, 1), null)[0]).toMatchObject({ sentence: '江河督查治水' });
  });

  it('claims none of several namesakes', () => {
    const [meeting] = meetingsOf(text, [mark(text, '江河', { entityId: 'person/a', candidates: ['person/a', 'person/b'] })], null);
    expect(meeting!.entityId).toBe('?official:江河');
  });
});

describe('what is said of a project', () => {
  it.each([
    ['甲工程总投资1亿元，乙工程总投资2亿元。', '甲工程', '甲工程总投资1亿元，'],
    ['甲工程总投资1亿元，乙工程总投资2亿元。', '乙工程', '乙工程总投资2亿元。'],
    ['走进总投资35亿元的“甲工程”现场。乙工程年底完工。', '甲工程', '走进总投资35亿元的“甲工程”现场。'],
    ['甲工程进展顺利。总投资2亿元。', '甲工程', '甲工程进展顺利。总投资2亿元。'],
    ['甲工程进展顺利。会议指出，总投资2亿元。', '甲工程', '甲工程进展顺利。'],
  ])('%s → %s', (text, name, passage) => {
    const places = ['甲工程', '乙工程'].filter((word) => text.includes(word)).map((word) => mark(text, word, { type: 'project' }));
    expect(passageOf(text, places.find((place) => place.text === name)!, places)).toBe(passage);
  });
});
