import { ACTS, AREA, FOREIGN, GENERIC, ORGANIZATION, ORGANIZATION_TAIL, TITLE, WORD } from '../lexicon/classes';
import { DIGIT, IDEOGRAPH, LETTER } from '../normalise/characters';
import { GAP_SPACE } from '../normalise/normalise';
import { leftEvidence } from './name-shape';
import type { Reading } from './reading';

/** What a work is described with and not named by: without a place, a firm, a number or a mark in it, such a stretch names none. */
const DESCRIBES =
  /^(?:城市|城乡|城镇|乡村|农村|农业|农田|网络|网格|水|生态|环境|人才|产业|交通|技术|科技|科教|科研|文化|教育|体育|医疗|医养|卫生|健康|社会|社区|基层|支浜|支河|河道|河湖|排口|污水|雨水|管网|道路|公共|公益|基础|项目|企业|园区|民生|安全|数字|数据|智能|智慧|绿色|低碳|综合|重点|重大|主要|新|老|旧|小|大|高|优|急诊|门诊|住院|一批|系列|全民|全域|全程|精准|专业|示范|标准|信息|金融|消费|服务|就业|创业|创新|养老|托育|招商|投资|工业|制造|装备|能源|节能|环保|景观|绿化|亮化|厂房|宿舍|食堂|停车|充电|消防|防汛|防洪|抗旱|市政|水利|水系|水环境|水生态|土地|耕地|粮食|蔬菜|花木|旅游|文旅|农旅|研学|非遗|文明|志愿|红色|党建|廉政|法治|普法|平安|信用|质量|品牌|标杆|试点|专项|集中|联合|共同|配套|附属|主体|地下|地上|室外|室内|内部|外部|东侧|西侧|南侧|北侧|南岸|北岸|两岸|沿线|沿河|沿江|沿湖)/;
/** What runs through sentences and not through names. */
const SENTENCE = /[了的是在把被让将还也都就着说看给吗呢吧很更最哪没]/;
const BUILT = /[^扩改新迁重共续城基住电铁中土市一二三四五承代兴筹援]建[^设筑材工行业交投发华]/;
/** What no body is called. */
const NO_BODY = /^“?年产|(?:工程|项目|道路|路段|大道|河道|城区|市区|地区)$/;
/** A division under its bare name: on a line of its own it is a menu's entry. */
const DIVISION = /^[^市区县镇]{2}[处科室部办站]$/;
const MARKED = /[“《A-Za-z0-9]/;

/** Whether the model may speak for a stretch as a name. It saw few texts: what is plainly a sentence or a description it is not asked about. */
export function mayBeNamed(reading: Reading, start: number, end: number, type: 'organization' | 'project'): boolean {
  const text = reading.text(start, end);
  if (MARKED.test(text)) return true;
  if (type === 'organization') return true;
  if (!DESCRIBES.test(text)) return true;
  for (let i = start; i < end; i++) if (reading.starts[i]! & (AREA | FOREIGN | ORGANIZATION)) return true;
  return false;
}

/** No name is longer, in units. */
const MAX_NAME = 48;

/** Whether a stretch that no rule takes for a name may be one. */
export function mayBeNew(reading: Reading, start: number, end: number, type: 'organization' | 'project'): boolean {
  if (end - start > MAX_NAME) return false;
  for (let i = start + 1; i < end; i++) if (reading.gap[i]! >= GAP_SPACE) return false;
  const first = reading.kind(start) & (IDEOGRAPH | DIGIT | LETTER) || '“《'.includes(reading.text(start, start + 1));
  const last = reading.kind(end - 1) & (IDEOGRAPH | DIGIT | LETTER) || '”》)'.includes(reading.text(end - 1, end));
  if (!first || !last || !mayBeNamed(reading, start, end, type)) return false;
  const text = reading.text(start, end);
  if (text.includes('“') !== text.includes('”') || text.includes('(') !== text.includes(')')) return false;
  if (!/[“《]/.test(text) && (SENTENCE.test(text) || BUILT.test(text))) return false;
  // 宣传部|长 is a post in one word.
  if ((reading.longestFrom(start, TITLE)?.end ?? 0) > end) return false;
  if (reading.longestTo(end, GENERIC)?.start === start) return false;
  // 城|市水利局: the level is another word's end.
  if ('市区'.includes(text[0]!) && leftEvidence(reading, start) < 0) return false;
  if (type === 'project' && isActingHouse(reading, end)) return false;
  if (type === 'organization' && (NO_BODY.test(text) || (DIVISION.test(text) && reading.isApart(start)))) return false;
  // 城市水利局|面: the last character is another word's beginning.
  if ((reading.longestFrom(end - 1, WORD)?.end ?? 0) > end) return false;
  // A place alone is a place, save a town or a street that acts.
  return !isPlace(reading, start, end);
}

/** 某某幼儿园举行活动: a house that acts is no building site. */
export const isActingHouse = (reading: Reading, end: number): boolean =>
  (reading.ends[end]! & ORGANIZATION_TAIL) !== 0 && (reading.starts[end]! & ACTS) !== 0;

const TOWN = /[镇乡]$|街道$/;
const PLACING = /(?:在|到|于|赴|经|至|自|从|过|穿越|横跨|辖)$/;

/** Whether a place may be a body that acts: towns and streets only, and not where something comes, lies or leads to. */
export const mayBeTown = (reading: Reading, start: number, end: number): boolean =>
  TOWN.test(reading.text(start, end)) && !PLACING.test(reading.text(Math.max(0, start - 2), start));

/** A work called by a water, a road or a village is named, however short its name: 潘家浜项目. */
const CALLED_BY_PLACE = /[浜河塘港桥路村圩浦泾溪湖江渎荡沟渠坝闸山岛镇街湾墩巷弄](?:项目|工程)$/;
export const isCalledByPlace = (reading: Reading, start: number, end: number): boolean => CALLED_BY_PLACE.test(reading.text(start, end));

function isPlace(reading: Reading, start: number, end: number): boolean {
  const place = reading.longestTo(end, AREA | FOREIGN);
  if (!place) return false;
  return place.start === start || (place.start > start && isPlace(reading, start, place.start));
}
