import { describe, expect, it, test } from 'vitest';
import type { Membership } from '../model/person';
import type { ReadMention } from './meetings';
import { isNews } from './post-news';
import { proposedEntity } from './proposal';
import { saidPosts } from './said-posts';
import { sameRole, splitPost } from './split-post';

test.each([
  ['市委副书记、市长', ['市委 副书记', '市政府 市长']],
  ['区水利局党组书记、局长', ['区水利局 党组书记', '区水利局 局长']],
  ['区委常委、组织部部长', ['区委 常委', '区委组织部 部长']],
  ['武进区副区长', ['武进区政府 副区长']],
  ['常务副区长', ['区政府 常务副区长']],
  ['湖塘镇镇长', ['湖塘镇 镇长']],
  ['区政府办公室主任', ['区政府办公室 主任']],
  ['市政协副主席兼市工商联主席', ['市政协 副主席', '市工商联 主席']],
  ['副主任', [' 副主任']],
  ['区领导', []],
  ['某某局负责人', []],
])('%s', (post, parts) => {
  expect(splitPost(post).map(({ body, role }) => `${body} ${role}`)).toEqual(parts);
});

test.each([
  ['党组书记、局长', '局长', true],
  ['副区长', '常务副区长', true],
  ['代区长', '区长', true],
  ['副局长', '局长', false],
])('%s and %s', (a, b, same) => {
  expect(sameRole(a, b)).toBe(same);
});

const mark = (text: string, name: string, more: Partial<ReadMention> = {}): ReadMention => {
  const start = text.indexOf(name);
  return { start, end: start + name.length, text: name, type: 'official', name, entityId: null, votes: [], ...more };
};
const told = (text: string, ...mentions: ReadMention[]) =>
  saidPosts(text, mentions, '2023-10-28').map(({ mention, change, post, on }) => [mention.name, change, post, ...(on ? [on] : [])]);

describe('what a text says of posts', () => {
  it('reads decisions: given, taken, and the day of it', () => {
    const text =
      '6月27日,会议决定任命钱明为溧阳市人民政府副市长,任命史国忠为文旅局局长,冯涛为应急局局长;免去陈平的文旅局局长、万里的应急局局长职务。';
    expect(told(text, ...['钱明', '史国忠', '冯涛', '陈平', '万里'].map((name) => mark(text, name)))).toEqual([
      ['钱明', 'begins', '溧阳市人民政府副市长', '2023-06-27'],
      ['史国忠', 'begins', '文旅局局长', '2023-06-27'],
      ['冯涛', 'begins', '应急局局长', '2023-06-27'],
      ['陈平', 'ends', '文旅局局长', '2023-06-27'],
      ['万里', 'ends', '应急局局长', '2023-06-27'],
    ]);
  });

  it('reads what one is elected to, resigns from, and no longer is', () => {
    const text = '江河当选为武进区区长。会议接受林水辞去区政协副主席职务的请求。水生不再担任镇长。木林同志任局长。';
    expect(told(text, ...['江河', '林水', '水生', '木林'].map((name) => mark(text, name)))).toEqual([
      ['江河', 'begins', '武进区区长'],
      ['林水', 'ends', '区政协副主席'],
      ['水生', 'ends', '镇长'],
    ]);
  });

  it('reads what one holds once, and nothing of namesakes', () => {
    const text = '区长江河到场。江河讲话。局长林水参加。';
    const first = mark(text, '江河', { post: '区长' });
    const again = { ...first, start: 7, end: 9 };
    expect(told(text, first, again, mark(text, '林水', { post: '局长', candidates: ['person/a', 'person/b'] }))).toEqual([
      ['江河', 'holds', '区长'],
    ]);
  });
});

describe('news of a post', () => {
  const known = (more: Partial<Membership> = {}): Membership => ({
    organization: 'org/water',
    role: '党组书记、局长',
    seen: [{ date: '2023-10-28', source: 'source/a' }],
    sources: [],
    ...more,
  });
  const report = (more = {}) => ({ organization: 'org/water', role: '局长', change: 'holds', date: '2023-12-01', ...more }) as const;

  test.each([
    ['another post', known(), report({ role: '副局长' }), true],
    ['another body', known(), report({ organization: 'org/gov' }), true],
    ['the same a little later', known(), report(), false],
    ['the same years later', known(), report({ date: '2025-12-01' }), true],
    ['the same years before', known(), report({ date: '2019-12-01' }), true],
    ['within what is known', known({ start_date: '2019', end_date: '2026' }), report({ date: '2022-01-01' }), false],
    ['after it is said to have ended', known({ end_date: '2023-11' }), report(), true],
    ['a beginning not known', known(), report({ change: 'begins' }), true],
    ['a beginning known', known({ start_date: '2021' }), report({ change: 'begins' }), false],
    ['an end not known', known(), report({ change: 'ends' }), true],
    ['an end known', known({ end_date: '2023-11' }), report({ change: 'ends' }), false],
  ])('%s', (_, membership, reported, expected) => {
    expect(isNews([membership], reported)).toBe(expected);
  });

  const at = { url: 'http://www.wj.gov.cn/a', title: '治水', publisher: '武进日报', date: '2023-12-01' };
  const official = { type: 'official' as const, id: 'person/jiang-he' as const, name: '江河', other_names: [], memberships: [known()] };
  const proposed = (change: 'holds' | 'begins' | 'ends', more = {}) => {
    const proposal = { type: 'official' as const, name: '江河', organization: 'org/water' as const, role: '局长', change, at, ...more };
    const { entity } = proposedEntity(proposal, official)!;
    return entity.type === 'official' ? entity.memberships : [];
  };

  it('becomes an observation, a beginning or an end of the post on record, resting on the page', () => {
    const source = expect.stringMatching(/^source\/own\./);
    expect(proposed('holds')).toEqual([{ ...known(), seen: [...known().seen, { date: '2023-12-01', source }] }]);
    expect(proposed('begins', { on: '2023-11-30' })).toEqual([{ ...known(), start_date: '2023-11-30', sources: [source] }]);
    expect(proposed('begins')).toEqual([{ ...known(), seen: [...known().seen, { date: '2023-12-01', source }] }]);
    expect(proposed('ends')).toEqual([{ ...known(), end_date: '2023-12-01', sources: [source] }]);
  });

  it('becomes a post beside those on record when it is another', () => {
    expect(proposed('holds', { role: '副局长' })).toMatchObject([known(), { organization: 'org/water', role: '副局长' }]);
  });

  it('is news no more once it is taken over', () => {
    for (const change of ['holds', 'begins', 'ends'] as const) {
      for (const role of ['局长', '副局长']) {
        const reported = { organization: 'org/water', role, change, date: at.date } as const;
        if (isNews([known()], reported)) expect(isNews(proposed(change, { role }), reported), `${change} ${role}`).toBe(false);
      }
    }
  });

  it('of a name not known makes an entity with the post; without the body, a note', () => {
    const proposal = { type: 'official' as const, name: '水生', post: '镇长', at };
    expect(proposedEntity(proposal, null)!.entity).toMatchObject({ name: '水生', memberships: [], note: expect.stringContaining('镇长') });
    const whole = proposedEntity({ ...proposal, organization: 'org/town', role: '镇长' }, null)!.entity;
    expect(whole).toMatchObject({ memberships: [{ organization: 'org/town', role: '镇长' }] });
    expect(whole.note).toBeUndefined();
    expect(proposedEntity({ ...proposal, change: 'holds' }, official)).toBeNull();
  });
});
