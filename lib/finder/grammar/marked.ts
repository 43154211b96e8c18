import { GENERIC, ORGANIZATION, ORGANIZATION_TAIL, PROJECT_TAIL, VISIT } from '../lexicon/classes';
import { IDEOGRAPH } from '../normalise/characters';
import { GAP_JOINED } from '../normalise/normalise';
import type { Vote } from '../types';
import type { Reading } from './reading';
import type { SpanCandidate } from './span';

const PLANS = /(方案|行动|计划|规划|工程|战略|纲要)(\([^)]*\))?$/;
const SITES = /^等?(\d+|[一二三四五六七八九十多几]+)?(个|处|家)?(重点|重大|在建|产业)?(项目|工地|工程|建设现场|施工现场|建设情况)/;
const BRANDED = /“[^“”\n]{2,8}”(?:创新区|先行区|发展战略|战略)/g;
const MAX_ITEM = 22;
const MAX_ITEMS = 24;
const MAX_TITLE = 62;

/** Projects that marks or lists show rather than a tail: 《…行动方案》, sites visited one after another, 某某系统由某公司投资. */
export function findMarked(reading: Reading): SpanCandidate[] {
  return [...titled(reading), ...branded(reading), ...visited(reading), ...invested(reading), ...addresses(reading)];
}

function project(reading: Reading, start: number, end: number, score: number, vote: Vote): SpanCandidate {
  const name = reading.nameOf(start, end);
  return {
    start,
    end,
    type: 'project',
    name,
    entity: reading.dictionary.entityNamed(name.replace(/[《》]/g, ''), 'project'),
    score,
    votes: [vote],
  };
}

function* titled(reading: Reading): Generator<SpanCandidate> {
  const { text } = reading.normal;
  for (let open = text.indexOf('《'); open >= 0; open = text.indexOf('《', open + 1)) {
    const length = text.slice(open, open + MAX_TITLE).indexOf('》');
    const close = open + length;
    if (length < 0 || text.slice(open + 1, close).includes('《')) continue;
    if (PLANS.test(text.slice(open + 1, close)))
      yield project(reading, open, close + 1, 6, { kind: 'quoted', detail: text.slice(open, close + 1) });
  }
}

/** “两湖”创新区, “532”发展战略: a strategy's mark stands before what it is. */
function* branded(reading: Reading): Generator<SpanCandidate> {
  for (const { index, 0: said } of reading.normal.text.matchAll(BRANDED))
    yield project(reading, index, index + said.length, 2, { kind: 'quoted', detail: said });
}

/** 看了A、B、C等工地: the list's end says what its members are. */
function* visited(reading: Reading): Generator<SpanCandidate> {
  const { text } = reading.normal;
  for (const hit of reading.hitsOf(VISIT)) {
    const items: [number, number][] = [];
    let start = hit.end;
    if (reading.is(start, '了')) start++;
    let end = start;
    while (end - start <= MAX_ITEM && items.length < MAX_ITEMS && end < reading.length) {
      if (reading.is(end, '、') || reading.is(end, '等')) {
        items.push([start, end]);
        if (reading.is(end, '等')) break;
        start = end + 1;
      } else if (reading.kind(end) !== IDEOGRAPH && !/[A-Za-z0-9“”()+-]/.test(text[end]!)) break;
      end++;
    }
    if (items.length < 2 || !reading.is(end, '等') || !SITES.test(text.slice(end, end + 14))) continue;
    for (const [from, to] of items) {
      if (to - from < 4 || reading.ends[to]! & ORGANIZATION_TAIL || reading.longestFrom(from, ORGANIZATION)?.end === to) continue;
      yield project(reading, from, to, 3.2, { kind: 'listing', detail: reading.text(hit.start, hit.end) });
    }
  }
}

/** 某某系统由某公司投资, at the head of a sentence. */
function* invested(reading: Reading): Generator<SpanCandidate> {
  const pattern = /(^|[。\n])([^,。:;、()]{4,20})由([^,。:;]{2,26}(?:公司|集团))(?:投资|建设|实施|承建)/g;
  for (const match of reading.normal.text.matchAll(pattern)) {
    const start = match.index + match[1]!.length;
    const end = start + match[2]!.length;
    if (reading.longestTo(end, GENERIC)?.start === start || (reading.ends[end]! & PROJECT_TAIL && /^(项目|工程)$/.test(match[2]!)))
      continue;
    yield project(reading, start, end, 2.4, { kind: 'listing', detail: `由${match[3]}` });
  }
}

/** 地址:江苏省常州市武进区行政中心: a place to write to, not a body that acts. */
function* addresses(reading: Reading): Generator<SpanCandidate> {
  const { text } = reading.normal;
  for (let at = text.indexOf('地址:'); at >= 0; at = text.indexOf('地址:', at + 3)) {
    let end = at + 3;
    while (end < reading.length && end - at < 60 && (end === at + 3 || reading.gap[end]! <= GAP_JOINED)) end++;
    yield { start: at + 3, end, type: 'organization', name: '', entity: -1, score: 30, votes: [], silent: true };
  }
}
