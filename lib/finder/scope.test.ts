import { describe, expect, it } from 'vitest';
import { bodies, find, names } from './fixtures/index';

const on = (url: string) => ({ url });

it.each([
  ['www.wj.gov.cn/html/czwj/2023/FAOOPMFJ_1028/1.html', '常州市武进区'],
  ['api.wjyanghu.com/yhw/hotspot/wjxw/2024-05-01/1.html', '常州市武进区'],
  ['app.wjyanghu.com/yhw/hotspot/wjxw/2024-05-01/1.html', '常州市武进区'],
  ['epaper.cz001.com.cn/czrbpaper/pc/layout/202503/07/node_A01.html', '常州市'],
  ['www.changzhou.gov.cn/ns_news/123456789012345', '常州市'],
  ['slj.changzhou.gov.cn/content/suitable/show?catid=1&id=2', '常州市'],
  ['cgj.changzhou.gov.cn/html/a', '常州市'],
  ['fgw.changzhou.gov.cn/html/a', '常州市'],
  ['jtj.changzhou.gov.cn/html/a', '常州市'],
  ['kjj.changzhou.gov.cn/html/a', '常州市'],
  ['tyj.changzhou.gov.cn/html/a', '常州市'],
  ['zg.changzhou.gov.cn/html/a', '常州市'],
  ['tzb.changzhou.gov.cn/html/a', '常州市'],
  ['jkq.changzhou.gov.cn/content/suitable/show?catid=1&id=2', '江苏常州经济开发区'],
  ['rd.changzhou.gov.cn/html/a', '常州市'],
  ['zx.changzhou.gov.cn/html/a', '常州市'],
  ['rd.cznd.gov.cn/html/cznd_rd/2023/HJJQNQCP_1121/1.html', '常州市新北区'],
  ['www.jtrd.gov.cn/a', '常州市金坛区'],
  ['mj.changzhou.gov.cn/a', '常州市'],
  ['zgd.changzhou.gov.cn/a', '常州市'],
  ['mm.changzhou.gov.cn/a', '常州市'],
  ['minjin.changzhou.gov.cn/a', '常州市'],
  ['ngd.changzhou.gov.cn/a', '常州市'],
  ['www.js93.gov.cn/changzhou/a', '常州市'],
  ['www.zhonglou.gov.cn/html/czzl/2022/BIQIPPCL_1103/1.html', '常州市钟楼区'],
  ['www.cztn.gov.cn/html/cztn/2022/BIQIPPCL_1103/1.html', '常州市天宁区'],
  ['www.jintan.gov.cn/html/czjt/2022/BIQIPPCL_1103/1.html', '常州市金坛区'],
  ['i.xpaper.net/JTSB008/a', '常州市金坛区'],
  ['www.liyang.gov.cn/html/czly/2022/BIQIPPCL_1103/1.html', '溧阳市'],
  ['mobile.epaper.routeryun.com/a/date/2024-05-01', '溧阳市'],
  ['jsnews.jschina.com.cn/cz/a/202005/t20200514_1.shtml', '常州市'],
  ['cxy.cczu.edu.cn/a', '常州市'],
])('speaks from the site’s area: %s', (address, scope) => {
  expect(find('会议召开。', on(`https://${address}`)).scope).toBe(scope);
});

it.each([
  ['js.news.cn/a'],
  ['szb.xdplus.cn/a'],
  ['www.xjnnet.com/a'],
  ['pc.jiangsuxk.cn/a'],
  ['www.bhlss.cn/a'],
  ['notwj.gov.cn/a'],
  ['example.org/www.wj.gov.cn/a'],
])('does not speak from anywhere for the address alone: %s', (address) => {
  expect(find('会议召开。', on(`https://${address}`)).scope).toBe('');
});

it('speaks from the area that is said of the site, and by the address where the index does not know that area', () => {
  const scope = (url: string, siteArea: `area/${string}`) => find('区水利局检查。', { url, siteArea }).scope;
  expect(scope('https://news.example.cn/a', 'area/wujin')).toBe('常州市武进区');
  expect(scope('https://www.liyang.gov.cn/a', 'area/wujin')).toBe('常州市武进区');
  expect(scope('https://www.liyang.gov.cn/a', 'area/nowhere')).toBe('溧阳市');
  expect(bodies('区水利局检查。', { url: 'https://news.example.cn/a', siteArea: 'area/wujin' })).toContain('常州市武进区水利局');
});

const WUJIN = on('https://www.wj.gov.cn/a');
const CITY = on('https://slj.changzhou.gov.cn/a');
const JKQ = on('https://jkq.changzhou.gov.cn/a');
const LIYANG = on('https://www.liyang.gov.cn/a');

it.each([
  ['the district’s site', WUJIN, '区水利局检查。', ['常州市武进区水利局']],
  ['the district’s site, the city', WUJIN, '市水利局检查。', ['常州市水利局']],
  ['溧阳’s site: 市 is 溧阳', LIYANG, '市水利局检查。', ['溧阳市水利局']],
  ['溧阳’s site: 市委', LIYANG, '市委召开常委会。', ['中共溧阳市委员会']],
  ['溧阳’s site: 常州市 named apart', LIYANG, '常州市水利局来溧检查。', ['常州市水利局']],
  ['the city’s site: 市委', CITY, '市委召开常委会。', ['中共常州市委员会']],
  ['a district named on the city’s site', CITY, '武进区水利局检查。', ['常州市武进区水利局']],
])('reads the level from %s', (_, page, text, expected) => {
  expect(bodies(text, page)).toEqual(expected);
});

it('does not take 经开区 for 武进', () => {
  expect(bodies('区教育局检查。', JKQ).join()).not.toContain('武进');
  expect(find('经开区党工委书记林知远出席。', WUJIN).scope).toBe('常州市武进区');
});

describe('a relayed post', () => {
  it.each([
    ['by its heading', '钟楼:推进幸福河湖建设\n发布日期:2024-05-01\n区水利局组织巡查。'],
    ['by its heading, full-width', '钟楼：推进幸福河湖建设\n发布日期：2024-05-01\n区水利局组织巡查。'],
    ['by its source', '幸福河湖建设\n发布日期:2024-05-01 来源:钟楼区 浏览次数:\n区水利局组织巡查。'],
  ])('speaks from the district: %s', (_, text) => {
    expect(find(text, CITY).scope).toBe('常州市钟楼区');
    expect(bodies(text, CITY)).toContain('常州市钟楼区水利局');
  });
  it('by the title that the page gives apart', () => {
    expect(find('区水利局组织巡查。', { ...CITY, title: '钟楼:推进幸福河湖建设' }).scope).toBe('常州市钟楼区');
  });
  it.each([
    ['a district that the text only tells of', '幸福河湖建设\n发布日期:2024-05-01\n在钟楼区,河道整治一新。'],
    ['a bureau as source', '幸福河湖建设\n发布日期:2024-05-01 来源:河长制处 浏览次数:\n全市河道整治一新。'],
    ['a colon within the text', '幸福河湖建设\n会议要求钟楼:加快推进。'],
  ])('is not %s', (_, text) => {
    expect(find(text, CITY).scope).toBe('常州市');
  });
});

describe('a page of no known site', () => {
  const unknown = on('https://news.example/a');
  it.each([
    ['its owner', '区水利局检查。\n主办单位:常州市武进区人民政府办公室', '常州市武进区'],
    ['its source', '标题\n来源:武进日报\n区水利局检查。', '常州市武进区'],
    ['the places it names', '武进区雪堰镇推进整治。区水利局检查。我区将加快进度。', '常州市武进区'],
    ['the city it names', '常州市推进整治。我市将加快进度,市水利局检查。', '常州市'],
  ])('speaks from %s', (_, text, scope) => {
    expect(find(text, unknown).scope).toBe(scope);
  });
  it('takes the source that the page gives apart', () => {
    expect(find('区水利局检查。', { ...unknown, source: '武进日报' }).scope).toBe('常州市武进区');
  });
});

describe('another place’s delegation', () => {
  it('keeps its own committee and government', () => {
    const text = '10月27日,陕西省白河县县委书记李大为率党政代表团来武进考察,县政府办公室负责人参加。区委书记林知远陪同。';
    expect(bodies(text, WUJIN).filter((name) => name.includes('办公室'))).toEqual(['陕西省白河县人民政府办公室']);
    expect(names('official', text, WUJIN)).toEqual(['李大为', '林知远']);
  });
  it('has its city’s bureaus named with it', () => {
    expect(bodies('无锡市水利局来常考察,市水利局陪同。', CITY)).toEqual(['无锡市水利局', '常州市水利局']);
  });
});

it('resolves 我区 and 我市 for the card without a highlight', () => {
  const { mentions, references } = find('我区与我市一道推进。', WUJIN);
  expect(mentions).toEqual([]);
  expect(references).toMatchObject([
    { start: 0, end: 2, areaId: 'area/wujin' },
    { start: 3, end: 5, areaId: 'area/changzhou' },
  ]);
});
