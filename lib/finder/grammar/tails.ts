import {
  AFTER_NAME,
  AREA,
  FOREIGN,
  GENERIC,
  LEFT_EDGE,
  OFFICE,
  ORGANIZATION,
  ORGANIZATION_TAIL,
  PARTY,
  PROJECT,
  PROJECT_TAIL,
  TITLE,
  VISIT,
  WORD,
} from '../lexicon/classes';
import { DIGIT, IDEOGRAPH, LETTER } from '../normalise/characters';
import { GAP_SPACE } from '../normalise/normalise';
import type { Vote } from '../types';
import { rightEvidence } from './name-shape';
import type { Reading } from './reading';
import type { SpanCandidate } from './span';
import { featureNames } from './tail-feature-names';
import { TailFeatures, type TailSpan } from './tail-features';
import type { TailWeights } from './tail-weights';

/** How far a name's stem may reach back from its tail, in units. */
const MAX_STEM = 40;
/** Marks a name may hold: middle dot, quotes, brackets, hyphen, plus. */
const EDGES = VISIT | LEFT_EDGE | AFTER_NAME | TITLE | AREA | FOREIGN | ORGANIZATION | OFFICE | PARTY;
const INNER = '·“”()-+/.&';
/** A branch is its house's: 江苏银行常州分行, 常州市公安局武进分局. */
/** The legal form closes the name: a shorter name within it is the same firm's. */
const LEGAL_FORM = /公司$|合伙企业$|集团$|酒店$|广场$/;
const BRANCH =
  /^(分行|支行|分局|分院|分公司|分校|分社|支队|大队|中队|派出所|交警大队|研究所|研究院|分中心|天文台|校区|学院|学系|分店|分所|代表处|工程研究中心)$/;

/** “两湖”创新区建设: the name is what is built. */
const BEING_BUILT = /(?:”|创新区|之都|示范区|先行区|试验区|新城|中轴|高地)建设$/;

/** 云川集团|扩建: who builds and that they build, not what is built. */
const isBuilding = (reading: Reading, start: number, tail: number, end: number): boolean =>
  /^(?:改?扩建|改造|建设)$/.test(reading.text(tail, end)) && reading.longestFrom(start, ORGANIZATION)?.end === tail;

/** The votes of a chosen name are made when it is chosen: most readings are not. */
const UNSAID: Vote[] = [];

/** A reading of a name whose own name is yet to be said, and where its tail begins. */
interface TailCandidate extends SpanCandidate {
  tail: number;
}

/** Every reading of a name that ends in a tail, scored by the weights; the choice among them is made with all other spans. */
export function findTailNames(reading: Reading, weights: TailWeights): SpanCandidate[] {
  const found: TailCandidate[] = [];
  /** The best body found so far at each start: what begins with it and goes on takes it in. */
  const bodies = new Map<number, Inner>();
  const projects = new Map<number, Inner>();
  const starts: number[] = [];
  const features = new TailFeatures(reading);
  visitTails(reading, (tail, end, kind, word) => {
    collectStarts(reading, tail, starts);
    if (starts.length === 0) return;
    features.begin(tail, end, kind);
    const row = weights.rowOf(word, () => reading.text(tail, end));
    const base = weights.ofTail(features, row);
    let inner = 0;
    let counted = 0;
    for (const start of starts) {
      if (end - tail === 1 && !isPlaced(reading, start, tail)) continue;
      features.startAt(start);
      if (features.isSpent) break;
      inner += weights.ofInner(features, counted);
      counted = features.inner.length;
      const score =
        base + inner + weights.ofStart(features, row) + takenIn(reading, { start, tail, end, kind }, features.isJoint ? projects : bodies);
      if (score <= 0 || (kind === 'project' && BEING_BUILT.test(reading.text(end - 6, end)))) continue;
      if (kind === 'project' && isBuilding(reading, start, tail, end)) continue;
      const known = kind === 'organization' ? bodies : projects;
      if ((known.get(start)?.score ?? 0) < score) known.set(start, { end, score });
      found.push({ start, end, type: kind, name: '', entity: -1, score, votes: UNSAID, tail });
    }
  });
  return found;
}

/** An ending of one character (院, 所, 队) makes a name only behind a place, a body or a level; 网 and 厂 stand by themselves. */
function isPlaced(reading: Reading, start: number, tail: number): boolean {
  if ('网厂'.includes(reading.text(tail, tail + 1))) return true;
  return (reading.starts[start]! & (AREA | FOREIGN | ORGANIZATION | OFFICE)) !== 0 || '省市区县'.includes(reading.text(start, start + 1));
}

/** The name of a chosen span with a tail, and the entity it is; spans that came with a name keep it. */
export function withTailName(reading: Reading, span: SpanCandidate): SpanCandidate {
  if (span.name !== '' || span.silent) return span;
  const { start, end, type, score, tail } = span as TailCandidate;
  const name = reading.nameOf(start, end);
  const votes: Vote[] = [{ kind: 'suffix', detail: reading.text(tail, end) }, { kind: 'learned' }];
  return { start, end, type, name, entity: reading.dictionary.entityNamed(name, type), score, votes };
}

/** A name found so far, by its start. */
interface Inner {
  end: number;
  score: number;
}

/** A project that begins with its company, a branch that begins with its house: what the inner name would score goes to the whole. */
function takenIn(reading: Reading, { start, tail, end, kind }: TailSpan, inners: ReadonlyMap<number, Inner>): number {
  if (kind === 'organization' && !BRANCH.test(reading.text(tail, end)) && !LEGAL_FORM.test(reading.text(tail, end))) return 0;
  // A firm's place may stand before the name the index knows: 江苏|有迈体育|发展有限公司.
  let inner = 0;
  for (let at = start; at <= Math.min(start + (kind === 'organization' ? 4 : 0), tail); at++) {
    const indexed = reading.longestFrom(at, kind === 'project' ? ORGANIZATION | PROJECT : ORGANIZATION);
    if (indexed && indexed.end <= tail) inner = Math.max(inner, 3 + (indexed.end - indexed.start) * 0.22);
  }
  const body = inners.get(start);
  return Math.max(inner, body && body.end <= tail ? body.score : 0);
}

/** Candidates before scoring, with their features: what the training learns from. */
export function tailCandidates(reading: Reading): (TailSpan & { features: string[] })[] {
  const found: (TailSpan & { features: string[] })[] = [];
  visitTailStarts(reading, (features) => {
    const { start, tail, end } = features;
    found.push({ start, tail, end, kind: features.kind === 0 ? 'organization' : 'project', features: featureNames(reading, features) });
  });
  return found;
}

/** Calls back for every start of every tail, with its features and with the tail's word as `visitTails` gives it. */
export function visitTailStarts(reading: Reading, visit: (features: TailFeatures, word: number) => void): void {
  const features = new TailFeatures(reading);
  const starts: number[] = [];
  visitTails(reading, (tail, end, kind, word) => {
    features.begin(tail, end, kind);
    collectStarts(reading, tail, starts);
    for (const start of starts) {
      features.startAt(start);
      if (features.isSpent) break;
      visit(features, word);
    }
  });
}

const KINDS = [
  ['organization', ORGANIZATION_TAIL],
  ['project', PROJECT_TAIL],
] as const;

/** Calls back for each tail in order; `word` is Hit.at of the tail where the name ends with it, 0 where it is one character or a bracket follows. */
function visitTails(reading: Reading, visit: (tail: number, end: number, kind: TailSpan['kind'], word: number) => void): void {
  for (let end = 2; end <= reading.length; end++) {
    const bits = reading.ends[end]! | reading.single(end - 1);
    if (!(bits & (ORGANIZATION_TAIL | PROJECT_TAIL))) continue;
    if (reading.isCrossed(end, WORD | GENERIC)) continue;
    for (const [kind, bit] of KINDS) {
      if (!(bits & bit)) continue;
      const hit = reading.hitTo(end, bit);
      const tail = hit < 0 ? end - 1 : reading.hitStart(hit);
      // 网 and 厂 end a name only where a word ends as well.
      if (end - tail === 1 && (rightEvidence(reading, end) < 1 || reading.is(end, reading.text(tail, end)))) continue;
      const close = closingBracket(reading, end, kind);
      visit(tail, close, kind, hit >= 0 && close === end ? reading.hitAt(hit) : 0);
    }
  }
}

/** 中车党校(培训中心), …系列赛(常州站): a bracket that belongs to the name. */
function closingBracket(reading: Reading, end: number, kind: TailSpan['kind']): number {
  if (!reading.is(end, '(') || reading.isApart(end)) return end;
  const inner = reading.text(end, end + 11).indexOf(')');
  if (inner < 0) return end;
  const close = end + inner;
  const inside = reading.ends[close]! & (kind === 'organization' ? ORGANIZATION_TAIL : PROJECT_TAIL);
  return inside || reading.is(close - 1, '站') || reading.is(close - 1, '段') || reading.is(close - 1, '期') ? close + 1 : end;
}

/** Positions at which the stem of a name that ends at `tail` may begin, nearest first. */
function collectStarts(reading: Reading, tail: number, found: number[]): void {
  found.length = 0;
  // A tail on a line of its own ends no name.
  if (reading.isApart(tail)) return;
  let depth = 0;
  let quotes = 0;
  for (let i = tail; i > 0 && tail - i < MAX_STEM; i--) {
    if (i < tail) {
      if (quotes === 0 && depth === 0 && isStart(reading, i)) found.push(i);
      if (reading.gap[i]! >= GAP_SPACE) return;
    }
    if (reading.kind(i - 1) & (IDEOGRAPH | DIGIT | LETTER)) continue;
    const char = reading.text(i - 1, i);
    if (!INNER.includes(char)) return;
    // 1.某项目: a numbered list, not a decimal.
    if (char === '.' && reading.isIdeograph(i)) return;
    if (char === '”' || char === ')') char === ')' ? depth++ : quotes++;
    if (char === '“') {
      if (quotes === 0) return;
      quotes--;
    }
    if (char === '(') {
      if (depth === 0) return;
      depth--;
    }
  }
  if (depth === 0 && quotes === 0 && tail > 0 && tail - MAX_STEM < 0) found.push(0);
}

/** A name begins at an edge, or with a place or a body the index knows. */
function isStart(reading: Reading, i: number): boolean {
  if (!reading.isApart(i) && reading.kind(i - 1) & (DIGIT | LETTER)) return false;
  if (reading.isApart(i) || reading.kind(i - 1) !== IDEOGRAPH || reading.is(i, '“')) return true;
  if (reading.starts[i]! & (AREA | FOREIGN | ORGANIZATION)) return true;
  return (reading.ends[i]! & EDGES) !== 0 || (reading.single(i - 1) & (LEFT_EDGE | AFTER_NAME)) !== 0;
}
