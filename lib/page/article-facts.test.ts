// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { type ArticleFacts, articleFacts, readPageHead } from './article-facts';
import { addressDate, dateIn } from './page-date';

function factsOf(url: string, text: string, { title = '', meta = {} as Record<string, string> } = {}): ArticleFacts {
  return articleFacts({ url, title, text, meta: new Map(Object.entries(meta)) });
}

/** The forms of sites.md: address, head of the text, day and source expected. */
const PAGES: [site: string, url: string, text: string, date: string | undefined, source: string | undefined][] = [
  [
    'wj.gov.cn: the shown date comes before the folder’s',
    'http://www.wj.gov.cn/html/czwj/2023/QQMOLLAB_1108/437731.html',
    '您当前的位置：首页 >> 政务要闻 >> 内容\n\n区领导督查水环境\n\n发布日期:2023-10-20   来源:武进日报  浏览次数:12  字号:〖大 中 小〗\n\n昨天上午',
    '2023-10-20',
    '武进日报',
  ],
  [
    'wj.gov.cn 部门动态: neither title nor date',
    'http://www.wj.gov.cn/html/czwj/2023/QQMOLLAB_1028/437731.html',
    '当前位置:首页>部门动态>内容\n\n今年以来,区水利局2024年1月前',
    '2023-10-28',
    undefined,
  ],
  [
    'zhonglou.gov.cn',
    'https://www.zhonglou.gov.cn/html/czzl/2021/ABCDEFGH_0414/1.html',
    '发布日期：2020-12-11 来源：钟楼区',
    '2020-12-11',
    '钟楼区',
  ],
  [
    'elder mode: one row of cells, no date in the address',
    'https://www.cztn.gov.cn/content/suitable/show?catid=1&id=2',
    '退出长者模式\n\n标题\t|\t发布日期\t2022-03-05\t来源 | 天宁区',
    '2022-03-05',
    '天宁区',
  ],
  ['elder mode without a date', 'https://www.cztn.gov.cn/content/suitable/show?catid=1&id=2', '退出长者模式\n\n正文', undefined, undefined],
  [
    'wjyanghu.com',
    'http://api.wjyanghu.com/yhw/hotspot/wjxw/2023-10-28/id.html',
    '时间:2023-10-28 18:30:00  来源:武进新闻  作者:阳湖网\n\n今天上午',
    '2023-10-28',
    '武进新闻',
  ],
  [
    'cz001.com.cn: the day is in the path only',
    'http://epaper.cz001.com.cn/czrbpaper/pc/layout/202310/28/node_A01.html',
    '本报讯(记者 某某) 昨天下午',
    '2023-10-28',
    undefined,
  ],
  ['changzhou.gov.cn', 'https://www.changzhou.gov.cn/ns_news/123456789012345', '发布日期：2024-1-5', '2024-01-05', undefined],
  [
    'changzhou.gov.cn documents',
    'https://www.changzhou.gov.cn/gi_news/123456789012345',
    '信息名称：\t关于某事的通知\n索引号：\t014109429/2023-00120\n发布机构：\t市政府办公室\n公开日期：\t2023-06-01',
    '2023-06-01',
    '市政府办公室',
  ],
  [
    'departments',
    'http://slj.changzhou.gov.cn/html/slj/2023/ABCDEFGH_0503/1.html',
    '发布日期：2023-05-03  来源：河长制处',
    '2023-05-03',
    '河长制处',
  ],
  [
    'cznd.gov.cn',
    'http://rd.cznd.gov.cn/html/rd/2022/ABCDEFGH_0102/9.html',
    '发布日期:2022-01-01  来源:  浏览次数:7',
    '2022-01-01',
    undefined,
  ],
  [
    'jintan.gov.cn: source before time',
    'https://www.jintan.gov.cn/html/czjt/2023/ABCDEFGH_0910/1.html',
    '信息来源:金坛融媒体中心 发布时间:2023-09-09 10:00',
    '2023-09-09',
    '金坛融媒体中心',
  ],
  [
    'liyang.gov.cn',
    'http://www.liyang.gov.cn/html/czly/2023/ABCDEFGH_0203/1.html',
    '首页 >> 溧阳要闻\n\n2月1日,我市',
    '2023-02-03',
    undefined,
  ],
  [
    'jtrd.gov.cn',
    'http://www.jtrd.gov.cn/html/jtrd/2021/ABCDEFGH_1231/1.html',
    '发布时间：2021年12月30日 来源：金坛区人大',
    '2021-12-30',
    '金坛区人大',
  ],
  ['溧阳时报', 'https://mobile.epaper.routeryun.com/paper/date/2022-07-08', '(A/文 B/摄)', '2022-07-08', undefined],
  [
    '中国江苏网: a bare row',
    'http://jsnews.jschina.com.cn/cz/a/202310/t20231029_3311.shtml',
    '1\n听新闻\n\n2023-10-28 09:10:00  来源:常州日报\n\n正文',
    '2023-10-28',
    '常州日报',
  ],
  ['中国江苏网: address only', 'http://jsnews.jschina.com.cn/cz/a/202310/t20231029_3311.shtml', '正文', '2023-10-29', undefined],
  ['新华网', 'http://js.news.cn/20231029/abcdef0123/c.html', '正文', '2023-10-29', undefined],
  ['a foreign page', 'https://bhlss.cn/x', '我县今日', undefined, undefined],
];

describe('the facts of an article', () => {
  test.each(PAGES)('%s', (_, url, text, date, source) => {
    const facts = factsOf(url, text);
    expect({ date: facts.date, source: facts.source }).toEqual({ date, source });
  });

  test('what a page says to machines stands between what it shows and its address', () => {
    const url = 'http://www.wj.gov.cn/html/czwj/2023/QQMOLLAB_1108/437731.html';
    const meta = { pubdate: '2023-11-02 08:00', articletitle: '区领导督查', contentsource: '武进日报' };
    expect(factsOf(url, '正文', { meta })).toEqual({ url, date: '2023-11-02', title: '区领导督查', source: '武进日报' });
    expect(factsOf(url, '发布日期：2023-11-01', { meta }).date).toBe('2023-11-01');
  });

  test('a day in the story is not the date of the page', () => {
    expect(factsOf('http://x.cn/', '记者从2023年10月27日召开的会议上获悉,到2024年1月1日').date).toBeUndefined();
  });

  test.each([
    ['区领导督查水环境_武进区人民政府', '区领导督查水环境'],
    ['区领导督查水环境 - 常州市人民政府', '区领导督查水环境'],
    ['区领导督查水环境-中国江苏网', '区领导督查水环境'],
    ['“十四五”-新局', '“十四五”-新局'],
  ])('title %s', (title, bare) => {
    expect(factsOf('http://x.cn/', '', { title }).title).toBe(bare);
  });

  test('the address is cut to what names the page and fits a message', () => {
    expect(factsOf(`http://x.cn/${'a'.repeat(3000)}?q=1#h`, '').url).toHaveLength(2000);
  });

  test('reads the head of a document', () => {
    document.head.innerHTML = '<title>题</title><meta name="PubDate" content=" 2023-10-28 "><meta property="og:title" content="标题">';
    document.body.innerHTML = '<h1>一 级\n 标题</h1>';
    const head = readPageHead(document, 'http://x.cn/', '');
    expect(head).toEqual({
      url: 'http://x.cn/',
      title: '题',
      text: '',
      heading: '一 级 标题',
      meta: new Map([
        ['pubdate', '2023-10-28'],
        ['og:title', '标题'],
      ]),
    });
  });
});

describe('dates', () => {
  test.each([
    ['20231028', '2023-10-28'],
    ['2023-10-28T09:00:00+08:00', '2023-10-28'],
    ['2023年1月2日', '2023-01-02'],
    ['2023-02-30', undefined],
    ['yesterday', undefined],
  ])('%s', (value, date) => {
    expect(dateIn(value)).toBe(date);
  });

  test('a number that is no day is no date', () => {
    expect(addressDate('http://x.cn/20239999/a')).toBeUndefined();
  });
});
