import { describe, expect, it } from 'vitest';
import { CITY, find } from './fixtures/index';
import { countWork } from './fixtures/work';

const repeat = (part: string) => (length: number) => part.repeat(Math.ceil(length / part.length));
const SURNAMES = '王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗';
const GIVEN = '伟芳娜敏静秀丽强磊洋艳勇军杰娟涛超明霞平刚桂英华玉兰红金梅建';
/** A text of names no two of which are the same (up to 18,000 of them). */
const distinct = (sentence: (name: string) => string) => (length: number) => {
  let text = '';
  for (let i = 0; text.length < length; i++)
    text += sentence(SURNAMES[i % 20]! + GIVEN[Math.floor(i / 20) % 30]! + GIVEN[Math.floor(i / 600) % 30]!);
  return text;
};

const TEXTS: readonly (readonly [string, (length: number) => string])[] = [
  ...['的', '林', '市', '局', '(', ')', '《', '“', '·', '、', ' ', '\n', 'a', '\ud83d'].map((part) => [part, repeat(part)] as const),
  ...['林知远', '区长林知远', '张市长', '来源:', '任命', '书记', '区长、', '市委', '项目', '公司', '察看了', '民革', '联盟'].map(
    (part) => [part, repeat(part)] as const,
  ),
  ...['林知远 摄\n', '(林知远)\n', ')\n', '公司(', '云河项目、', '市水利局、', '前黄镇、', '任命林知远为区长,', '雪堰镇。该镇要求'].map(
    (part) => [JSON.stringify(part), repeat(part)] as const,
  ),
  ['《 with one end', (length) => `${'《'.repeat(length)}》`],
  ['a story over and over', repeat('区委书记林知远到雪堰镇调研,察看了麦溪浜整治工程。他指出,要抓好落实。区水利局负责人参加。\n')],
  ['区长林知远(', repeat('区长林知远(')],
  ['different officials', distinct((name) => `副区长${name}出席。`)],
  ['different officials in one list', distinct((name) => `${name}、`)],
  ['different projects', distinct((name) => `${name}工程。`)],
  ['different companies', distinct((name) => `${name}有限公司,`)],
  ['林知远、', repeat('林知远、')],
];
/** Where a search of the whole text is made again and again. */
const GROWING: typeof TEXTS = [['来源:河长处 ', repeat('来源:河长处 ')]];

describe('however adversarial the text', () => {
  it.each(TEXTS)('100,000 characters of %s come to an end', (_, make) => {
    expect(() => find(make(100_000), CITY)).not.toThrow();
  });
  it.each(TEXTS)('work grows no faster than the text: %s', (_, make) => {
    expect(growth(make)).toBeLessThan(5);
  });
  it.each(GROWING)('work grows no faster than the text: %s', (_, make) => {
    expect(growth(make)).toBeLessThan(5);
  });
});

/** How much more work a text four times as long is. */
function growth(make: (length: number) => string): number {
  const work = (length: number) => countWork(() => find(make(length), CITY));
  return work(16_000) / work(4_000);
}
