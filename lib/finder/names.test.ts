import { expect, it } from 'vitest';
import { find, names, officials } from './fixtures/index';

it.each([
  ['compound surname', '副区长上官晴到场。', ['上官晴']],
  ['compound surname, two given characters', '副市长欧阳明远参加会议。', ['欧阳明远']],
  ['compound surname that no index holds', '镇长诸葛青讲话。', ['诸葛青']],
  ['ethnic name with ·', '副市长买买提·吐尔洪出席会议。', ['买买提·吐尔洪']],
  ['ethnic name that no index holds', '副县长艾尔肯·吐尼亚孜介绍了情况。', ['艾尔肯·吐尼亚孜']],
  ['ethnic name with another dot', '副市长买买提•吐尔洪出席会议。', ['买买提•吐尔洪']],
  ['two characters like a word: 是岳', '区领导林知远、是岳、陆文渊参加。', ['林知远', '是岳', '陆文渊']],
  ['two characters like a word, again later', '副区长是岳到前黄镇调研。是岳指出,要抓好落实。', ['是岳', '是岳']],
  ['two characters like a word: 丁一', '区委副书记丁一到雪堰镇调研。丁一要求,加快进度。', ['丁一', '丁一']],
  ['two characters like a word: 高峰', '区长高峰主持会议。', ['高峰']],
  ['two characters like a word: 文明', '副镇长文明汇报了情况。', ['文明']],
  ['a character beyond the BMP in the middle', '市水利局副局长刘𬴊宇参加。', ['刘𬴊宇']],
  ['a character beyond the BMP at the end', '副区长马𬭚出席。马𬭚指出,要加快。', ['马𬭚', '马𬭚']],
  ['a character of extension A', '区长㑇文出席会议。', []],
  ['a given name of one verb-like character', '副区长何进到场。', ['何进']],
])('reads names: %s', (_, text, expected) => {
  expect(officials(text)).toEqual(expected);
});

it.each([
  ['是 as a verb', '副区长是岳出席。项目是岳父一辈建的,是区里的重点。', ['是岳']],
  ['高峰 as a word', '区长高峰主持会议。早晚高峰时段交通拥堵。', ['高峰']],
  ['文明 as a word', '副镇长文明汇报了情况。争创全国文明城市,精神文明建设。', ['文明']],
  ['丁一 over a boundary', '区委副书记丁一到场。园丁一心为学生。', ['丁一']],
  ['和 before guests', '与会领导和嘉宾共同为项目培土奠基。', []],
  ['来 before a place', '市政协领导来坛调研。省残联领导来我区调研。', []],
  ['a verb after the name', '局长侯恺算了一笔账,局长李荣把“两本账”摊开。', ['侯恺', '李荣']],
])('leaves words that look like a name: %s', (_, text, expected) => {
  expect(officials(text)).toEqual(expected);
});

it.each([
  ['full-width space', '区领导汪　泉、沈若谷参加。', ['汪　泉', '沈若谷']],
  ['half-width space', '副区长汪 泉参加。', ['汪 泉']],
  ['two half-width spaces', '副区长汪  泉参加。', ['汪  泉']],
  ['a no-break space', '副区长汪\u00a0泉参加。', ['汪\u00a0泉']],
  ['padded, not in the index', '区长梅　朗主持。', ['梅　朗']],
  ['padded twice', '区城管局局长顾 忆 红每周到场。', ['顾 忆 红']],
  ['padded twice, the surname a word', '区水利局局长是 国 新看了泵站。', ['是 国 新']],
  ['padded once, of three characters', '镇长陆 国庆如数家珍。', ['陆 国庆']],
])('reads padded names: %s', (_, text, expected) => {
  expect(officials(text)).toEqual(expected);
});

it('resolves a padded name to the plain one', () => {
  expect(find('副区长汪　泉参加。').mentions.find(({ type }) => type === 'official')).toMatchObject({
    name: '汪泉',
    entityId: 'person/wang-quan',
  });
  expect(names('official', '区长梅　朗主持。')).toEqual(['梅朗']);
});
