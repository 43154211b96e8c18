const DAY = String.raw`(19[89]\d|20\d\d)\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})(?!\d)`;
// Labels before the day on the date rows of these sites; the colon full or half width, or none before a space.
const LABELS = '发布日期|发布时间|发表时间|发文日期|公开日期|更新时间|日期|时间';
const LABELLED = new RegExp(String.raw`(?:${LABELS})\s*[:：|]?\s*${DAY}`);
// A row without a label: the day with a time of day, or right before 来源 (中国江苏网).
const BARE = new RegExp(String.raw`(?:^|[\s|])${DAY}日?\s*(?:\d{1,2}:\d{2}(?::\d{2})?\s*|来源\s*[:：])`);
const ANY = new RegExp(DAY);

/** How far into a page its date row may stand, in UTF-16 units: menus come before it, the story's own dates after. */
const HEAD = 3000;

/** The day a page shows as its date (发布日期, 时间 …), as YYYY-MM-DD. */
export function shownDate(text: string): string | undefined {
  const head = text.slice(0, HEAD);
  return day(LABELLED.exec(head)) ?? day(BARE.exec(head));
}

/** The first day named in a value of a <meta> (2023-10-28, 2023年10月28日, 2023-10-28T09:00:00+08:00, 20231028…). */
export function dateIn(value: string): string | undefined {
  return day(ANY.exec(value)) ?? day(/^\s*(19[89]\d|20\d\d)(\d\d)(\d\d)/.exec(value));
}

// How addresses of these sites hold the day, most telling form first.
const ADDRESSES = [
  /\/(20\d\d)\/[A-Z]{8}_(\d\d)(\d\d)\//, // /html/czwj/2023/QQMOLLAB_1028/437731.html
  /\/(20\d\d)-(\d\d)-(\d\d)(?:\/|$)/, // wjyanghu …/2023-10-28/id.html; 溧阳时报 …/date/2023-10-28
  /\/(20\d\d)(\d\d)\/(\d\d)\//, // 常州日报 …/layout/202310/28/node_A01.html
  /\/t(20\d\d)(\d\d)(\d\d)_\d+\./, // 中国江苏网 /a/202310/t20231028_7654321.shtml
  /\/(20\d\d)-(\d\d)\/(\d\d)(?:\/|$)/, // 2023-10/28/
  /\/(20\d\d)(\d\d)(\d\d)\//, // 新华网 /20231028/id/c.html
  /\/(20\d\d)\/(\d\d)\/(\d\d)\//, // 2023/10/28/
];

/** The day in an address's path, as YYYY-MM-DD. Folders can be dated later than the story: what the page shows comes first. */
export function addressDate(url: string): string | undefined {
  const path = url.replace(/^[a-z]+:\/\/[^/]*/i, '').replace(/[?#].*$/s, '');
  for (const form of ADDRESSES) {
    const found = day(form.exec(path));
    if (found) return found;
  }
  return undefined;
}

function day(match: RegExpExecArray | null): string | undefined {
  if (!match) return undefined;
  const [, year, month, dayOfMonth] = match;
  const date = `${year}-${month!.padStart(2, '0')}-${dayOfMonth!.padStart(2, '0')}`;
  const time = Date.parse(`${date}T00:00:00Z`);
  return Number.isNaN(time) || !new Date(time).toISOString().startsWith(date) ? undefined : date;
}
