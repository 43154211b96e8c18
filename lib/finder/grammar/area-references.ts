import { toSource } from '../normalise/normalise';
import type { AreaReference } from '../types';
import type { Reading } from './reading';
import type { Scope } from './scope';

const SELF: readonly [string, 'city' | 'district'][] = [
  ['我区', 'district'],
  ['全区', 'district'],
  ['我市', 'city'],
  ['全市', 'city'],
];

/** 我区, 我市: what they mean here, for the card; they are not mentions. */
export function areaReferences(reading: Reading, scope: Scope): AreaReference[] {
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
  return found.sort((a, b) => a.start - b.start);
}
