/**
 * Bodies that every level has, by the short forms the press uses. `full` is what stands in the body's full name after the area's.
 * The branch says how the full name is made: government 常州市武进区+水利局; party 中共常州市委+宣传部; the five bodies have forms of their own.
 */
type Branch = 'government' | 'tax' | 'party' | 'congress' | 'cppcc' | 'discipline' | 'league' | 'congress-committee' | 'customs' | 'house';

export interface Office {
  full: string;
  branch: Branch;
  /** Only with a level or an area before it: 政府 alone is no body. */
  bound?: boolean;
}

const table = (branch: Branch, rows: string): [string, Office][] =>
  rows
    .trim()
    .split('\n')
    .flatMap((row) => {
      const [forms, flag] = row.trim().split('!');
      const names = forms!.trim().split(/\s+/);
      const full = names[0]!;
      return names.map((name): [string, Office] => [name, { full, branch, ...(flag !== undefined && { bound: true }) }]);
    });

/** Each row: full form first, then its short forms; a trailing ! means bound. */
const GOVERNMENT = `
人民政府 政府 !
人民政府办公室 政府办公室 政府办 !
发展和改革委员会 发改委 发展改革委
发展和改革局 发改局 发展改革局
经济发展局 经发局
教育局
科学技术局 科技局
工业和信息化局 工信局
民族宗教事务局 民宗局
公安局
民政局
司法局
财政局
人力资源和社会保障局 人社局 人力资源社会保障局
自然资源和规划局 资规局 自然资源局
生态环境局
住房和城乡建设局 住建局
住房和城乡建设委员会 住建委
城市管理局 城管局
城市管理综合行政执法局
综合行政执法局
交通运输局 交通局
水利局
农业农村局
商务局
文化广电和旅游局 文广旅局
文化和旅游局 文旅局
文体广电和旅游局 文体广旅局 文体旅局
文化体育局 文体局
卫生健康委员会 卫健委 卫生健康委
卫生健康局 卫健局
退役军人事务局 退役军人局
应急管理局 应急局
审计局
人民政府外事办公室 外事办 外办
人民政府国有资产监督管理委员会 国资委
国有资产管理办公室 国资办
市场监督管理局 市场监管局 市监局
体育局
统计局
医疗保障局 医保局
信访局
数据局
大数据管理局 大数据局
行政审批局
政务服务管理办公室 政务办
地方金融监督管理局 地方金融监管局 金融监管局
金融工作办公室 金融办
园林绿化管理局
园林局
住房保障和房产管理局 房管局
规划局
国土资源局 国土局
环境保护局 环保局
安全生产监督管理局 安监局
质量技术监督局 质监局
卫生和计划生育委员会 卫计委
卫生和计划生育局 卫计局
农业委员会 农委
农业农村工作办公室 农工办
水务局
林业局
粮食和物资储备局 粮食局
物价局
旅游局
文化局
经济和信息化委员会 经信委
经济和信息化局 经信局
机关事务管理局 机关事务局
机关事务管理中心
人民防空办公室 人防办
气象局
消防救援支队 消防支队
消防救援大队 消防大队
公安局交通警察支队 公安局交警支队 交警支队
公安局交通警察大队 公安局交警大队 交警大队
档案馆
地方志办公室 方志办
供销合作总社 供销总社 供销社
红十字会 红会
残疾人联合会 残联
妇女联合会 妇联
总工会
工商业联合会 工商联
科学技术协会 科协
文学艺术界联合会 文联
归国华侨联合会 侨联
哲学社会科学界联合会 社科联
慈善总会
住房公积金管理中心 公积金中心
公共资源交易中心
广播电视台 电视台 !
融媒体中心
图书馆 !
博物馆 !
文化馆 !
美术馆 !
体育馆 !
体育中心 !
疾病预防控制中心 疾控中心
妇幼保健院
血站 中心血站 !
气象台 !
邮政管理局
烟草专卖局
仲裁委员会
武装部 人民武装部 人武部
军分区
消防救援局
全面推行河长制工作领导小组办公室 河长制办公室
河长制工作领导小组办公室 河长办
精神文明建设指导委员会办公室 文明办
防汛防旱指挥部 防指
防汛防旱指挥部办公室 防汛办
安全生产委员会 安委会
安全生产委员会办公室 安委办
双拥工作领导小组办公室 双拥办
太湖水污染防治办公室 太湖办
乡村振兴局
扶贫工作办公室 扶贫办
招商局 !
投资促进局
水文局 水文分局
总河长办
推进办 !
生态办
城建办
规划建设局
社会事业局
财政金融局
建设局
招商中心 !
食品安全委员会办公室 食安办
禁毒委员会办公室 禁毒办
`;
/** A province's departments. */
const PROVINCIAL = `
社会保障局
海事局
教育厅
科学技术厅 科技厅
工业和信息化厅 工信厅
公安厅
民政厅
司法厅
财政厅
人力资源和社会保障厅 人社厅
自然资源厅
生态环境厅
住房和城乡建设厅 住建厅
交通运输厅
水利厅
农业农村厅
商务厅
文化和旅游厅 文旅厅
应急管理厅 应急厅
审计厅
贸促会 国际贸易促进委员会
知识分子联谊会 知联会
老龄工作委员会办公室 老龄办
消费者权益保护委员会 消保委
重大项目办公室 重大项目办
环境卫生管理处 环卫处
`;
/** Committees of a congress or a conference. */
const COMMITTEES = `
财政经济委员会 财经委 财经工委
教科文卫委 教科文卫工委
法制工作委员会 法工委
监察和司法委员会 监察司法委 监司委
城建环资委 环资城建委 城建环保工委
人事代表联络委 人代联委 代表工委
人事代表工作委员会 人事代表工委
预算工委
社会建设委
农业和农村委员会 农委工委
`;
const CONFERENCE = `
提案委员会 提案委
文化文史委员会 文化文史委
文史委员会 文史委
经济科技委员会 经济科技委
城乡建设委员会 城乡建设委
社会法制委员会 社会法制委 社法委
`;
const PARTY_BRANCH = `
人才工作领导小组办公室 人才办
理论学习中心组 !
巡察组 !
第一巡察组 !
第二巡察组 !
第三巡察组 !
第四巡察组 !
第五巡察组 !
第六巡察组 !
党史工作委员会 党史工委
组织部 !
宣传部 !
统战部 统一战线工作部 !
政法委员会 政法委
员会网络安全和信息化委员会 网络安全和信息化委员会 网信委
员会网络安全和信息化委员会办公室 网络安全和信息化委员会办公室 网信办
机构编制委员会办公室 编办 编委办
台湾工作办公室 台办
巡察工作领导小组办公室 巡察办
巡察机构
老干部局
机关工作委员会 机关工委 级机关工委
党校
研究室 !
政策研究室 政研室
社会工作部 社工部
主题教育领导小组
主题教育领导小组办公室
全面深化改革委员会办公室 改革办 深改办
农村工作领导小组办公室 农办
教育工作委员会 教育工委
国家安全委员会办公室 国安办
审计委员会 审计委员会办公室
全面依法治市委员会办公室
`;
const OTHERS: [string, Office][] = [
  ['委办公室', { full: '办公室', branch: 'party', bound: true }],
  ['委办', { full: '办公室', branch: 'party', bound: true }],
  ['委员会办公室', { full: '员会办公室', branch: 'party', bound: true }],
  ['税务局', { full: '税务局', branch: 'tax' }],
  ['人大常委会', { full: '人民代表大会常务委员会', branch: 'congress', bound: true }],
  ['人民代表大会常务委员会', { full: '人民代表大会常务委员会', branch: 'congress', bound: true }],
  ['人大', { full: '人民代表大会', branch: 'congress', bound: true }],
  ['人民代表大会', { full: '人民代表大会', branch: 'congress', bound: true }],
  ['人大常委会办公室', { full: '人民代表大会常务委员会办公室', branch: 'congress', bound: true }],
  ['政协', { full: '', branch: 'cppcc', bound: true }],
  ['政协办公室', { full: '办公室', branch: 'cppcc', bound: true }],
  ['纪委监委', { full: '纪委监委', branch: 'discipline', bound: true }],
  ['纪委', { full: '纪律检查委员会', branch: 'discipline' }],
  ['纪检委', { full: '纪律检查委员会', branch: 'discipline' }],
  ['纪律检查委员会', { full: '纪律检查委员会', branch: 'discipline' }],
  ['监委', { full: '监察委员会', branch: 'government' }],
  ['监察委员会', { full: '监察委员会', branch: 'government', bound: true }],
  ['法院', { full: '人民法院', branch: 'government', bound: true }],
  ['人民法院', { full: '人民法院', branch: 'government', bound: true }],
  ['中级人民法院', { full: '中级人民法院', branch: 'government' }],
  ['中院', { full: '中级人民法院', branch: 'government', bound: true }],
  ['检察院', { full: '人民检察院', branch: 'government', bound: true }],
  ['人民检察院', { full: '人民检察院', branch: 'government', bound: true }],
  ['公安分局', { full: '公安局', branch: 'house' }],
  ['资规分局', { full: '自然资源和规划局', branch: 'house' }],
  ['自然资源和规划分局', { full: '自然资源和规划局', branch: 'house' }],
  ['自规分局', { full: '自然资源和规划局', branch: 'house' }],
  ['国土分局', { full: '国土资源局', branch: 'house' }],
  ['国土资源分局', { full: '国土资源局', branch: 'house' }],
  ['规划分局', { full: '规划局', branch: 'house' }],
  ['生态环境分局', { full: '生态环境局', branch: 'house' }],
  ['海关', { full: '海关', branch: 'customs', bound: true }],
  ['公安', { full: '公安局', branch: 'government', bound: true }],
  ['团委', { full: '', branch: 'league', bound: true }],
];

/** A committee is also named with its house before it: 区政协提案委. */
const withHouses = (rows: [string, Office][], houses: readonly string[]): [string, Office][] =>
  rows.flatMap(([form, office]): [string, Office][] => [
    [form, office],
    ...houses.map((house): [string, Office] => [house + form, office]),
  ]);

export const OFFICES: ReadonlyMap<string, Office> = new Map([
  ...table('government', GOVERNMENT),
  ...table('government', PROVINCIAL),
  ...withHouses(table('congress-committee', COMMITTEES), ['人大常委会', '人大']),
  ...withHouses(table('cppcc', CONFERENCE), ['政协']),
  ...table('party', PARTY_BRANCH),
  ...OTHERS,
]);

/** A party committee, by the level it stands for. */

export const PARTY_COMMITTEES = ['市委', '区委', '县委', '省委', '镇党委', '乡党委', '街道党工委', '街道党委', '党工委', '区党工委'];
