import { latestDay } from '../model/calendar';
import type { PartialDate } from '../model/dates';

/** A date said of a project. `at` orders the claims of a passage. */
export interface DateClaim {
  kind: 'date';
  at: number;
  text: string;
  /** Work begins, is finished, or what was built is in use; `part` is a step on the way. */
  event: 'start' | 'finish' | 'use' | 'part';
  /** The last month or day the words allow: 2026年上半年 is 2026-06, 年底 is December. */
  by: PartialDate;
  /** Whether the article speaks of it as to come, or as done. */
  promised: boolean;
}

const MODAL = '预计|计划|力争|确保|争取|将于|将在|拟于|有望|可望|可于|可在|要求|目标|将';
const YEAR = String.raw`(?:\d{4}|今|明|后|去|前|当|本)年`;
const SPAN = '年?(?:底|末|内|初|中)|[上下]半年|第?[一二三四1-4]季度';
const MONTH = String.raw`\d{1,2}月(?:\d{1,2}日|底|初|中旬|上旬|下旬|份)?|本月底?|下月底?`;
const EVENTS = {
  start: '开工|动工|开建|启动建设|启动施工|启动',
  use: '通车|投用|投产|投运|交付|投入使用|投入运营|启用|开放|开园|开馆|开业|开通|运营|运行|达产',
  finish: '建成|完工|竣工|交工|完成建设|全面完成|建设完成',
  part: '封顶|贯通|合龙|完成',
} as const;
const EVENT = Object.values(EVENTS).join('|');
const DATE = new RegExp(
  String.raw`(已于|已在|于)?(${MODAL})?(?:于|在|到|至)?((?:${YEAR})?(?:(?:${MONTH})|(?:${SPAN}))|${YEAR})(?:之?前|左右|期间)?([^，,。；;、！!？?\n\d]{0,12}?)(${EVENT})`,
  'g',
);

export function datesIn(text: string, reported: string | null): DateClaim[] {
  const claims: DateClaim[] = [];
  for (const match of text.matchAll(DATE)) {
    const [words, before, modal, when = '', between = '', event = ''] = match;
    const by = readDate(when, reported);
    if (!by) continue;
    // What has not happened is no report of it.
    if (/未|没有|不能|无法/.test(between)) continue;
    const said = modal !== undefined || /将|可|力争|预计|计划|拟/.test(between);
    const done = /^已/.test(before ?? '') || /已/.test(between);
    const isPast = reported !== null && latestDay(by) <= reported;
    // A bare month ahead of the report may be last year's as well as this year's.
    if (!said && !done && !isPast && !/年/.test(when)) continue;
    const date = said && isPast && !/\d{4}年/.test(when) && reported ? (nextYear(when, by, reported) ?? by) : by;
    claims.push({ kind: 'date', at: match.index, text: words, event: eventOf(event), by: date, promised: !done && (said || !isPast) });
  }
  return claims;
}

function eventOf(word: string): DateClaim['event'] {
  for (const [event, words] of Object.entries(EVENTS)) if (words.split('|').includes(word)) return event as DateClaim['event'];
  return 'part';
}

/** A bare month that a promise made after it can only mean in the next year. */
function nextYear(when: string, by: PartialDate, reported: string): PartialDate | null {
  return /^\d{1,2}月/.test(when) && by.slice(0, 7) < reported.slice(0, 7) ? `${Number(by.slice(0, 4)) + 1}${by.slice(4)}` : null;
}

const RELATIVE: Record<string, number> = { 今: 0, 当: 0, 本: 0, 明: 1, 后: 2, 去: -1, 前: -2 };
const QUARTERS = '一二三四';

/** The last month or day that words for a date allow; null when they count from a day that is not known, or are no date. */
function readDate(when: string, reported: string | null): PartialDate | null {
  const year = /^(?:(\d{4})|([今当本明后去前]))年/.exec(when);
  if (!year?.[1] && !reported) return null;
  const base = Number(reported?.slice(0, 4));
  const value = year?.[1] ? Number(year[1]) : base + (year?.[2] ? RELATIVE[year[2]]! : 0);
  if (value < 1980 || value > 2100) return null;
  const rest = when.slice(year?.[0].length ?? 0);
  if (rest === '') return String(value);
  const relativeMonth = /^([本下])月/.exec(rest);
  if (relativeMonth && reported) return shiftMonth(reported, relativeMonth[1] === '下' ? 1 : 0);
  const month = /^(\d{1,2})月(?:(\d{1,2})日)?/.exec(rest);
  if (month) return monthDate(value, Number(month[1]), month[2] ? Number(month[2]) : undefined);
  const quarter = /^第?([一二三四1-4])季度/.exec(rest);
  if (quarter) return monthDate(value, 3 * (QUARTERS.indexOf(quarter[1]!) + 1 || Number(quarter[1])));
  if (/上半年/.test(rest)) return monthDate(value, 6);
  if (/初/.test(rest)) return monthDate(value, 3);
  if (/中/.test(rest)) return monthDate(value, 8);
  return monthDate(value, 12);
}

function monthDate(year: number, month: number, day?: number): PartialDate | null {
  if (month < 1 || month > 12 || (day !== undefined && (day < 1 || day > new Date(Date.UTC(year, month, 0)).getUTCDate()))) return null;
  const two = (value: number) => String(value).padStart(2, '0');
  return `${year}-${two(month)}${day === undefined ? '' : `-${two(day)}`}`;
}

function shiftMonth(date: string, by: number): PartialDate {
  const moved = new Date(Date.UTC(Number(date.slice(0, 4)), Number(date.slice(5, 7)) - 1 + by, 1));
  return moved.toISOString().slice(0, 7);
}
