import { expect, it } from 'vitest';
import { bodies, officials } from './fixtures/index';

it.each([
  ['leaders after one word', '市领导顾长青、梅若兰、蒋伯涛参加活动。', ['顾长青', '梅若兰', '蒋伯涛']],
  ['leaders who lead', '区领导林知远、沈若谷率队到雪堰镇调研。', ['林知远', '沈若谷']],
  ['leaders apart by a space', '区领导林知远 沈若谷 上官晴参加会议。', ['林知远', '沈若谷', '上官晴']],
  ['the last joined by 和', '副区长钱子昂、陆文渊和薛静怡分别汇报。', ['钱子昂', '陆文渊', '薛静怡']],
  ['people, then members of a committee', '区领导林知远、沈若谷及区委网信委成员参加会议。', ['林知远', '沈若谷']],
  ['one post list, several people', '党组书记、局长章和平,副书记、副局长吴晓峰到现场察看。', ['章和平', '吴晓峰']],
  ['four stacked posts', '市人大常委会副主任、武进区委书记、区人武部党委第一书记、武进高新区党工委书记林知远出席。', ['林知远']],
  ['a bracket within a post', '区党工委副书记、区委常委、纪(工)委书记、区监委主任季海宁主持会议。', ['季海宁']],
  ['a bracket after a member', '区领导林知远、方晓梅(女)、陆文渊参加视察。', ['林知远', '方晓梅', '陆文渊']],
  [
    'heads of several bodies',
    '雪堰镇党委书记王弘毅、镇长孙洋洋、镇人大主席许文韬、副镇长上官晴陪同。',
    ['王弘毅', '孙洋洋', '许文韬', '上官晴'],
  ],
  ['appointed and removed', '会议决定任命钱子昂为武进区副区长,免去陆文渊的武进区副区长职务。', ['钱子昂', '陆文渊']],
  [
    'deputies in a row, their house unsaid',
    '会议听取了报告。副主任钱子昂、陆文渊、许怀恩,秘书长高宏华出席。',
    ['钱子昂', '陆文渊', '许怀恩', '高宏华'],
  ],
])('finds officials in lists: %s', (_, text, expected) => {
  expect(officials(text)).toEqual(expected);
});

it.each([
  ['things after a leader', '区领导林知远、相关部门负责人和企业代表参加活动。', ['林知远']],
  ['bodies after a leader', '市领导梅若兰,市发改委、市工信局负责人参加活动。', ['梅若兰']],
  ['towns', '区领导察看了前黄、礼嘉、雪堰等地。', []],
  ['a list of executives', '企业家代表顾长青、梅若兰、蒋伯涛参加活动。', []],
  ['an office holder nobody names', '区委书记、区长、副区长参加会议。', []],
])('leaves what only follows in a list: %s', (_, text, expected) => {
  expect(officials(text)).toEqual(expected);
});

const AS_ONE = '常州市武进区';
it.each([
  ['the level said once', '市发改委、工信局、财政局负责人参加。', ['常州市发展和改革委员会', '常州市工业和信息化局', '常州市财政局']],
  [
    'the level said once, for the district',
    '区财政局、住建局和农业农村局到会。',
    [`${AS_ONE}财政局`, `${AS_ONE}住房和城乡建设局`, `${AS_ONE}农业农村局`],
  ],
  ['two levels of one office', '市、区工信局负责人陪同。', [`${AS_ONE}工业和信息化局`]],
  ['committee and government glued', '市委市政府作出部署。', ['中共常州市委员会', '常州市人民政府']],
  ['committee and government, the level said once', '武进区委、区政府作出部署。', ['中共常州市武进区委员会', '常州市武进区人民政府']],
  ['a level anew within a list', '市水利局、区水利局一同检查。', ['常州市水利局', '常州市武进区水利局']],
])('reads lists of bodies: %s', (_, text, expected) => {
  expect(bodies(text)).toEqual(expected);
});
