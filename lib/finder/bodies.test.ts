import { describe, expect, it } from 'vitest';
import { bodies, CITY, find, texts } from './fixtures/index';

const DISTRICT = '常州市武进区';

it.each([
  ['a department of the district', '区水利局负责人参加。', [`${DISTRICT}水利局`]],
  ['a department of the city', '市水利局负责人参加。', ['常州市水利局']],
  ['with the area', '武进区水利局召开会议。', [`${DISTRICT}水利局`]],
  ['with the area, the level elided', '武进水利局召开会议。', [`${DISTRICT}水利局`]],
  ['in full', '常州市武进区水利局召开会议。', [`${DISTRICT}水利局`]],
  ['another district', '天宁区教育局来访。', ['常州市天宁区教育局']],
  ['a short form', '区住建局、区人社局联合检查。', [`${DISTRICT}住房和城乡建设局`, `${DISTRICT}人力资源和社会保障局`]],
  ['a department nobody indexed', '区统计局发布数据。', [`${DISTRICT}统计局`]],
  ['the party’s departments', '区委组织部、区委宣传部到会。', [`中共${DISTRICT}委组织部`, `中共${DISTRICT}委宣传部`]],
  ['the party’s department, with the area', '武进区委组织部到会。', [`中共${DISTRICT}委组织部`]],
  ['the committee', '区委召开常委会会议。', [`中共${DISTRICT}委员会`]],
  ['the committee in full', '中共武进区委召开会议。', [`中共${DISTRICT}委员会`]],
  ['the government', '区政府召开常务会议。', [`${DISTRICT}人民政府`]],
  ['the government’s office', '市政府办公室印发通知。', ['常州市人民政府办公室']],
  ['the congress', '区人大常委会召开会议。', [`${DISTRICT}人民代表大会常务委员会`]],
  ['the conference', '市政协召开会议。', ['中国人民政治协商会议常州市委员会']],
  ['the discipline commission', '区纪委监委通报。', [`中共${DISTRICT}纪律检查委员会、${DISTRICT}监察委员会`]],
  ['the court and the procuratorate', '区法院、区检察院联合发文。', [`${DISTRICT}人民法院`, `${DISTRICT}人民检察院`]],
  ['the river chiefs’ office', '市河长办督查。', ['常州市河长制工作领导小组办公室']],
  ['a town’s party committee', '雪堰镇党委召开会议。', [`中共${DISTRICT}雪堰镇委员会`]],
  ['a province’s department', '江苏省水利厅检查。', ['江苏省水利厅']],
  ['a department elsewhere', '重庆市涪陵区水利局来常考察。', ['重庆市涪陵区水利局']],
])('composes the full name of %s', (_, text, expected) => {
  expect(bodies(text)).toEqual(expected);
});

it.each([
  ['a post of it', '城市水利局面良好。'],
  ['government in general', '政府和市场各司其职。'],
  ['a party cell’s day', '开展主题党日活动。'],
  ['units in general', '各部门、各单位要高度重视。'],
  ['a market’s government', '超市委托物流企业送货。'],
  ['a district’s inhabitants', '小区委托物业管理。'],
  ['deputies', '全国人大代表、政协委员参加视察。'],
  ['the city as a place', '常州市区道路通畅。'],
])('finds no body in %s', (_, text) => {
  expect(bodies(text)).toEqual([]);
});

it.each([['the alliance', '武进区智能装备产业联盟成立。联盟将推动合作。', ['武进区智能装备产业联盟', '武进区智能装备产业联盟']]])(
  'follows a noun back to %s',
  (_, text, expected) => {
    expect(bodies(text)).toEqual(expected);
  },
);

it.each([['the league', '团区委组织活动。', [`共青团${DISTRICT}委员会`]]])('composes the full name of %s', (_, text, expected) => {
  expect(bodies(text)).toEqual(expected);
});

it.each([
  ['the bureau', '区财政局召开会议。该局要求,严格把关。', '该局', `${DISTRICT}财政局`],
  ['the town', '雪堰镇召开会议,该镇要求抓好落实。', '该镇', `${DISTRICT}雪堰镇`],
])('follows a noun back to %s, for the card and without a mark', (_, text, noun, name) => {
  const { references } = find(text);
  expect(references.map((r) => [text.slice(r.start, r.end), r.name])).toEqual([[noun, name]]);
});

describe('democratic parties', () => {
  it.each([
    ['民革常州市委召开会议。', '中国国民党革命委员会常州市委员会'],
    ['民盟市委会调研。', '中国民主同盟常州市委员会'],
    ['农工党常州市委走访。', '中国农工民主党常州市委员会'],
    ['致公党市委来访。', '中国致公党常州市委员会'],
  ])('have committees of their own: %s', (text, expected) => {
    expect(bodies(text, CITY)).toEqual([expected]);
  });
  it('leave the Communist Party its own', () => {
    expect(bodies('民革市委会向市委汇报工作。', CITY)).toEqual(['中国国民党革命委员会常州市委员会', '中共常州市委员会']);
  });
  it.each(['农民建房要审批。', '农民进城务工。', '居民革新观念。'])('are not in words that only hold their letters: %s', (text) => {
    expect(bodies(text, CITY)).toEqual([]);
  });
});

describe('companies and others that the index need not know', () => {
  it.each([
    ['江苏某川精密机械有限公司投产。', '江苏某川精密机械有限公司'],
    ['记者走进常州云河新材料科技股份有限公司。', '常州云河新材料科技股份有限公司'],
    ['云河(常州)新能源有限公司开工。', '云河(常州)新能源有限公司'],
    ['云河（常州）新能源有限公司开工。', '云河（常州）新能源有限公司'],
    ['江苏银行常州分行举行签约仪式。', '江苏银行常州分行'],
    ['常州市第九人民医院开诊。', '常州市第九人民医院'],
    ['湖塘镇中心幼儿园举行活动。', '湖塘镇中心幼儿园'],
  ])('are found whole: %s', (text, expected) => {
    expect(texts('organization', text)).toEqual([expected]);
  });
  it.each([['武进区实验小学举行运动会。', '武进区实验小学']])('are found whole: %s', (text, expected) => {
    expect(texts('organization', text)).toEqual([expected]);
  });
  it('bear the short form the index has', () => {
    expect(find('云川集团扩建厂房,市七院开诊。').mentions).toMatchObject([
      { text: '云川集团', entityId: 'org/yunchuan', name: '江苏云川智能装备集团股份有限公司' },
      { text: '市七院', entityId: 'org/hospital-7' },
    ]);
  });
  it('bear the whole name where it only begins like one of the index', () => {
    expect(texts('organization', '江苏云川智能装备集团股份有限公司常州分公司挂牌。')).toEqual([
      '江苏云川智能装备集团股份有限公司常州分公司',
    ]);
  });
  it.each(['走访多家上市公司。', '支持民营企业和高新技术企业发展。', '各中小学、幼儿园开学。', '鼓励高校和科研院所参与。'])(
    'are not kinds of companies: %s',
    (text) => {
      expect(bodies(text)).toEqual([]);
    },
  );
});

describe('towns, streets and villages', () => {
  it.each([
    ['前黄镇、礼嘉镇分别作交流发言。', ['前黄镇', '礼嘉镇']],
    ['南大街街道组织开展消防演练。', ['南大街街道']],
    ['蒲岸村成立了合作社。', ['蒲岸村']],
  ])('are bodies when they act: %s', (text, expected) => {
    expect(texts('organization', text)).toEqual(expected);
  });
  it.each(['一行来到前黄镇、礼嘉镇察看。', '工程位于雪堰镇蒲岸村。', '礼嘉镇风景优美。', '途经南大街街道的道路封闭。'])(
    'are places otherwise: %s',
    (text) => {
      expect(bodies(text)).toEqual([]);
    },
  );
});
