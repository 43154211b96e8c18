import type { Dictionary } from '../dictionary/dictionary';
import { AREA } from '../lexicon/classes';
import type { Article } from '../types';
import { HOST_SCOPES } from './hosts';
import type { Reading } from './reading';

/** Where the article speaks from. `area` is -1 when it speaks from nowhere the index knows. */
export interface Scope {
  area: number;
  /** Full name of the area, empty when unknown. */
  name: string;
  /** What 市 and 区 mean here; -1 when nothing says. */
  city: number;
  district: number;
  /** Why, in the page's own words. */
  reason: string;
  /** The site's own area, which a relayed post's source line still speaks from; -1 when the site is unknown. */
  site: number;
}

const CITY_KINDS = ['city', 'county-level-city'] as const;
const DISTRICT_KINDS = ['district', 'functional-zone'] as const;
const SCOPE_KINDS = ['city', 'county-level-city', 'district', 'functional-zone'] as const;
/** Only the head of a page names the office that speaks. */
const HEAD_LENGTH = 260;

function makeScope(dictionary: Dictionary, area: number, reason: string): Scope {
  if (area < 0) return { area: -1, name: '', city: -1, district: -1, reason: '', site: -1 };
  return {
    area,
    name: dictionary.areaFullName(area),
    city: dictionary.enclosing(area, CITY_KINDS),
    district: dictionary.enclosing(area, DISTRICT_KINDS),
    reason,
    site: -1,
  };
}

/** Finds the article's scope: the site, then a relayed post's heading or source, then the page's owner, then the places it names. */
export function findScope(reading: Reading, article: Article): Scope {
  const { dictionary } = reading;
  const site = siteArea(dictionary, article);
  if (site.area >= 0) {
    const relayed = dictionary.areaKind(site.area) === 'city' ? relayedFrom(reading, article) : null;
    return { ...(relayed ?? makeScope(dictionary, site.area, site.host)), site: site.area };
  }
  return relayedFrom(reading, article) ?? ownerScope(reading) ?? sourceScope(reading, article) ?? spokenScope(reading);
}

function siteArea(dictionary: Dictionary, { url, siteArea }: Article): { area: number; host: string } {
  const address = /^https?:\/\/([^/?#]+)([^?#]*)/i.exec(url ?? '');
  const said = siteArea === undefined ? -1 : dictionary.areaById(siteArea);
  if (said >= 0) return { area: said, host: address?.[1] ?? '' };
  if (!address) return { area: -1, host: '' };
  const place = (address[1]! + address[2]!).toLowerCase();
  const host = address[1]!.toLowerCase();
  let best = '';
  for (const key of Object.keys(HOST_SCOPES)) {
    const found = key.includes('/') ? place.includes(key) : host === key || host.endsWith(`.${key}`);
    if (found && key.length > best.length) best = key;
  }
  return { area: best ? dictionary.areaById(HOST_SCOPES[best]!) : -1, host: best };
}

/** A bureau's site relays a district's post: 钟楼:…, 来源:钟楼区. */
function relayedFrom(reading: Reading, article: Article): Scope | null {
  const { dictionary } = reading;
  const titles = article.title ? [article.title] : [];
  for (const title of titles) {
    const match = /^[\s(（【]*([\u4e00-\u9fff]{2,6})[:：]/.exec(title);
    if (match) {
      const area = areaSpelt(dictionary, match[1]!);
      if (area >= 0) return makeScope(dictionary, area, match[0].trim());
    }
  }
  for (const hit of reading.hitsFrom(0, Math.min(HEAD_LENGTH, reading.length), AREA)) {
    const area = dictionary
      .areasAt(hit.at)
      .find((a) => (SCOPE_KINDS as readonly string[]).includes(dictionary.areaKind(a)) && dictionary.areaKind(a) !== 'city');
    if (area === undefined) continue;
    const headed = reading.isLineStart(hit.start) && reading.is(hit.end, ':');
    const source = reading.is(hit.start - 3, '来源:') && (reading.isApart(hit.end) || reading.text(hit.end, hit.end + 2) === '浏览');
    if (headed || source) return makeScope(dictionary, area, reading.text(hit.start - (source ? 3 : 0), hit.end + 1));
  }
  return null;
}

function areaSpelt(dictionary: Dictionary, name: string): number {
  for (let area = 0; area < dictionary.areaCount; area++) {
    const known = dictionary.areaName(area);
    if (
      (known === name || known.slice(0, -1) === name) &&
      (SCOPE_KINDS as readonly string[]).includes(dictionary.areaKind(area)) &&
      dictionary.areaKind(area) !== 'city'
    )
      return area;
  }
  return -1;
}

/** The footer: 主办单位:常州市武进区人民政府办公室. */
function ownerScope(reading: Reading): Scope | null {
  const at = reading.normal.text.lastIndexOf('主办单位:');
  return at < 0 ? null : firstScopeArea(reading, at, at + 40, '主办单位');
}

/** The paper: 来源:武进日报, or the title's. */
function sourceScope(reading: Reading, article: Article): Scope | null {
  const { dictionary } = reading;
  for (const text of [article.source ?? '']) {
    for (let area = 0; area < dictionary.areaCount; area++) {
      const kind = dictionary.areaKind(area);
      if (!(SCOPE_KINDS as readonly string[]).includes(kind)) continue;
      const stem = dictionary.areaName(area).replace(/[市区县]$/, '');
      if (stem.length >= 2 && text.startsWith(stem)) return makeScope(dictionary, area, text);
    }
  }
  const at = reading.normal.text.slice(0, HEAD_LENGTH).indexOf('来源:');
  return at < 0 ? null : firstScopeArea(reading, at + 3, at + 6, '来源');
}

function firstScopeArea(reading: Reading, from: number, to: number, reason: string): Scope | null {
  const { dictionary } = reading;
  let best: Scope | null = null;
  let end = -1;
  for (const hit of reading.hitsFrom(from, Math.min(to, reading.length), AREA)) {
    if (end >= 0 && hit.start > end) break;
    for (const area of dictionary.areasAt(hit.at)) {
      if (!(SCOPE_KINDS as readonly string[]).includes(dictionary.areaKind(area))) continue;
      if (!best || dictionary.isWithin(area, best.area)) best = makeScope(dictionary, area, reason);
      end = Math.max(end, hit.end);
    }
  }
  return best;
}

/** No site and no owner: the district the text names most speaks, if it says 我区, 区委 or the like; else the city. */
function spokenScope(reading: Reading): Scope {
  const { dictionary } = reading;
  const votes = new Map<number, number>();
  let city = -1;
  for (const hit of reading.areas) {
    for (const area of dictionary.areasAt(hit.at)) {
      const district = dictionary.enclosing(area, ['district', 'functional-zone', 'county-level-city']);
      if (district >= 0) votes.set(district, (votes.get(district) ?? 0) + 1);
      if (city < 0) city = dictionary.enclosing(area, ['city']);
    }
  }
  const ranked = [...votes].sort((a, b) => b[1] - a[1])[0];
  const speaksAsDistrict = /我区|全区|区委|区政府|区领导|[^一-鿿]区[长委]|副区长/.test(reading.normal.text);
  const speaksAsCity = /我市|全市|市委|市政府|市领导/.test(reading.normal.text);
  if (ranked && (speaksAsDistrict || !speaksAsCity || (dictionary.areaKind(ranked[0]) === 'county-level-city' && ranked[1] > 1))) {
    return makeScope(dictionary, ranked[0], dictionary.areaName(ranked[0]));
  }
  if (ranked && city < 0) city = dictionary.enclosing(ranked[0], ['city']);
  return makeScope(dictionary, city, city >= 0 ? dictionary.areaName(city) : '');
}
