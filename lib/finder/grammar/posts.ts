import { AREA, EXECUTIVE, FOREIGN, LAYMAN, LEADERS, OFFICE, ORGANIZATION, ORGANIZATION_TAIL, PARTY, TITLE } from '../lexicon/classes';
import { placeTo } from './places';
import type { Reading } from './reading';
import { isWeakTitle } from './weak-titles';

/** The posts that stand before a name: 市委常委、武进区委书记. Units [start, end) of the normalised text. */
export interface PostChain {
  start: number;
  end: number;
  classes: number;
  standing: 'official' | 'executive' | 'layman';
  /** A bare post after a comma: it goes on from the body named before. */
  continues: boolean;
}

const LINKS = '、兼及和';
const CHAINED = TITLE | EXECUTIVE | LAYMAN | LEADERS | OFFICE | PARTY | AREA | FOREIGN | ORGANIZATION | ORGANIZATION_TAIL;
const MAX_CHAIN = 120;
/** How a public body's name ends, when no list knows it. */
const PUBLIC_ENDING =
  /(局|委|办|处|所|馆|站|队|庭|室|中心|学校|大学|中学|小学|医院|卫生院|街道|镇|乡|村|社区|法院|检察院|党校|支部|总支|检察部|常委会|工委)$/;
/** Heads of laboratories, institutes and schools are scholars and teachers; a university's head is not among them. */
const ACADEMIC =
  /((实验室|研究院|研究所|研究中心|学院|课题组|技术中心|创新中心)(常务)?副?(主任|院长|所长)|(小学|中学|初中|高中|学校|幼儿园)(常务)?副?(校长|园长)|中心负责人)$/;
const ANAPHORIC = /^该[院校局所会委馆镇区市县乡]$/;
const BUSINESS = /公司|集团|股份|银行|农商行|支行|厂|合作社|农场|事务所|商会|企业/;
/** Bodies whose heads hold no public post by that alone. */
const SOCIETY = /协会|联盟|促进会|学会|研究会|基金会|校友会|同学会|同乡会|联谊会/;
/** Nor by such a post of theirs, which elsewhere is a public one by itself. */
const SOCIETY_POST = /(?:校友会|同学会|同乡会|联谊会|交流协会)(?:常务|名誉|执行)?副?(?:主席|会长|理事长|秘书长)$/;
/** 菜馆, 宾馆: houses of business that end as a museum does. */
const INN = /(?:菜|饭|茶|酒|面|宾|旅|照相|理发)馆$/;

/** Reads the posts that end at `end`; null when none does. */
export function postsTo(reading: Reading, end: number): PostChain | null {
  const last = reading.longestTo(end, TITLE | EXECUTIVE | LAYMAN | LEADERS);
  if (!last) return null;
  let start = last.start;
  let classes = 0;
  let strong = false;
  let weak = false;
  let executive = false;
  let layman = false;
  let company = false;
  let publicBody = false;
  let partyPost = false;
  let at = end;
  let first = true;
  while (at > 0 && end - at < MAX_CHAIN) {
    const hit = reading.longestTo(at, CHAINED);
    if (hit && (first || !reading.isApart(at))) {
      if (hit.classes & (EXECUTIVE | LAYMAN) && !(hit.classes & TITLE)) {
        if (hit.classes & EXECUTIVE) executive = true;
        else if (first) layman = true;
      } else if (hit.classes & TITLE) {
        const word = reading.text(hit.start, hit.end);
        if (isWeakTitle(word)) weak = true;
        else strong = true;
        if (word.startsWith('党委')) partyPost = true;
      } else if (hit.classes & LEADERS) strong = true;
      if (hit.classes & (OFFICE | PARTY) && !(hit.classes & TITLE)) publicBody = true;
      else if (hit.classes & AREA) publicBody = true;
      if (hit.classes & (ORGANIZATION_TAIL | ORGANIZATION) && !(hit.classes & TITLE)) {
        const tail = reading.text(hit.start, hit.end);
        if (BUSINESS.test(tail)) company = true;
        else if (!SOCIETY.test(tail)) publicBody = true;
      }
      classes |= hit.classes;
      at = hit.start;
      start = at;
      first = false;
      continue;
    }
    if (reading.isApart(at)) break;
    const place = placeTo(reading, at);
    if (place) {
      publicBody = true;
      at = place.start;
      start = at;
      continue;
    }
    const char = reading.text(at - 1, at);
    // 该院副院长: a body just spoken of.
    if (!first && ANAPHORIC.test(reading.text(at - 2, at))) {
      publicBody = true;
      at -= 2;
      start = at;
      break;
    }
    if ('市区县镇乡省'.includes(char) && at < end) {
      publicBody = true;
      at -= 1;
      start = at;
      continue;
    }
    const linked =
      (LINKS.includes(char) || char === ',' || char === ';') && !first && (reading.ends[at - 1]! & (TITLE | EXECUTIVE | LEADERS)) !== 0;
    if (linked) {
      at -= 1;
      continue;
    }
    if (char === '副' || char === '总' || char === '兼') {
      at -= 1;
      start = at;
      continue;
    }
    break;
  }
  if (first) return null;
  const before = reading.text(Math.max(0, start - 6), start);
  if (weak && !publicBody && !company) publicBody = PUBLIC_ENDING.test(before) && !INN.test(before) && !reading.isApart(start);
  const whole = before + reading.text(start, end);
  if (ACADEMIC.test(whole)) publicBody = false;
  if (SOCIETY_POST.test(whole)) {
    strong = false;
    publicBody = false;
  }
  const official = strong
    ? partyPost || !(executive && company && !(classes & (PARTY | OFFICE)))
    : weak && publicBody && !company && !executive;
  const standing = official ? 'official' : layman && !strong && !weak ? 'layman' : executive || weak || company ? 'executive' : 'layman';
  const continues =
    start === last.start && weak && !executive && !company && !layman && (reading.is(start - 1, ',') || reading.is(start - 1, '、'));
  return { start, end, classes, standing, continues };
}
