import { expect, it } from 'vitest';
import { bodies, find, names, officials, projects } from './fixtures/index';

const NAVIGATION =
  '• 今天是\n  • 登录个人中心\n  • 首页\n  • 政务动态\n  • 走进武进\n  • 新闻中心\n  • 信息公开\n  • 办事服务\n  • 办公室\n  • 人事处\n  • 互动交流';
const CRUMB = '您当前的位置:首页> 政务动态> 政务要闻> 内容';
const FOOTER = '主办单位:常州市武进区人民政府办公室 地址:常州市武进区延政中大道 邮编:213100\n网站标识码:3204120001\n苏ICP备05003616号';
const STORY = '区委书记林知远率队到雪堰镇调研,副区长上官晴参加。\n\n林知远来到云河储能电池项目现场。';

it('finds nothing in navigation', () => {
  expect(find(NAVIGATION).mentions).toEqual([]);
  expect(find(CRUMB).mentions).toEqual([]);
});

it('finds the owner in the footer, and nothing else', () => {
  expect(find(FOOTER).mentions).toMatchObject([{ type: 'organization', name: '常州市武进区人民政府办公室' }]);
});

it('finds the story’s own among the page’s furniture', () => {
  const page = [
    NAVIGATION,
    CRUMB,
    '区领导到雪堰镇调研',
    '发布日期: 2023-10-28    来源: 武进日报 浏览次数: 字号:〖大 中 小〗',
    STORY,
    FOOTER,
  ].join('\n\n');
  expect(names('official', page)).toEqual(['林知远', '上官晴', '林知远']);
  expect(projects(page)).toEqual(['云河储能电池项目']);
  expect(bodies(page)).toContain('常州市武进区人民政府办公室');
});

it.each([
  ['the footer first', [FOOTER, STORY, NAVIGATION]],
  ['the navigation last', [CRUMB, STORY, FOOTER, NAVIGATION]],
])('does not depend on the order of the parts: %s', (_, parts) => {
  const page = parts.join('\n\n');
  expect(names('official', page)).toEqual(['林知远', '上官晴', '林知远']);
  expect(projects(page)).toEqual(['云河储能电池项目']);
});

const HEADLINES = [
  '林知远调研重点项目建设',
  '沈若谷主持召开区政府常务会议',
  '区领导走访慰问困难群众',
  '上官晴督查安全生产工作',
  '区人大常委会召开主任会议',
  '桃李满园 校园里的好老师',
  '全区高楼林立 塔吊不停',
  '前黄中学成立女子足球队',
];

it('reads a front page of headlines, each by itself', () => {
  const page = HEADLINES.map((headline) => `${headline}\n10-28`).join('\n');
  expect(officials(page)).toEqual(['林知远', '沈若谷', '上官晴']);
  expect(bodies(page)).toEqual(['常州市武进区人民政府', '常州市武进区人民代表大会常务委员会', '前黄中学']);
});

it('reads a front page in any order', () => {
  const forth = new Set(officials(HEADLINES.join('\n')));
  const back = new Set(officials([...HEADLINES].reverse().join('\n')));
  expect(back).toEqual(forth);
});

it('does not read one headline on into the next', () => {
  expect(officials('走访慰问老党员的区长\n林立塔吊见证发展')).toEqual([]);
  expect(bodies('今日武进\n水利局面向社会招聘')).not.toContain('常州市武进区水利局面');
});

it('takes no tail of the next line', () => {
  expect(bodies('机构职能\n中心组学习')).toEqual([]);
});

it('finds no official in a breadcrumb’s column, but the person it names', () => {
  expect(officials('您当前的位置:首页>>政府信息公开>>领导之窗>>林知远>>我的活动>>内容')).toEqual(['林知远']);
  expect(officials('您当前的位置:首页>>政府信息公开>>领导之窗>>内容')).toEqual([]);
});

it('leaves related stories that are cut off', () => {
  expect(find('相关链接\n武进新闻20231028\n武进新闻20231027\n全区安全生产工作会…').mentions).toEqual([]);
});
