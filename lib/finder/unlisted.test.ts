import { describe, expect, it } from 'vitest';
import { projects, texts } from './fixtures/index';

/** Names that no word at their end gives away: the company they stand in shows them. */
describe('names without a tail', () => {
  it.each([
    ['江苏云河智能科技有限公司与汇川技术、埃斯顿、节卡股份签约。', '汇川技术'],
    ['市供电公司、徐工汉云等企业的负责人参加。', '徐工汉云'],
    ['星光电缆、云河光电、恒川精密等13家企业入选。', '云河光电'],
    ['市委第二巡察组进驻。', '市委第二巡察组'],
    ['区司法局法律服务管理处负责人参加。', '区司法局法律服务管理处'],
  ])('finds the body: %s', (text, expected) => {
    expect(texts('organization', text)).toContain(expected);
  });
  it.each([
    ['一行来到云河储能电池项目、沃川血液净化耗材扩产、城南片区更新等12个项目现场察看。', '城南片区更新'],
    ['今年实施龙江路快速化改造、白家桥城中村改造、勤丰桥泵站扩容等6项工程。', '勤丰桥泵站扩容'],
  ])('finds the work: %s', (text, expected) => {
    expect(projects(text)).toContain(expected);
  });
});

describe('what only looks like a name', () => {
  it.each([
    '要抓好网络综合治理、水生态修复、城乡环境整治等工作。',
    '推动城市综合开发、人才培养平台建设。',
    '全市网络综合治理成效明显。',
    '会议以视频形式召开,各镇设分会场收听收看。',
    '一系列新理念新思想新战略指引方向。',
    '礼嘉镇风景优美,常州有德国企业。',
    '这家医院把服务送到家门口。',
  ])('is no work and no body: %s', (text) => {
    expect([...projects(text), ...texts('organization', text)]).toEqual([]);
  });
  it('is no body that is only built', () => {
    expect(projects('加快“两湖”创新区建设。')).toEqual(['“两湖”创新区']);
  });
});
