import type { Dictionary } from '../dictionary/dictionary';
import type { Vote } from '../types';
import { type Place, placeTo } from './places';
import type { Reading } from './reading';
import type { Scope } from './scope';

/** Which area a body's level means, and why. `start` is where the body's name then begins, -1 when the level stands elsewhere. */
export interface Level {
  start: number;
  area: number;
  /** The area's full name; empty when the text does not let it be known. */
  name: string;
  vote: Vote;
}

const KINDS_OF: Readonly<Record<'town' | 'street' | 'district', readonly string[]>> = {
  town: ['town'],
  street: ['street'],
  district: ['district', 'functional-zone'],
};

/** What 市, 区, 县 and 镇 mean in one article. */
export class Levels {
  readonly #reading: Reading;
  readonly #scope: Scope;
  readonly #dictionary: Dictionary;
  readonly #lastAreas = new Map<string, NamedAreas>();

  constructor(reading: Reading, scope: Scope) {
    this.#reading = reading;
    this.#scope = scope;
    this.#dictionary = reading.dictionary;
  }

  /** What 市, 区, 县, 镇 mean here. */
  byCharacter(char: string, position: number): Level {
    const scope = this.#scope;
    if (char === '省') {
      const province = scope.area >= 0 ? this.#dictionary.enclosing(scope.area, ['province']) : -1;
      return this.#level(province, '江苏省', position, '省');
    }
    if (char === '市') return this.#level(scope.city, '', position, '市');
    if (char === '区' && scope.district >= 0) return this.#level(scope.district, '', position, '区');
    const kind = char === '镇' || char === '乡' ? 'town' : char === '区' ? 'district' : 'street';
    const nearest = char === '县' ? -1 : this.#lastArea(position, kind);
    if (nearest >= 0) return this.#level(nearest, '', position, char);
    const foreign = this.#lastForeign(position, char);
    return { start: position, area: -1, name: foreign, vote: { kind: 'antecedent', detail: foreign || char } };
  }

  #level(area: number, fallback: string, start: number, char: string): Level {
    const name = area >= 0 ? this.#dictionary.areaFullName(area) : fallback;
    return { start, area, name, vote: { kind: 'scope', detail: name ? `${char} = ${name}` : char } };
  }

  /** The last area of such a kind named before the position, -1 when there is none. */
  #lastArea(position: number, kind: 'town' | 'street' | 'district'): number {
    let last = this.#lastAreas.get(kind);
    if (!last) {
      last = areasOf(this.#reading, KINDS_OF[kind]);
      this.#lastAreas.set(kind, last);
    }
    return lastTo(last, position);
  }

  /** The last county, town or district elsewhere that the text named in full, within the last few sentences; else the first it names. */
  #lastForeign(position: number, ending: string): string {
    const reading = this.#reading;
    for (let end = position; end > Math.max(1, position - 600); end--) {
      if (!reading.is(end - 1, ending)) continue;
      const place = placeTo(reading, end);
      if (place && place.area < 0) return place.name;
    }
    return '';
  }

  /** A bare office with nothing before it speaks from where the article does. */
  spoken(start: number): Level {
    const { area, site } = this.#scope;
    const inSourceLine = this.#reading.normal.text.slice(Math.max(0, start - 12), start).includes('来源:');
    return this.#level(inSourceLine && site >= 0 ? site : area, '', start, '');
  }
}

export function fromPlace(place: Place): Level {
  return { start: place.start, area: place.area, name: place.name, vote: { kind: 'composed', detail: place.name } };
}

/** Places where areas of some kinds are named, by their ends. */
interface NamedAreas {
  ends: number[];
  areas: number[];
}

function areasOf({ dictionary, areas }: Reading, kinds: readonly string[]): NamedAreas {
  const named: NamedAreas = { ends: [], areas: [] };
  for (const { end, at } of areas) {
    const area = dictionary.areasAt(at).find((candidate) => kinds.includes(dictionary.areaKind(candidate)));
    if (area === undefined) continue;
    // Hits come by their starts: one that holds another ends after it.
    let place = named.ends.length;
    while (place > 0 && named.ends[place - 1]! > end) place--;
    named.ends.splice(place, 0, end);
    named.areas.splice(place, 0, area);
  }
  return named;
}

/** The last of them that ends at or before the position, -1 for none. */
function lastTo({ ends, areas }: NamedAreas, position: number): number {
  let low = 0;
  let high = ends.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (ends[middle]! <= position) low = middle + 1;
    else high = middle;
  }
  return low === 0 ? -1 : areas[low - 1]!;
}
