import { AFTER_NAME, AREA, EXECUTIVE, LEFT_EDGE, OFFICE, ORGANIZATION, PARTY, TITLE } from '../lexicon/classes';
import { IDEOGRAPH, MARK, STOP } from '../normalise/characters';
import { GAP_NONE, GAP_SPACE } from '../normalise/normalise';
import type { Reading } from './reading';
import type { Scope } from './scope';
import type { SpanCandidate } from './span';

const SOURCE = /(来源|信息来源|供稿单位|发布机构|主办单位|承办单位|作者单位|作者):/g;
const PUBLISHER =
  /(网|日报|晚报|时报|早报|快报|报|社|新闻|电视台|广播电视台|客户端|中心|局|委|办|处|科|分局|融媒体|发布|大队|支队|法院|检察院|医院|学校|大学|学院|协会|公司|办公室|委员会|联合会|全媒体)$/;
const SECTION = /(处|科|室)$/;
const MAX_NAME = 24;

/** Who publishes: 来源:某某网, 主办单位:某某局, 某某网讯 at the head of a story. */
export function findPublishers(reading: Reading, scope: Scope): SpanCandidate[] {
  const found: SpanCandidate[] = [];
  const { text } = reading.normal;
  const owner = ownerOf(reading);
  for (const match of text.matchAll(SOURCE)) {
    let at = match.index + match[0].length;
    for (let part = 0; part < 4; part++) {
      const end = nameEnd(reading, at);
      const name = text.slice(at, end);
      if (end - at >= 2 && (PUBLISHER.test(name) || (end - at <= 4 && name.endsWith('部'))))
        found.push(publisher(reading, at, end, scope, owner));
      if (!reading.is(end, '、') && reading.gap[end] !== GAP_SPACE) break;
      at = reading.is(end, '、') ? end + 1 : end;
    }
  }
  for (const match of text.matchAll(/讯|(?=[\u4e00-\u9fff]{2}\d{1,2}月\d{1,2}日电)/g)) {
    const end = match.index;
    let start = end;
    while (
      start > 0 &&
      end - start < MAX_NAME &&
      (reading.kind(start - 1) === IDEOGRAPH || reading.is(start - 1, '·')) &&
      reading.gap[start]! === GAP_NONE
    )
      start--;
    if (reading.isApart(start) && end - start >= 3 && PUBLISHER.test(text.slice(start, end)) && !reading.is(start, '本报'))
      found.push(publisher(reading, start, end, scope, owner));
  }
  return found;
}

function nameEnd(reading: Reading, from: number): number {
  let end = from;
  while (end < reading.length && end - from < MAX_NAME) {
    if (end > from && reading.gap[end]! > 1) break;
    if (reading.kind(end) & (STOP | MARK) && !reading.is(end, '·') && !reading.is(end, '(') && !reading.is(end, ')')) break;
    if (
      reading.is(end, '浏览') ||
      reading.is(end, '字号') ||
      reading.is(end, '发布时间') ||
      reading.is(end, '地址') ||
      reading.is(end, '作者')
    )
      break;
    end++;
  }
  return end;
}

function publisher(reading: Reading, start: number, end: number, scope: Scope, owner: string): SpanCandidate {
  const { dictionary } = reading;
  const said = reading.nameOf(start, end);
  // A section on its bureau's own page: 河长制处 is 常州市水利局河长制处 where the footer names the bureau.
  const name = owner && SECTION.test(said) ? owner + said : said;
  const entity = dictionary.entityNamed(name, 'organization');
  const score = entity >= 0 || !(reading.ends[end]! & (OFFICE | PARTY)) ? 2.6 : 0.8;
  return {
    start,
    end,
    type: 'organization',
    name: entity >= 0 ? dictionary.entityName(entity) : name,
    entity,
    score,
    votes: [{ kind: 'sourceLine', detail: scope.name || said }],
  };
}

function ownerOf(reading: Reading): string {
  const { text } = reading.normal;
  const at = text.lastIndexOf('主办单位:');
  if (at < 0) return '';
  return text.slice(at + 5, nameEnd(reading, at + 5));
}

/** 有迈体育董事长: what stands between an edge and a post in business is the firm. */
export function findEmployers(reading: Reading): SpanCandidate[] {
  const found: SpanCandidate[] = [];
  for (const hit of reading.hitsOf(EXECUTIVE)) {
    if (hit.classes & TITLE || reading.isApart(hit.start) || reading.longestTo(hit.end, EXECUTIVE)!.start !== hit.start) continue;
    let start = hit.start;
    while (start > 0 && hit.start - start < 14 && reading.kind(start - 1) === IDEOGRAPH && !reading.isApart(start)) start--;
    const length = hit.start - start;
    const edged = reading.isApart(start) || (reading.kind(start - 1) & (STOP | MARK)) !== 0;
    if (
      !edged ||
      length < 3 ||
      length > 12 ||
      reading.ends[hit.start]! & (ORGANIZATION | OFFICE | EXECUTIVE | TITLE) ||
      reading.longestTo(hit.start, AREA)
    )
      continue;
    if (/[他她我你它们这那请由把]/.test(reading.text(start, hit.start)) || holdsVerb(reading, start, hit.start)) continue;
    const name = reading.nameOf(start, hit.start);
    found.push({
      start,
      end: hit.start,
      type: 'organization',
      name,
      entity: reading.dictionary.entityNamed(name, 'organization'),
      score: 1.2,
      votes: [{ kind: 'suffix', detail: reading.text(hit.start, hit.end) }],
    });
  }
  return found;
}

function holdsVerb(reading: Reading, start: number, end: number): boolean {
  for (const hit of reading.hitsFrom(start, end, AFTER_NAME | LEFT_EDGE)) if (hit.end <= end) return true;
  return false;
}
