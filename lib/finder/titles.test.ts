import { describe, expect, it } from 'vitest';
import { CITY, find, names, officials } from './fixtures/index';

it.each([
  ['before', '副区长朱晓平到场讲话。', ['朱晓平']],
  ['before, with the body', '武进区水利局局长张为民说,工程进展顺利。', ['张为民']],
  ['before, long', '区委常委、区人民政府党组副书记、常务副区长陆文渊主持会议。', ['陆文渊']],
  ['acting head', '代区长钱子昂出席。', ['钱子昂']],
  ['after', '沈文洁副镇长介绍了情况。', ['沈文洁']],
  ['after, at the head of a sentence', '会上,盛若蕾市长讲话。', ['盛若蕾']],
  ['apart', '区长沈若谷首先来到雪堰镇。沈若谷指出,要抓好落实。随后,沈若谷来到前黄镇。', ['沈若谷', '沈若谷', '沈若谷']],
  ['apart, with a word of time', '区长戴思福随后到礼嘉镇检查。', ['戴思福']],
  ['in a headline, known', '林知远调研重点项目', ['林知远']],
  ['with 同志', '区委书记林知远同志讲话。', ['林知远']],
  ['a retired post', '原副区长朱晓平回到家乡。', ['朱晓平']],
  ['presiding over a congress', '市人大常委会副主任梅若兰参加审议。', ['梅若兰']],
])('finds the name by its post: %s', (_, text, expected) => {
  expect(officials(text)).toEqual(expected);
});

it.each([
  ['a post and a verb', '副区长随后到场讲话。'],
  ['a post and 介绍', '雪堰镇镇长介绍了情况。'],
  ['posts of a plan', '各级河长要履职尽责,镇长和局长负总责。'],
  ['a chair', '主席台就座的有各界人士。'],
  ['a post within a word', '市长热线接到来电。'],
  ['the mayor cup', '“市长杯”足球赛昨天开幕。'],
  ['a board of directors', '有限公司董事长王大鹏介绍了产品。'],
])('finds no official where none is named: %s', (_, text) => {
  expect(officials(text)).toEqual([]);
});

describe('surname and post', () => {
  const text = '常州市市长陈瞻10月28日到溧阳调研。陈市长说,要把好质量关。';

  it('means the person whom the article named, and spans the surname alone', () => {
    const short = find(text, CITY).mentions.filter((mention) => mention.text === '陈');
    expect(short).toMatchObject([{ type: 'official', name: '陈瞻', entityId: 'person/chen-zhan', start: text.indexOf('陈市长') }]);
  });
  it.each([
    ['nobody of that surname was named', '记者了解到,陈市长十分重视这项工作。'],
    ['only someone of another post was', '副市长陈立新出席。会后,陈局长介绍了情况。'],
    ['the surname is part of a word', '常州市市长陈瞻出席。推陈市长期坚持。'],
  ])('stays silent when %s', (_, silent) => {
    expect(find(silent, CITY).mentions.filter((mention) => mention.text === '陈')).toEqual([]);
  });
  it('keeps two of one surname apart by their posts', () => {
    const two = '市长陈瞻、副市长陈立新出席。陈市长讲话,陈副市长主持。';
    expect(names('official', two, CITY)).toEqual(['陈瞻', '陈立新', '陈瞻', '陈立新']);
  });
});

it('says the post with the person', () => {
  const [mention] = find('武进区委副书记、区长沈若谷出席。').mentions.filter(({ type }) => type === 'official');
  expect(mention).toMatchObject({ text: '沈若谷', post: expect.stringContaining('区长') });
});
