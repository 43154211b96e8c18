import { AREA, FOREIGN, OFFICE } from '../lexicon/classes';
import { officeIn } from './office-names';
import type { Reading } from './reading';
import type { Scope } from './scope';
import type { SpanCandidate } from './span';

/** Short forms within a body's name that are no office of a level, and what they stand for. */
const SHORT_FORMS: readonly (readonly [RegExp, string])[] = [
  [/居委会$/, '居民委员会'],
  [/村委会$/, '村民委员会'],
  [/管委会$/, '管理委员会'],
  [/教科院$/, '教育科学研究院'],
  [/农科院(?=$|.{2,8}研究所$)/, '农业科学院'],
  [/职教中心$/, '职业教育中心'],
  [/实验初中$/, '实验初级中学'],
  [/^中科院/, '中国科学院'],
];

/** A discovered body's name with its short forms written out. */
export function writtenOut(reading: Reading, span: SpanCandidate): string {
  for (const [short, full] of SHORT_FORMS) if (short.test(span.name)) return span.name.replace(short, full);
  return withFullOffice(reading, span);
}

/** 某某街道妇联 ends in an office that every level has: its full form takes the place of the short one. */
function withFullOffice(reading: Reading, { name, start, end }: SpanCandidate): string {
  const { dictionary } = reading;
  const hit = reading.longestTo(end, OFFICE);
  if (!hit || hit.start <= start) return name;
  const { office, bound } = dictionary.officeAt(hit.at);
  const form = reading.text(hit.start, end);
  const full = dictionary.officeName(office);
  const isShort = !bound && dictionary.officeBranch(office) === 'government' && full.length > form.length;
  return isShort && name.endsWith(form) ? name.slice(0, -form.length) + full : name;
}

/** Larger areas that may stand before a town's name, and the town's name itself. */
const TOWN_FIRST = /^(?:江苏省)?(?:常州市)?(?:[\u4e00-\u9fff]{2}[区市])?([\u4e00-\u9fff]{1,5}?(?:镇|乡|街道))(.*)$/;
/** What is named by its town in full: villages, and the bodies every town has. Schools and clinics are called as they are. */
const OF_TOWN = /(?:村|社区|村民委员会|居民委员会|妇女联合会|商会|总工会|社区卫生服务中心|工作委员会|办公室|联合会|办事处|人民政府)$/;

/** 湖塘镇 as a body is 常州市武进区湖塘镇人民政府, and 湖塘镇某社区 is 常州市武进区湖塘镇某社区; null where no town of the index begins the name. */
export function townBody(reading: Reading, name: string, scope: Scope): string | null {
  const match = TOWN_FIRST.exec(name);
  if (!match) return null;
  const [, town = '', rest = ''] = match;
  const area = townNamed(reading, town, scope);
  if (area < 0 || (rest !== '' && !OF_TOWN.test(rest))) return null;
  const { dictionary } = reading;
  const full = dictionary.areaFullName(area);
  if (rest !== '') return full + rest;
  return full + (dictionary.areaKind(area) === 'street' ? '办事处' : '人民政府');
}

/** The town or street of that name: the one within the article's own district where there are several. */
function townNamed({ dictionary }: Reading, town: string, scope: Scope): number {
  const at = dictionary.find(town);
  if (at === 0 || !(dictionary.classes[at - 1]! & AREA)) return -1;
  const towns = dictionary.areasAt(at).filter((area) => ['town', 'street'].includes(dictionary.areaKind(area)));
  return towns.find((area) => scope.district >= 0 && dictionary.isWithin(area, scope.district)) ?? towns[0] ?? -1;
}

/** 宣传部 by itself is the department of where the article speaks from: its full name and entity, or null where the stretch is no office. */
export function officeOfScope(reading: Reading, start: number, end: number, scope: Scope): { name: string; entity: number } | null {
  const hit = reading.longestFrom(start, OFFICE);
  if (!hit || hit.end !== end || scope.area < 0) return null;
  const { dictionary } = reading;
  const level = { area: scope.area, name: dictionary.areaFullName(scope.area) };
  return officeIn(dictionary, dictionary.officeAt(hit.at).office, level, scope.city, reading.text(start, end));
}

const COMPANY = /(?:公司|集团|合作社)$/;
const PLACE_FIRST = /^(?:中国|江苏省?|常州市?|溧阳市?|金坛区?|武进区?|新北区?|天宁区?|钟楼区?|上海市?|南京市?|苏州市?|无锡市?)+/;
const FIRM_ENDING = /(?:股份|集团|公司|科技|电子|新材|新能源|能源|环保|医疗|电气|智能|汽车|化工|合作社)$/;
/** How many of an article's companies a short name is held against. */
const MAX_COMPANIES = 100;

/** The companies that an article names in full, by what their names begin with behind the place: a short name is looked for among them. */
export class FullCompanies {
  readonly #companies: { brand: string; span: SpanCandidate }[] = [];

  constructor(spans: readonly SpanCandidate[]) {
    for (const span of spans) {
      if (this.#companies.length >= MAX_COMPANIES) return;
      if (span.type === 'organization' && COMPANY.test(span.name))
        this.#companies.push({ brand: span.name.replace(PLACE_FIRST, ''), span });
    }
  }

  /** 新泉股份 is the 江苏新泉汽车饰件股份有限公司 of the same article. Null where none, or several, begin so. */
  of(name: string): SpanCandidate | null {
    const short = name.replace(PLACE_FIRST, '').replace(FIRM_ENDING, '');
    if (short.length < 2) return null;
    let found: SpanCandidate | null = null;
    for (const { brand, span } of this.#companies) {
      if (span.name === name || span.name.length <= name.length || !brand.startsWith(short)) continue;
      if (found && found.name !== span.name) return null;
      found = span;
    }
    return found;
  }
}

const UNIVERSITY = /^.{2,}(?:大学|学院)$/;
const UNIVERSITY_UNIT =
  /^(?:党委(?:办公室|组织部|宣传部|统战部)|校长办公室|校团委|教务处|科技处|学生处|科技产业处|[\u4e00-\u9fff]{2,12}(?<!科|理工)学院)$/;

/** 机械工程学院 and 党委宣传部 on a university's page are that university's. `house` is the last one named before; null where there is none. */
export function universityUnit(reading: Reading, span: SpanCandidate, house: SpanCandidate | null): string | null {
  if (!house || !UNIVERSITY_UNIT.test(span.name) || isPlaced(reading, span)) return null;
  if (span.name === '校团委') return `共青团${house.name}委员会`;
  if (span.name.startsWith('党委')) return `中共${house.name}委员会${span.name.slice(2)}`;
  return house.name + span.name;
}

/** A university by its own name: it begins with a place, or the index knows it. */
export const isUniversity = (reading: Reading, span: SpanCandidate): boolean =>
  span.type === 'organization' && UNIVERSITY.test(span.name) && (span.entity >= 0 || isPlaced(reading, span));

const isPlaced = (reading: Reading, { start }: SpanCandidate): boolean => (reading.starts[start]! & (AREA | FOREIGN)) !== 0;
