import { describe, expect, it } from 'vitest';
import { bodies, find, names, officials, projects, texts } from './fixtures/index';

describe('white space and breaks', () => {
  const long = '会上,来自全区各条战线的代表围绕产业发展、城市更新、民生改善等内容作了交流,大家一致认为要用好智能制造龙城';

  it.each([
    ['a paragraph cut in mid-sentence', `${long}\n\n实验室的成果。`],
    ['a line cut in mid-sentence', `${long}\n实验室的成果。`],
    ['a paragraph cut in mid-sentence and indented', `${long}\n\n　　实验室的成果。`],
  ])('reads a name over %s', (_, text) => {
    expect(bodies(text)).toEqual(['智能制造龙城实验室']);
  });
  it('reads an official over a cut', () => {
    const text = '会议强调,各镇各部门要对照年初目标任务倒排工期、挂图作战,确保重点工作落地见效,区委书记林知\n\n远主持会议。';
    expect(names('official', text)).toEqual(['林知远']);
  });
  it('does not join what ends with what begins', () => {
    expect(officials('区长\n林知远调研')).toEqual(['林知远']);
    expect(officials('区委书记。\n\n高峰时段车多。')).toEqual([]);
  });
  it('drops characters nobody sees', () => {
    const text = '区委书记林\u200b知远出席。';
    expect(find(text).mentions.filter(({ type }) => type === 'official')).toMatchObject([{ text: '林\u200b知远', name: '林知远' }]);
  });
});

it.each([
  ['full-width digits', 'project', '常州“５３２”发展战略', '“532”发展战略'],
  ['full-width letters', 'organization', '江苏ＡＢＣ科技有限公司投产。', '江苏ABC科技有限公司'],
  ['traditional characters', 'organization', '常州市武進區水利局召開會議。', '常州市武进区水利局'],
  ['traditional level and office', 'organization', '區財政局負責人參加。', '常州市武进区财政局'],
  ['traditional name', 'official', '區委書記林知遠主持會議。', '林知远'],
  ['traditional post after', 'official', '沈若谷區長講話。', '沈若谷'],
] as const)('folds %s', (_, type, text, expected) => {
  expect(names(type, text)).toEqual([expect.stringContaining(expected)]);
});

it.each([
  ['half-width punctuation', '区委书记林知远,区长沈若谷参加.', ['林知远', '沈若谷']],
  ['full-width punctuation', '区委书记林知远，区长沈若谷参加。', ['林知远', '沈若谷']],
  ['half-width list comma', '区领导林知远､沈若谷参加。', ['林知远', '沈若谷']],
])('reads %s', (_, text, expected) => {
  expect(officials(text)).toEqual(expected);
});

describe('quotation marks within names', () => {
  it.each([
    ['“两湖”创新区管理委员会召开会议。', '“两湖”创新区管理委员会'],
    ['「两湖」创新区管理委员会召开会议。', '「两湖」创新区管理委员会'],
  ])('keeps them in the span: %s', (text, expected) => {
    expect(texts('organization', text)).toEqual([expected]);
  });
  it.each([
    ['全面落实“532”发展战略。', ['“532”发展战略']],
    ['加快建设“两湖”创新区,推进重点工作。', ['“两湖”创新区']],
  ])('of projects too: %s', (text, expected) => {
    expect(projects(text)).toEqual(expected);
  });
});

it('gives offsets into the text as it was given', () => {
  const text = '\u200b  ＡＢ\r\n\r\n　　區委書記林　知遠,区长沈若谷。';
  for (const { start, end, text: said } of find(text).mentions) expect(text.slice(start, end)).toBe(said);
});
