import { daysBetween, earliestDay, latestDay } from '../../lib/model/calendar';
import type { Membership } from '../../lib/model/person';

/** All in units of the drawing, x to scale with days. */
export interface TenureDrawing {
  bars: { x: number; width: number; lane: number; stated: boolean; openStart: boolean; openEnd: boolean; membership: Membership }[];
  /** Days on which a source gave the post. */
  sights: { x: number; lane: number }[];
  years: { x: number; label: string | null }[];
  article: number | null;
  lanes: number;
}

const MAX_LANES = 4;
const MAX_LABELS = 6;
const MIN_DAYS = 540;

interface Span {
  membership: Membership;
  from: string;
  to: string;
  /** Both ends given by a source, not only bounded by sights. */
  stated: boolean;
}

/** Null when there is nothing to compare: fewer than two different dates, the article's included. */
export function tenureDrawing(memberships: readonly Membership[], asOf: string | null, width: number): TenureDrawing | null {
  const spans = memberships.flatMap(spanOf).sort((a, b) => (a.from < b.from ? -1 : 1));
  const days = [...spans.flatMap(({ from, to }) => [from, to]), ...(asOf ? [asOf] : [])].sort();
  const first = days[0];
  const last = days.at(-1);
  if (!spans.length || !first || !last || first === last) return null;

  const length = Math.max(daysBetween(first, last), MIN_DAYS);
  const margin = length * 0.06 + (length - daysBetween(first, last)) / 2;
  const scale = width / (daysBetween(first, last) + 2 * margin);
  const x = (day: string) => (daysBetween(first, day) + margin) * scale;

  const ends: string[] = [];
  const bars: TenureDrawing['bars'] = [];
  const sights: TenureDrawing['sights'] = [];
  for (const { membership, from, to, stated } of spans) {
    let lane = ends.findIndex((end) => end < from);
    if (lane < 0) lane = ends.length;
    if (lane >= MAX_LANES) continue;
    ends[lane] = to;
    bars.push({
      x: x(from),
      width: Math.max((daysBetween(from, to) + 1) * scale, 3),
      lane,
      stated,
      openStart: !membership.start_date,
      openEnd: !membership.end_date,
      membership,
    });
    for (const { date } of membership.seen) sights.push({ x: (x(earliestDay(date)) + x(latestDay(date))) / 2, lane });
  }
  return { bars, sights, years: yearsBetween(first, margin, width, scale), article: asOf ? x(asOf) : null, lanes: ends.length };
}

function spanOf(membership: Membership): Span[] {
  const { start_date: start, end_date: end, seen } = membership;
  // A source may contradict another (seen before the stated start): the bar then covers both.
  const days = [start, end, ...seen.map((o) => o.date)].filter((day) => day !== undefined);
  const from = days.map(earliestDay).sort()[0];
  const to = days.map(latestDay).sort().at(-1);
  return from && to ? [{ membership, from, to, stated: Boolean(start && end) }] : [];
}

function yearsBetween(first: string, margin: number, width: number, scale: number): TenureDrawing['years'] {
  const years: { x: number; year: number }[] = [];
  for (let year = Number(first.slice(0, 4)) - Math.ceil(margin / 365); ; year++) {
    const x = (daysBetween(first, String(year)) + margin) * scale;
    if (x > width) break;
    if (x >= 0) years.push({ x, year });
  }
  const step = Math.ceil(years.length / MAX_LABELS);
  // A label that would be cut off at the edge is left out; its tick stays.
  return years.map(({ x, year }) => ({ x, label: year % step === 0 && x > 14 && x < width - 14 ? String(year) : null }));
}
