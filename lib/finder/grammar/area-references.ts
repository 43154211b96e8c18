import { toSource } from '../normalise/normalise';
import type { AreaReference } from '../types';
import type { Reading } from './reading';
import type { Scope } from './scope';
import type { SpanCandidate } from './span';

const SELF: readonly [string, 'city' | 'district'][] = [
  ['我区', 'district'],
  ['全区', 'district'],
  ['我市', 'city'],
  ['全市', 'city'],
];

/** 我区, 我市: what they mean here, for the card; they are not mentions. */
export function areaReferences(reading: Reading, scope: Scope, chosen: readonly SpanCandidate[]): AreaReference[] {
  const { dictionary } = reading;
  const { text } = reading.normal;
  const found: AreaReference[] = [];
  for (const [word, level] of SELF) {
    const area = scope[level];
    if (area < 0) continue;
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) {
      const [start, end] = toSource(reading.normal, at, at + word.length);
      found.push({ start, end, areaId: dictionary.areaId(area), name: dictionary.areaFullName(area) });
    }
  }
  return [...found, ...backReferences(reading, chosen)].sort((a, b) => a.start - b.start);
}

const BACK = /该(局|委|院|校|公司|所|中心|镇|街道|区|县|村|园区|企业)/g;

/** 该局, 该镇: the body or the place last named before that ends so. */
function backReferences(reading: Reading, chosen: readonly SpanCandidate[]): AreaReference[] {
  const { dictionary } = reading;
  const found: AreaReference[] = [];
  const matches = [...reading.normal.text.matchAll(BACK)];
  if (matches.length === 0) return found;
  const bodies = chosen.filter((span) => span.type === 'organization');
  let next = 0;
  const last = new Map<string, string>();
  const areas = reading.areas;
  let nextArea = 0;
  for (const match of matches) {
    const at = match.index;
    for (; next < bodies.length && bodies[next]!.end <= at; next++) {
      const { name } = bodies[next]!;
      last.set(name.slice(-1), name);
      last.set(name.slice(-2), name);
    }
    for (; nextArea < areas.length && areas[nextArea]!.end <= at; nextArea++) {
      const name = dictionary.areaFullName(dictionary.areasAt(areas[nextArea]!.at)[0]!);
      last.set(name.slice(-1), name);
      last.set(name.slice(-2), name);
    }
    const noun = match[1]!;
    const name = last.get(noun === '校' ? '学' : noun === '企业' ? '公司' : noun);
    if (!name) continue;
    const [start, end] = toSource(reading.normal, at, at + match[0].length);
    const area = dictionary.areaByFullName(name);
    found.push({ start, end, areaId: area >= 0 ? dictionary.areaId(area) : null, name });
  }
  return found;
}
