import type { Reading } from './reading';
import type { SpanCandidate } from './span';

/** After the choice: marks around a name join it, and a shorter name takes the full one the article gave. */
export function settleNames(reading: Reading, spans: readonly SpanCandidate[]): SpanCandidate[] {
  const settled = spans.map((span) => withMarks(reading, span));
  const projects = settled.filter((span) => span.type === 'project');
  return settled.map((span) => (span.type === 'project' && span.entity < 0 ? withFullName(span, projects) : span));
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
