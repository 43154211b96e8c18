import { GOVERNMENT, PROVINCIAL } from './government-offices';

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
