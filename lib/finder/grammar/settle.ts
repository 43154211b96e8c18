import { FullCompanies, isUniversity, townBody, universityUnit, writtenOut } from './full-names';
import type { Reading } from './reading';
import type { Scope } from './scope';
import type { SpanCandidate } from './span';

/** After the choice: marks around a name join it, and a shorter name takes the full one the article gave. */
export function settleNames(reading: Reading, spans: readonly SpanCandidate[], scope: Scope): SpanCandidate[] {
  const settled = spans.map((span) =>
    withMarks(reading, withZone(reading, withForm(reading, withHouse(reading, withLevel(reading, span, scope), scope), scope))),
  );
  const projects = settled.filter((span) => span.type === 'project').slice(0, MAX_ANTECEDENTS);
  const companies = new FullCompanies(settled);
  let house: SpanCandidate | null = null;
  return settled.map((span) => {
    if (isUniversity(reading, span)) house = span;
    if (span.entity >= 0 || span.type === 'official') return span;
    return span.type === 'project' ? withFullName(span, projects) : withCompany(withUniversity(reading, span, house), companies);
  });
}

function withUniversity(reading: Reading, span: SpanCandidate, house: SpanCandidate | null): SpanCandidate {
  const name = universityUnit(reading, span, house);
  if (!name) return span;
  const entity = reading.dictionary.entityNamed(name, 'organization');
  return { ...span, name, entity, votes: [...span.votes, { kind: 'antecedent', detail: name }] };
}

/** A short name of a company that the article names in full. */
function withCompany(span: SpanCandidate, companies: FullCompanies): SpanCandidate {
  const full = companies.of(span.name);
  return full ? { ...span, name: full.name, entity: full.entity, votes: [...span.votes, { kind: 'antecedent', detail: full.name }] } : span;
}

/** 湖塘桥居委会 is a 居民委员会; a town's bodies bear the town's full name. */
function withForm(reading: Reading, span: SpanCandidate, scope: Scope): SpanCandidate {
  if (span.type !== 'organization' || span.entity >= 0) return span;
  const written = writtenOut(reading, span);
  const name = townBody(reading, written, scope) ?? written;
  if (name === span.name) return span;
  const entity = reading.dictionary.entityNamed(name, 'organization');
  return { ...span, name, entity, votes: [...span.votes, { kind: 'composed', detail: name }] };
}

/** 市社会福利院 is 常州市社会福利院 where 市 is 常州市. */
function withLevel(reading: Reading, span: SpanCandidate, scope: Scope): SpanCandidate {
  if (span.type !== 'organization' || span.entity >= 0) return span;
  const area = span.name.startsWith('市')
    ? scope.city
    : span.name.startsWith('区')
      ? scope.district
      : span.name.startsWith('省')
        ? provinceOf(reading, scope)
        : -1;
  if (area < 0) return span;
  const name = reading.dictionary.areaFullName(area) + span.name.slice(1);
  return {
    ...span,
    name,
    entity: reading.dictionary.entityNamed(name, 'organization'),
    votes: [...span.votes, { kind: 'scope', detail: name }],
  };
}

const provinceOf = ({ dictionary }: Reading, { area }: Scope): number => (area < 0 ? -1 : dictionary.enclosing(area, ['province']));

/** A zone named without its committee is the zone: its card is the committee's. */
function withZone(reading: Reading, span: SpanCandidate): SpanCandidate {
  if (span.type !== 'organization' || span.entity < 0 || !ZONE.test(span.name)) return span;
  return /(?:管委会|管理委员会|党工委)$/.test(reading.text(span.start, span.end))
    ? span
    : { ...span, name: span.name.slice(0, -COMMITTEE.length) };
}

const COMMITTEE = '管理委员会';
const ZONE = /(?:区|园|城|谷)管理委员会$/;
const BRANCH_OFFICES: Readonly<Record<string, string>> = {
  公安: '公安局',
  资规: '自然资源和规划局',
  自然资源: '自然资源和规划局',
  自然资源和规划: '自然资源和规划局',
  生态环境: '生态环境局',
};

/** 公安分局, 湖塘派出所, 武进分局刑警大队: a district's branch of a city's bureau, under its house's name. */
function withHouse(reading: Reading, span: SpanCandidate, scope: Scope): SpanCandidate {
  if (span.type !== 'organization' || span.entity >= 0 || scope.city < 0) return span;
  const { dictionary } = reading;
  const name = houseName(
    span.name,
    dictionary.areaFullName(scope.city),
    scope.district < 0 ? '' : dictionary.areaName(scope.district).replace(/区$/, ''),
  );
  if (name === span.name) return span;
  return {
    ...span,
    name,
    entity: dictionary.entityNamed(name, 'organization'),
    votes: [...span.votes, { kind: 'composed', detail: name }],
  };
}

function houseName(said: string, city: string, district: string): string {
  if (!said.includes('分局') && !said.includes('派出所')) return said;
  const branch = /^(?:区|市)?(公安|资规|自然资源(?:和规划)?|生态环境)分局(.*)$/.exec(said);
  if (branch && district)
    return `${city}${BRANCH_OFFICES[branch[1]!]}${district.endsWith('开发') ? `${district}区` : district}分局${branch[2]}`;
  const placed = /^([\u4e00-\u9fff]{2,5})公安分局(.*)$/.exec(said);
  if (placed) return `${city}公安局${placed[1]}分局${placed[2]}`;
  if (/^[\u4e00-\u9fff]{2,5}分局[\u4e00-\u9fff]*(派出所|大队)$/.test(said)) return `${city}公安局${said}`;
  if (/^[\u4e00-\u9fff]{2,6}派出所$/.test(said) && district) return `${city}公安局${district}分局${said}`;
  return said;
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
/** How many of the article's first projects a shorter name may point back to. */
const MAX_ANTECEDENTS = 200;

/** 麦杂顶浜项目 after 麦杂顶浜整治工程 is the same work. */
function withFullName(span: SpanCandidate, projects: readonly SpanCandidate[]): SpanCandidate {
  const stem = span.name.replace(STEM, '');
  if (stem === span.name || stem.length < 3) return span;
  const full = projects.find(
    (other) => other.start < span.start && other.name !== span.name && other.name.startsWith(stem) && other.name.length > span.name.length,
  );
  return full ? { ...span, name: full.name, entity: full.entity, votes: [...span.votes, { kind: 'antecedent', detail: full.name }] } : span;
}
