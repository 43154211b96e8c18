import { AREA, OFFICE, ORGANIZATION, PARTY, TITLE } from '../lexicon/classes';
import { placeTo } from './places';
import type { Reading } from './reading';
import type { SpanCandidate } from './span';

/** What a place does when it stands for its government: it reports, sends its head, hosts. */
const ACTS =
  /^(等(镇|街道|地|单位|板块|部门)*)?(分别|各自|先后|依次)?(在会上)?(作|做)?(了)?(交流发言|汇报|表态发言|表态|发言|作交流|交流|的?(主要|有关|相关)?负责(人|同志)|的?主要领导|党政主要负责|党政负责|领导班子|书面交流|承办|主办|协办|获评|荣获|被评|立即|迅速|积极|专门|组织(开展)?|联合|印发|出台|召开|举办|开展了|成立了|率先)/;
/** Of a town or a street, these too: a larger area is more often where a thing happens. */
const TOWN_ACTS =
  /^(要|将|与|会同|联合|介绍|派出|派|拿出|提出|表示|负责|牵头|配合|准备|已经?|还|也|则|把|对|向|为|拿|跟|分别与|引进|接住|启动|投入|推出|建立|实行|实施|安排)/;
const LISTED = '、和与及';

/** Towns, streets and districts that act: 前黄镇、湟里镇分别作交流发言. Places as places are left alone. */
export function findActing(reading: Reading): SpanCandidate[] {
  const { dictionary } = reading;
  const found: SpanCandidate[] = [];
  for (const hit of reading.areas) {
    const place = placeTo(reading, hit.end);
    if (!place || place.area < 0 || reading.longestTo(hit.end, AREA)?.start !== hit.start) continue;
    const kind = dictionary.areaKind(place.area);
    if (kind === 'province' || kind === 'city' || !/[镇乡区市]$|街道$|村$|社区$|科教城$|产业园$/.test(reading.text(hit.start, hit.end)))
      continue;
    const town = kind === 'town' || kind === 'street' || kind === 'functional-zone';
    if (!acts(reading, hit.end, town) && !actsInList(reading, hit.end) && !(town && standsAmongBodies(reading, place.start, hit.end)))
      continue;
    const { entity, name } = governmentOf(reading, place.area, kind);
    found.push({
      start: place.start,
      end: place.end,
      type: 'organization',
      name,
      entity,
      score: 2.2,
      votes: [{ kind: 'composed', detail: name }],
    });
  }
  return found;
}

function acts(reading: Reading, end: number, town: boolean): boolean {
  if (reading.isApart(end)) return false;
  const after = reading.text(end, end + 14);
  return ACTS.test(after) || (town && (TOWN_ACTS.test(after) || (reading.starts[end]! & TITLE) !== 0));
}

/** A member of a list acts when the list's end does. */
function actsInList(reading: Reading, end: number): boolean {
  const { text } = reading.normal;
  let at = end;
  for (let member = 0; member < 12; member++) {
    if (!LISTED.includes(text[at] ?? ' ')) return member > 0 && acts(reading, at, true);
    const next = nextMember(text, at + 1);
    if (next < 0) return false;
    at = next;
  }
  return false;
}

const PLACING = /(在|到|位于|赴|经|至|自|从|途经|穿越|横跨|辖)$/;

/** 罗溪镇、薛家镇和区行政审批局: towns listed with towns or bodies, and not as places where something lies. */
function standsAmongBodies(reading: Reading, start: number, end: number): boolean {
  if (PLACING.test(reading.text(Math.max(0, start - 2), start)) || /^(的|等地|境内|交界|段|辖区)/.test(reading.text(end, end + 2)))
    return false;
  const next = LISTED.includes(reading.text(end, end + 1)) ? end + 1 : -1;
  const nextLevel = next > 0 && '市区县镇'.includes(reading.text(next, next + 1)) ? next + 1 : next;
  if (next > 0 && ((reading.starts[nextLevel]! | reading.starts[next]!) & (OFFICE | ORGANIZATION | PARTY)) !== 0) return true;
  return LISTED.includes(reading.text(start - 1, start)) && (reading.ends[start - 1]! & (OFFICE | ORGANIZATION | PARTY)) !== 0;
}

/** The end of a list's next member: before the next separator, or where an acting word begins. */
function nextMember(text: string, from: number): number {
  for (let i = from + 2; i <= Math.min(from + 16, text.length); i++) {
    if (LISTED.includes(text[i] ?? ' ') || ACTS.test(text.slice(i, i + 14))) return i;
    if (',。;:'.includes(text[i] ?? '。')) return -1;
  }
  return -1;
}

function governmentOf(reading: Reading, area: number, kind: string): { entity: number; name: string } {
  const { dictionary } = reading;
  const full = dictionary.areaFullName(area);
  if (kind === 'district' || kind === 'county-level-city')
    return { entity: dictionary.entityNamed(`${full}人民政府`, 'organization'), name: full };
  const name = kind === 'town' ? `${full}人民政府` : kind === 'street' ? `${full}办事处` : full;
  return { entity: dictionary.entityNamed(name, 'organization'), name };
}
