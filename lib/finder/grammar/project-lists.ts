import { LEADERS, LEFT_EDGE, ORGANIZATION_TAIL, PERSON, TITLE, VISIT } from '../lexicon/classes';
import { IDEOGRAPH } from '../normalise/characters';
import { GAP_LINE } from '../normalise/normalise';
import type { Reading } from './reading';
import type { SpanCandidate } from './span';

/** How many members must be projects by themselves before the others are taken for projects too. */
const MIN_KNOWN = 2;
const MIN_LENGTH = 5;
const MAX_LENGTH = 26;
const MAX_MEMBERS = 40;

interface Member {
  start: number;
  end: number;
}

/** In a list whose members are projects, a member without a tail is one as well (…工程、遥观农贸市场提档升级、…项目). */
export function projectsInLists(reading: Reading, chosen: readonly SpanCandidate[]): SpanCandidate[] {
  const lists = listsOf(reading);
  if (lists.length === 0) return [];
  const byEnd = new Map<number, SpanCandidate>();
  for (const span of chosen) byEnd.set(span.end, span);
  let cover: Uint32Array | null = null;
  const found: SpanCandidate[] = [];
  for (const members of lists) {
    const known = members.filter(({ start, end }) => {
      const span = byEnd.get(end);
      return span?.type === 'project' && span.start >= start;
    });
    if (known.length < MIN_KNOWN || known.length * 3 < members.length) continue;
    cover ??= coverOf(reading, chosen);
    for (const member of members) {
      const span = memberSpan(reading, member);
      if (span && isFree(span, chosen, cover)) found.push(span);
    }
  }
  return found;
}

const DIVIDES = 1;
const CLOSES = 2;
const MARKS = new Uint8Array(0x10000);
for (const mark of '、;') MARKS[mark.charCodeAt(0)] = DIVIDES;
for (const mark of '。,:') MARKS[mark.charCodeAt(0)] = DIVIDES | CLOSES;

/** The stretches of lists: divided by 、 or ; or by numbered lines, up to a full stop, a colon or a comma. */
function listsOf(reading: Reading): Member[][] {
  const { units, gap, length } = reading;
  const lists: Member[][] = [];
  let members: Member[] = [];
  let start = 0;
  for (let i = 0; i <= length; i++) {
    const mark = i === length ? DIVIDES | CLOSES : MARKS[units[i]!]!;
    if (i > start && gap[i] === GAP_LINE) {
      members.push({ start, end: i });
      start = i;
    }
    if (mark) {
      if (i > start) members.push({ start, end: i });
      start = i + 1;
    }
    if (mark & CLOSES || members.length >= MAX_MEMBERS) {
      if (members.length > MIN_KNOWN) lists.push(members);
      if (members.length > 0) members = [];
    }
  }
  return lists;
}

const ENDING = /(等|和|以及|及)[^、]*$/;
const NUMBER = /^(\d+\.?|[(]?[一二三四五六七八九十\d]+[)])/;

function memberSpan(reading: Reading, member: Member): SpanCandidate | null {
  let { start, end } = member;
  start += NUMBER.exec(reading.text(start, end))?.[0].length ?? 0;
  const open = reading.text(start, end).indexOf('(');
  if (open > 0) end = start + open;
  const ending = ENDING.exec(reading.text(start, end));
  if (ending && /^等/.test(ending[0])) end = start + ending.index;
  for (const hit of reading.hitsFrom(start, end, LEFT_EDGE | VISIT)) if (hit.start === start && hit.end < end) start = hit.end;
  if (end - start < MIN_LENGTH || end - start > MAX_LENGTH) return null;
  for (let i = start; i < end; i++) {
    if (reading.kind(i) !== IDEOGRAPH && !/[A-Za-z0-9“”·+-]/.test(reading.text(i, i + 1))) return null;
    if (i > start && reading.isApart(i)) return null;
  }
  if (reading.ends[end]! & (ORGANIZATION_TAIL | PERSON | TITLE) || holdsVerb(reading, start, end)) return null;
  const name = reading.nameOf(start, end);
  return {
    start,
    end,
    type: 'project',
    name,
    entity: reading.dictionary.entityNamed(name, 'project'),
    score: 1.5,
    votes: [{ kind: 'listing', detail: reading.text(member.start, member.end) }],
  };
}

function holdsVerb(reading: Reading, start: number, end: number): boolean {
  for (const hit of reading.hitsFrom(start, end, LEFT_EDGE | VISIT | TITLE | LEADERS))
    if (hit.end <= end && !BUILDING.test(reading.text(hit.start, hit.end))) return true;
  return /[的了在是将已也]/.test(reading.text(start, end));
}

/** Words for building are what such names end in. */
const BUILDING = /^(建设|提升|优化|完善|启用|运用|应用|加强|扩大|健全|提高)$/;

/** 1 + index of the chosen span that covers each unit. */
function coverOf(reading: Reading, chosen: readonly SpanCandidate[]): Uint32Array {
  const cover = new Uint32Array(reading.length + 1);
  chosen.forEach((span, i) => {
    cover.fill(i + 1, span.start, span.end);
  });
  return cover;
}

/** Free of other mentions, save a firm or a body that the name begins with. */
function isFree(span: SpanCandidate, chosen: readonly SpanCandidate[], cover: Uint32Array): boolean {
  for (let i = span.start; i < span.end; i++) {
    const over = cover[i] ? chosen[cover[i]! - 1]! : null;
    if (over && !(over.type === 'organization' && over.start === span.start && over.end < span.end)) return false;
  }
  return true;
}
