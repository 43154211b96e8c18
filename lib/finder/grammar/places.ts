import { AREA, FOREIGN } from '../lexicon/classes';
import type { Reading } from './reading';

/** A place as the text names it. `area` is its index in the dictionary, -1 for a place elsewhere, whose `name` is then its name as written. */
export interface Place {
  start: number;
  end: number;
  area: number;
  name: string;
}

const AREA_ENDINGS = '省市区县旗镇乡';
/** How many characters a county or town that no list knows may have before its ending. */
const UNKNOWN_STEM = [2, 3, 1] as const;

/** The place whose name ends at `end` (常州市武进区雪堰镇, 重庆市涪陵区), or null. */
export function placeTo(reading: Reading, end: number): Place | null {
  const known = reading.longestTo(end, AREA | FOREIGN);
  if (known) return known.classes & AREA ? extendKnown(reading, known.start, end, known.at) : extendForeign(reading, known.start, end);
  return unknownPlace(reading, end);
}

function extendKnown(reading: Reading, start: number, end: number, at: number): Place {
  const { dictionary } = reading;
  const outer = reading.isApart(start) ? null : reading.longestTo(start, AREA | FOREIGN);
  const candidates = dictionary.areasAt(at);
  if (outer && outer.classes & AREA) {
    const outerAreas = dictionary.areasAt(outer.at);
    const inside = candidates.find((area) => outerAreas.some((o) => o !== area && dictionary.isWithin(area, o)));
    if (inside !== undefined) {
      const further = placeTo(reading, start);
      return { start: further?.start ?? outer.start, end, area: inside, name: dictionary.areaFullName(inside) };
    }
  }
  const area = candidates[0]!;
  return { start, end, area, name: dictionary.areaFullName(area) };
}

function extendForeign(reading: Reading, start: number, end: number): Place {
  const outer = reading.isApart(start) ? null : reading.longestTo(start, FOREIGN);
  const from = outer ? outer.start : start;
  return { start: from, end, area: -1, name: reading.text(from, end) };
}

/** A county, district or town that no list knows: it stands after a known place or at an edge (安徽省|和县, 重庆市|涪陵区). */
function unknownPlace(reading: Reading, end: number): Place | null {
  if (!AREA_ENDINGS.includes(reading.text(end - 1, end))) return null;
  // 白河县|县委: the second 县 begins the next word.
  if (AREA_ENDINGS.includes(reading.text(end - 2, end - 1)) && '委政长人纪监'.includes(reading.text(end, end + 1))) return null;
  const listed = reading.isApart(end - 1) ? null : reading.longestTo(end - 1, FOREIGN);
  if (listed) return extendForeign(reading, listed.start, end);
  for (const stem of UNKNOWN_STEM) {
    const start = end - 1 - stem;
    if (start < 0) continue;
    let whole = true;
    for (let i = start; i < end; i++) if (!reading.isIdeograph(i) || (i > start && reading.isApart(i))) whole = false;
    if (!whole) continue;
    const outer = reading.isApart(start) ? null : reading.longestTo(start, FOREIGN);
    if (outer) return { start: outer.start, end, area: -1, name: reading.text(outer.start, end) };
  }
  return null;
}
