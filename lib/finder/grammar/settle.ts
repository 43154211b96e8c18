import type { Reading } from './reading';
import type { Scope } from './scope';
import type { SpanCandidate } from './span';

/** After the choice: marks around a name join it, and a shorter name takes the full one the article gave. */
export function settleNames(reading: Reading, spans: readonly SpanCandidate[], scope: Scope): SpanCandidate[] {
  const settled = spans.map((span) => withMarks(reading, withLevel(reading, span, scope)));
  const projects = settled.filter((span) => span.type === 'project');
  return settled.map((span) => (span.type === 'project' && span.entity < 0 ? withFullName(span, projects) : span));
}

/** 市社会福利院 is 常州市社会福利院 where 市 is 常州市. */
function withLevel(reading: Reading, span: SpanCandidate, scope: Scope): SpanCandidate {
  if (span.type !== 'organization' || span.entity >= 0) return span;
  const area = span.name.startsWith('市') ? scope.city : span.name.startsWith('区') ? scope.district : -1;
  if (area < 0) return span;
  const name = reading.dictionary.areaFullName(area) + span.name.slice(1);
  return {
    ...span,
    name,
    entity: reading.dictionary.entityNamed(name, 'organization'),
    votes: [...span.votes, { kind: 'scope', detail: name }],
  };
}

function withMarks(reading: Reading, span: SpanCandidate): SpanCandidate {
  if (span.type === 'official' || !reading.is(span.start - 1, '“') || !reading.is(span.end, '”')) return span;
  return {
    ...span,
    start: span.start - 1,
    end: span.end + 1,
    votes: [...span.votes, { kind: 'quoted', detail: reading.text(span.start - 1, span.end + 1) }],
  };
}

const STEM = /(项目|工程)$/;

/** 麦杂顶浜项目 after 麦杂顶浜整治工程 is the same work. */
function withFullName(span: SpanCandidate, projects: readonly SpanCandidate[]): SpanCandidate {
  const stem = span.name.replace(STEM, '');
  if (stem === span.name || stem.length < 3) return span;
  const full = projects.find(
    (other) => other.start < span.start && other.name !== span.name && other.name.startsWith(stem) && other.name.length > span.name.length,
  );
  return full ? { ...span, name: full.name, entity: full.entity, votes: [...span.votes, { kind: 'antecedent', detail: full.name }] } : span;
}
