import type { Article } from '../types';

const ISO = /(20\d\d|19\d\d)[-/.年](\d{1,2})[-/.月](\d{1,2})/;

/** The day the article was published: given by the page, shown in its date row, or in its address. Null when nothing says. */
export function articleDate(article: Article): string | null {
  if (article.date) return article.date;
  const head = foldDigits(article.text.slice(0, 3000));
  const row = /(?:发布日期|发布时间|时间|日期)\s*[:：]\s*((?:20|19)\d\d[-/.年]\d{1,2}[-/.月]\d{1,2})/.exec(head);
  return toDay(row?.[1]) ?? toDay(/^\s*((?:20|19)\d\d-\d{1,2}-\d{1,2}) \d\d:\d\d/m.exec(head)?.[1]) ?? fromAddress(article.url);
}

function toDay(text: string | undefined): string | null {
  const match = text ? ISO.exec(text) : null;
  return match ? realDay(match[1]!, match[2]!, match[3]!) : null;
}

/** /2023/ABCDEFGH_1103/, /202503/07/, /2021-09-29/, /t20200514_. */
function fromAddress(url: string | undefined): string | null {
  if (!url) return null;
  const match =
    /\/(20\d\d)\/[A-Z]{8}_(\d\d)(\d\d)\//.exec(url) ??
    /\/(20\d\d)(\d\d)\/(\d\d)\//.exec(url) ??
    /\/(20\d\d)-(\d\d)-(\d\d)(?:\/|$)/.exec(url) ??
    /\/t(20\d\d)(\d\d)(\d\d)_/.exec(url);
  return match ? realDay(match[1]!, match[2]!, match[3]!) : null;
}

/** The day as YYYY-MM-DD, or null when there is no such day. */
function realDay(year: string, month: string, day: string): string | null {
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const time = Date.parse(`${date}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(date) ? date : null;
}

/** Full-width digits and colons as half-width ones. */
function foldDigits(text: string): string {
  return text.replace(/[０-９：－]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0));
}
