import { earliestDay } from '../model/calendar';
import type { PartialDate } from '../model/dates';
import type { ReadMention } from './meetings';
import { sentenceAround } from './sentence';

/** What a text says of somebody's post: that they hold it, that it was given to them, or taken from them. */
export interface SaidPost {
  mention: ReadMention;
  post: string;
  change: 'holds' | 'begins' | 'ends';
  /** The day of it, where the sentence gives one. */
  on?: PartialDate;
  sentence: string;
}

const COURTESY = '(?:[（(]女[）)])?(?:同志)?';
const POST = '([^，,。；;：:、\\n（(]{2,40}?)';
const BEGINS = new RegExp(`^${COURTESY}(?:当选为?|被任命为|被选为|为|任|担任|兼任|出任)${POST}(?=职务|[，,。；;、（(\\n]|$)`);
const ENDS = new RegExp(`^${COURTESY}(?:的|辞去|不再担任|不再兼任)${POST}(?:的?职务)?(?=[，,。；;、\\n的]|$)`);
const ENDS_PLAINLY = new RegExp(`^${COURTESY}(?:不再担任|不再兼任|辞去|卸任)${POST}(?=职务|[，,。；;、\\n]|$)`);
const GIVING = /任命|选举|当选|补选|推选|新任/;
const TAKING = /免去|免职|撤销|接受/;
/** How far behind a name its post still is. */
const REACH = 60;

/** Every post a text gives its officials, each person once for what they hold, and for each decision about them. */
export function saidPosts(text: string, mentions: readonly ReadMention[], reported: string): SaidPost[] {
  const said: SaidPost[] = [];
  const told = new Set<string>();
  for (const mention of mentions) {
    if (mention.type !== 'official' || (mention.candidates?.length ?? 0) > 1) continue;
    const sentence = sentenceAround(text, mention.start, mention.end);
    const decided = decisionAt(text, mention);
    if (decided) {
      const on = dayIn(sentenceBefore(text, mention.start), reported);
      said.push({ mention, ...decided, ...(on && { on }), sentence });
      told.add(mention.name);
    }
  }
  for (const mention of mentions) {
    if (mention.type !== 'official' || !mention.post || (mention.candidates?.length ?? 0) > 1 || told.has(mention.name)) continue;
    told.add(mention.name);
    said.push({ mention, post: mention.post, change: 'holds', sentence: sentenceAround(text, mention.start, mention.end) });
  }
  return said;
}

function decisionAt(text: string, { start, end }: ReadMention): Pick<SaidPost, 'post' | 'change'> | null {
  const after = text.slice(end, end + REACH);
  const plain = ENDS_PLAINLY.exec(after);
  if (plain) return { post: plain[1]!, change: 'ends' };
  const sentence = sentenceBefore(text, start);
  const ended = ENDS.exec(after);
  if (ended && TAKING.test(sentence)) return { post: ended[1]!, change: 'ends' };
  const begun = BEGINS.exec(after);
  if (begun && (GIVING.test(sentence) || after.startsWith('当选'))) return { post: begun[1]!, change: 'begins' };
  return null;
}

/** What stands before a place in its sentence; clauses after a semicolon belong to it. */
function sentenceBefore(text: string, start: number): string {
  const before = text.slice(Math.max(0, start - 300), start);
  return before.slice(before.search(/[^。！？\n]*$/));
}

const DAY = /(?:(\d{4})年)?(\d{1,2})月(\d{1,2})日/;

/** The one day a sentence names, in the year before the report at the latest. */
function dayIn(sentence: string, reported: string): PartialDate | null {
  const [, year, month, day] = DAY.exec(sentence) ?? [];
  if (!month || !day) return null;
  const two = (value: string) => value.padStart(2, '0');
  for (const candidate of year ? [Number(year)] : [Number(reported.slice(0, 4)), Number(reported.slice(0, 4)) - 1]) {
    const date = `${candidate}-${two(month)}-${two(day)}`;
    if (date <= reported && earliestDay(date) === new Date(`${date}T00:00:00Z`).toISOString().slice(0, 10)) return date;
  }
  return null;
}
