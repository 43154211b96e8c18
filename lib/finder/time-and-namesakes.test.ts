import { describe, expect, it } from 'vitest';
import { find, type Page } from './fixtures/index';

const CITY = 'http://slj.changzhou.gov.cn/a';
const person = (text: string, page: Page) => find(text, page).mentions.find(({ type }) => type === 'official');

describe('namesakes', () => {
  it.each([
    ['the area of the site', '局长张为民讲话。', 'https://www.wj.gov.cn/a', 'person/zhang-weimin.water'],
    ['the area of another site', '局长张为民讲话。', 'https://www.liyang.gov.cn/a', 'person/zhang-weimin.liyang'],
    ['the body said', '武进区水利局局长张为民讲话。', CITY, 'person/zhang-weimin.water'],
    ['the other body said', '溧阳市水利局局长张为民讲话。', CITY, 'person/zhang-weimin.liyang'],
  ])('are told apart by %s', (_, text, url, id) => {
    const mention = person(text, { url, date: '2023-05-10' });
    expect(mention?.entityId).toBe(id);
    expect(mention?.candidates).toBeUndefined();
    expect(mention?.votes.map(({ kind }) => kind)).toContain('namesake');
  });
  it('are told apart by the body said, though the site is another’s', () => {
    const page = { url: 'https://www.wj.gov.cn/a', date: '2023-05-10' };
    expect(person('溧阳市水利局局长张为民来访。', page)?.entityId).toBe('person/zhang-weimin.liyang');
  });
  it.each([
    ['2018-06-01', 'person/wang-jianshe.old'],
    ['2024-06-01', 'person/wang-jianshe.new'],
  ])('are told apart by the date: %s', (date, id) => {
    const mention = person('市水利局局长王建设讲话。', { url: CITY, date });
    expect(mention).toMatchObject({ entityId: id, status: 'indexed' });
    expect(mention?.candidates).toBeUndefined();
  });
  it('that nothing tells apart are both offered', () => {
    const mention = person('市水利局副局长周同铭讲话。', { url: CITY, date: '2023-05-10' });
    expect([...(mention?.candidates ?? [])].sort()).toEqual(['person/zhou-tongming.a', 'person/zhou-tongming.b']);
    expect(mention?.entityId).toBe(mention?.candidates?.[0]);
    expect(mention?.votes.map(({ kind }) => kind)).toContain('undecided');
  });
  it('stay one person throughout an article', () => {
    const text = '溧阳市水利局局长张为民讲话。张为民指出,要抓好落实。';
    const ids = find(text, { url: CITY, date: '2023-05-10' }).mentions.flatMap(({ type, entityId }) =>
      type === 'official' ? [entityId] : [],
    );
    expect(ids).toEqual(['person/zhang-weimin.liyang', 'person/zhang-weimin.liyang']);
  });
});

it('knows two people of one post at different times by their names', () => {
  const ids = (text: string, date: string) => person(text, { url: 'https://www.wj.gov.cn/a', date })?.entityId;
  expect(ids('区长许怀恩讲话。', '2018-05-02')).toBe('person/xu-huai-en');
  expect(ids('区长沈若谷讲话。', '2023-05-02')).toBe('person/shen-ruogu');
});

describe('the article’s date', () => {
  const dateOf = (text: string, page: Page = {}) => find(text, page).date;
  it.each([
    ['发布日期', '标题\n发布日期:2023-10-28  来源:武进日报', '2023-10-28'],
    ['a space after the colon', '标题\n发布日期: 2023-10-28  来源:武进日报', '2023-10-28'],
    ['a full-width colon', '标题\n发布日期：2023-10-28', '2023-10-28'],
    ['时间', '标题\n时间:2024-05-01 09:30:00  来源:武进新闻', '2024-05-01'],
    ['发布时间', '标题\n发布时间:2023-08-31  来源:金坛区融媒体中心', '2023-08-31'],
    ['a bare time line', '标题\n2020-05-14 14:31:00  来源:常州日报', '2020-05-14'],
    ['年月日', '标题\n发布日期:2023年5月1日', '2023-05-01'],
  ])('is read from the row that shows it: %s', (_, text, date) => {
    expect(dateOf(text)).toBe(date);
  });
  it.each([
    ['https://www.wj.gov.cn/html/czwj/2025/FAOOPMFJ_0303/519339.html', '2025-03-03'],
    ['https://epaper.cz001.com.cn/czrbpaper/pc/layout/202503/07/node_A01.html', '2025-03-07'],
    ['https://sports.jschina.com.cn/jrtt/202109/t20210929_7252123.shtml', '2021-09-29'],
    ['http://api.wjyanghu.com/yhw/hotspot/wjxw/2024-05-01/1.html', '2024-05-01'],
    ['https://mobile.epaper.routeryun.com/a/date/2024-05-01', '2024-05-01'],
    ['https://slj.changzhou.gov.cn/content/suitable/show?catid=19749&id=30717', null],
    ['https://www.changzhou.gov.cn/ns_news/202310281234567', null],
  ])('is read from the address: %s', (url, date) => {
    expect(dateOf('会议召开。', { url })).toBe(date);
  });
  it('shown wins over the address', () => {
    const url = 'https://www.zhonglou.gov.cn/html/czzl/2021/BIQIPPCL_0414/1.html';
    expect(dateOf('标题\n发布日期:2020-12-11', { url })).toBe('2020-12-11');
  });
  it('is not a date that the story tells of', () => {
    expect(dateOf('工程将于2025年12月31日竣工。')).toBeNull();
  });
  it('is read from full-width digits', () => {
    expect(dateOf('标题\n发布日期:２０２３-１０-２８')).toBe('2023-10-28');
  });
  it('is never a day that does not exist', () => {
    expect(dateOf('发布日期:2023-13-45')).toBeNull();
  });
});
