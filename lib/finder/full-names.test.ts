import { expect, it } from 'vitest';
import { find } from './fixtures/index';

const named = (text: string) => find(text).mentions.map(({ text: said, name }) => `${said} = ${name}`);

it.each([
  ['湖塘桥社区居委会召开会议。', '湖塘桥社区居委会 = 湖塘桥社区居民委员会'],
  ['江苏省农科院粮食作物研究所所长参加。', '江苏省农科院粮食作物研究所 = 江苏省农业科学院粮食作物研究所'],
  ['中科院上海硅酸盐研究所签约。', '中科院上海硅酸盐研究所 = 中国科学院上海硅酸盐研究所'],
  ['雪堰镇跃进村妇联主席参加。', '雪堰镇跃进村妇联 = 常州市武进区雪堰镇跃进村妇女联合会'],
  ['常州市武进区消防救援大队到场。', '常州市武进区消防救援大队 = 常州市武进区消防救援大队'],
])('writes the short forms out in %s', (text, expected) => {
  expect(named(text)).toContain(expected);
});

it.each([
  ['a committee of the conference', '区政协社法委牵头。', '区政协社法委 = 中国人民政治协商会议常州市武进区委员会社会法制委员会'],
  ['the next committee of a list', '由市政协文化文史委、提案委督办。', '提案委 = 中国人民政治协商会议常州市委员会提案委员会'],
  ['an office of the party', '区委人才办召开会议。', '区委人才办 = 中共常州市武进区委人才工作领导小组办公室'],
  ['a tax bureau', '武进区税务局到会。', '武进区税务局 = 国家税务总局常州市武进区税务局'],
  ['a branch’s traffic police', '武进区交警大队到场。', '武进区交警大队 = 常州市公安局武进分局交通警察大队'],
])('gives the full name of %s', (_, text, expected) => {
  expect(named(text)).toContain(expected);
});

it('gives a short company name the full one of the article, and none where two begin alike', () => {
  const full = '江苏星禾电力设备有限公司';
  expect(named(`${full}开工。星禾电力股份董事长说。`)).toContain(`星禾电力股份 = ${full}`);
  expect(named(`${full}、江苏星禾电力工程有限公司开工。星禾电力股份董事长说。`)).not.toContain(`星禾电力股份 = ${full}`);
});

it('gives a university’s school the university before it', () => {
  expect(named('江苏理工学院举行会议，机械工程学院院长参加。')).toContain('机械工程学院 = 江苏理工学院机械工程学院');
});

it('takes for a firm what stands in a list of firms', () => {
  const texts = find('客户有上海电气集团股份有限公司、比亚迪、蔚来、江苏星禾电力设备有限公司等企业。').mentions.map(({ text }) => text);
  expect(texts).toEqual(expect.arrayContaining(['比亚迪', '蔚来']));
});

it('leaves the speech out of a speaker’s name', () => {
  expect(named('副区长田军说，要抓紧。')).toContain('田军 = 田军');
});
