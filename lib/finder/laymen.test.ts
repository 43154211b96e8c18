import { expect, it } from 'vitest';
import { find, officials } from './fixtures/index';

/** 林知远 is an official of the index; here somebody else bears the name. */
it.each([
  '本报讯(记者 林知远) 昨天,全区经济运行良好。',
  '本报讯（记者 林知远　通讯员 沈若谷）昨天,全区经济运行良好。',
  '□本报记者 林知远',
  '本报记者林知远报道',
  '本报讯(通讯员 林知远 沈若谷 记者 许怀恩) 昨天下了雨。',
  '图为活动现场。林知远 摄',
  '林知远摄',
  '(沈若谷/文 林知远/摄)',
  '责编:林知远 沈若谷',
  '责任编辑：林知远',
  '活动圆满结束。(供稿:林知远 编辑:沈若谷)',
  '活动圆满结束。（林知远 沈若谷）',
  '活动圆满结束。(林知远)',
  '作者:林知远',
  '中国江苏网10月28日常州讯(记者 林知远 通讯员 沈若谷)',
  '摄影:林知远  文字:沈若谷',
  '校对 林知远',
  '全媒体记者 林知远 实习生 沈若谷',
  '新华社常州10月28日电(记者林知远、沈若谷)',
])('leaves bylines: %s', (text) => {
  expect(officials(text)).toEqual([]);
});

it('leaves a bare name at the very end', () => {
  expect(officials('昨天,全区秋收工作全面展开,各镇农户抢抓晴好天气收割晚稻。\n\n林知远')).toEqual([]);
});

it.each([
  ['a villager', '蒲岸村村民林知远说,日子越过越好。'],
  ['a teacher before', '教师林知远带着学生参加活动。'],
  ['a chairman of a firm', '江苏云川智能装备集团股份有限公司董事长林知远介绍了产品。'],
  ['a manager in a bracket', '林知远(某某科技有限公司)获奖。'],
  ['a resident', '家住湖塘镇的居民林知远告诉记者,出行方便了。'],
  ['a driver', '公交驾驶员林知远拾金不昧。'],
  ['a model worker', '道德模范林知远事迹感人。'],
  ['a doctor', '主任医师林知远坐诊。'],
  ['a student', '学生林知远、沈若谷获一等奖。'],
  ['a coach', '教练林知远说,队员们很努力。'],
  ['the secretary of an alumni club', '北京航空航天大学常州校友会秘书长林知远到场。'],
  ['the chairman of an exchange society', '意中交流协会主席林知远是溧阳人。'],
  ['the head of a restaurant', '义隆素菜馆负责人林知远说,客人多了。'],
  ['a deputy of the congress alone', '人大代表林知远建议,增设公交站点。'],
])('leaves private people of an official’s name: %s', (_, text) => {
  expect(officials(text)).toEqual([]);
});

it('tells an official from a reporter of the same name in one article', () => {
  const text = '本报讯(记者 林知远) 昨天,区委书记林知远到雪堰镇调研。';
  expect(find(text).mentions.filter(({ type }) => type === 'official')).toMatchObject([{ start: text.lastIndexOf('林知远') }]);
});

it.each([
  ['桃李林立', '校园里桃李林立,绿树成荫。'],
  ['林立', '园区高楼林立,塔吊林立。'],
  ['桃李 and a forest', '李林茂盛,桃李林中漫步。'],
  ['a doctrine', '深入学习贯彻习近平新时代中国特色社会主义思想。'],
  ['a theory', '坚持以邓小平理论为指导。'],
  ['breadcrumb', '您当前的位置:首页> 政务动态> 政务要闻> 内容'],
  ['furniture', '字号:〖大 中 小〗 浏览次数: 打印 关闭'],
  ['more furniture', '退出长者模式\n分享到:微信 微博\n上一篇:无\n下一篇:无'],
])('finds no official in words that only hold a name: %s', (_, text) => {
  expect(officials(text)).toEqual([]);
});

it('leaves a doctrine in an article that names the leader', () => {
  const text = '中共中央总书记习近平在京出席会议。会议强调,要以习近平新时代中国特色社会主义思想为指导。';
  expect(
    find(text)
      .mentions.filter(({ type }) => type === 'official')
      .map(({ start }) => start),
  ).toEqual([text.indexOf('习近平')]);
});

it.each([
  ['photographer after writer', '沈若谷/文　林知远/摄'],
  ['a teacher after', '林知远老师带着学生参加活动。'],
  ['a pen name', '(作者:林知远,笔名沈若谷)'],
])('leaves writers and private people: %s', (_, text) => {
  expect(officials(text)).toEqual([]);
});

it.each([['a speech', '认真学习习近平总书记重要讲话精神。']])('finds no official in words that only hold a name: %s', (_, text) => {
  expect(officials(text)).toEqual([]);
});
