import { AREA } from '../lexicon/classes';
import type { Reading } from './reading';
import type { Scope } from './scope';
import type { SpanCandidate } from './span';

/** Democratic parties: short form and full name. Their 市委 is their own committee, never the Communist Party's. */
const DEMOCRATIC_PARTIES: Readonly<Record<string, string>> = {
  民革: '中国国民党革命委员会',
  民盟: '中国民主同盟',
  民建: '中国民主建国会',
  民进: '中国民主促进会',
  农工党: '中国农工民主党',
  致公党: '中国致公党',
  九三学社: '九三学社',
  台盟: '台湾民主自治同盟',
};
/** Ways of naming units of democratic parties. */
const PARTY_UNITS = [
  '市委会',
  '市委',
  '区委',
  '省委',
  '省委会',
  '中央',
  '基层委',
  '基层委员会',
  '总支',
  '总支部',
  '支部',
  '一支部',
  '二支部',
  '三支部',
  '委员会',
  '市总支',
];
const UNITS = [...PARTY_UNITS].sort((a, b) => b.length - a.length);

/** Democratic parties and their units: 民盟, 民革常州市委, 民进天宁总支. Their 市委 is their own. */
export function findDemocratic(reading: Reading, scope: Scope): SpanCandidate[] {
  const { dictionary } = reading;
  const { text } = reading.normal;
  const found: SpanCandidate[] = [];
  for (const [short, full] of Object.entries(DEMOCRATIC_PARTIES)) {
    for (let start = text.indexOf(short); start >= 0; start = text.indexOf(short, start + short.length)) {
      let end = start + short.length;
      const place = reading.longestFrom(end, AREA);
      let area = '';
      if (place && !reading.isApart(end)) {
        area = dictionary.areaFullName(dictionary.areasAt(place.at)[0]!);
        end = place.end;
      }
      // 常州市|委: the place's own last character is the level.
      const unitAt = UNITS.find((unit) => reading.is(end, unit) || (area && reading.is(end - 1, unit) && unit.length > 1));
      const overlapping = unitAt !== undefined && !reading.is(end, unitAt);
      if (unitAt === undefined && area) end = start + short.length;
      const stop = unitAt === undefined ? end : end + unitAt.length - Number(overlapping);
      // Alone, the short name is the party only where nothing is said of its people (民革专职副主委).
      if (unitAt === undefined && reading.isIdeograph(stop) && !reading.isApart(stop) && !'和与及等'.includes(reading.text(stop, stop + 1)))
        continue;
      const name =
        unitAt === undefined
          ? full
          : `${full}${area || (unitAt.startsWith('市') ? areaOf(scope, dictionary.areaFullName) : '')}${committee(unitAt)}`;
      const entity = dictionary.entityNamed(name, 'organization');
      const known = entity >= 0 ? entity : dictionary.entityNamed(text.slice(start, stop), 'organization');
      found.push({
        start,
        end: stop,
        type: 'organization',
        name: known >= 0 ? dictionary.entityName(known) : name,
        entity: known,
        score: 2.4 + (stop - start) * 0.3,
        votes: [{ kind: 'composed', detail: name }],
      });
    }
  }
  return found;
}

const areaOf = (scope: Scope, nameOf: (area: number) => string): string => (scope.city >= 0 ? nameOf(scope.city) : '');

function committee(unit: string): string {
  return /^[市区省]委会?$|^委员会$/.test(unit) ? '委员会' : unit;
}
