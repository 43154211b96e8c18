import { AFTER_NAME, LEFT_EDGE, ORGANIZATION, ORGANIZATION_TAIL, PROJECT } from '../lexicon/classes';
import { IDEOGRAPH } from '../normalise/characters';
import type { Reading } from './reading';
import type { Scope } from './scope';
import type { SpanCandidate } from './span';

/** Bodies and projects that the index knows by the very name in the text. */
export function findIndexed(reading: Reading, scope: Scope): SpanCandidate[] {
  const { dictionary } = reading;
  const found: SpanCandidate[] = [];
  for (const hit of reading.hitsOf(ORGANIZATION | PROJECT)) {
    for (const [bits, type] of [
      [ORGANIZATION, 'organization'],
      [PROJECT, 'project'],
    ] as const) {
      if (!(hit.classes & bits) || reading.is(hit.end, '总书记')) continue;
      const entities = dictionary.entitiesAt(hit.at, type);
      const [entity, ...rivals] = nearest(dictionary.isWithin.bind(dictionary), entities, dictionary.entityArea, scope.area);
      if (entity === undefined) continue;
      const length = hit.end - hit.start;
      const edges = edgeCount(reading, hit.start, hit.end);
      if (edges < (length <= 2 ? 2 : length === 3 ? 1 : 0)) continue;
      const name = dictionary.entityName(entity);
      found.push({
        start: hit.start,
        end: hit.end,
        type,
        name,
        entity,
        // A longer company name begins with the one the index knows (…集团|股份有限公司).
        score: 2 + length * 0.22 + edges * 0.3 - (reading.starts[hit.end]! & ORGANIZATION_TAIL && !reading.isApart(hit.end) ? 2.5 : 0),
        votes: [{ kind: dictionary.isAliasAt(hit.at, entity) ? 'alias' : 'dictionary', detail: name }],
        ...(rivals.length && { rivals }),
      });
    }
  }
  return found;
}

/** Namesakes in order: those of the article's own area first; the rest only when none is. */
function nearest(
  isWithin: (area: number, outer: number) => boolean,
  entities: readonly number[],
  areaOf: (entity: number) => number,
  scope: number,
): number[] {
  if (entities.length < 2) return [...entities];
  const near = entities.filter(
    (entity) => areaOf(entity) >= 0 && scope >= 0 && (isWithin(areaOf(entity), scope) || isWithin(scope, areaOf(entity))),
  );
  return near.length ? near : [...entities];
}

function edgeCount(reading: Reading, start: number, end: number): number {
  const left =
    reading.isApart(start) ||
    reading.kind(start - 1) !== IDEOGRAPH ||
    (reading.ends[start]! & (LEFT_EDGE | AFTER_NAME)) !== 0 ||
    (reading.single(start - 1) & LEFT_EDGE) !== 0;
  const right =
    reading.isApart(end) ||
    reading.kind(end) !== IDEOGRAPH ||
    (reading.starts[end]! & (LEFT_EDGE | AFTER_NAME)) !== 0 ||
    (reading.single(end) & (LEFT_EDGE | AFTER_NAME)) !== 0;
  return Number(left) + Number(right);
}
