import { AFTER_NAME, AREA, DOCTRINE, EXECUTIVE, LAYMAN, LEADERS, OFFICE, ORGANIZATION, PARTY, PERSON, TITLE } from '../lexicon/classes';
import { GAP_LINE, GAP_SPACE } from '../normalise/normalise';
import type { Vote } from '../types';
import { bestNameFrom, bestNameTo, crossings, isSurname, leftEvidence, type NameShape, namesFrom, rightEvidence } from './name-shape';
import { visitOccurrences } from './occurrences';
import { type PostChain, postsTo } from './posts';
import type { Reading } from './reading';

type Standing = 'official' | 'executive' | 'layman';

/** A person as one place of the text names them. Units of the normalised text. */
export interface PersonMention {
  start: number;
  end: number;
  name: string;
  standing: Standing;
  score: number;
  /** Posts said right here, [start, end), when there are any. */
  post?: { start: number; end: number };
  votes: Vote[];
}

const PHOTO = 0x6444; // 摄
const CLOSING = 0x29;
const SLASH = 0x2f;
/** What a bracket after a name may say of a private person. */
const PRIVATE = /^\([^)]*(公司|集团|村民|教师|记者|学生|医生)/;
/** After a post a name is expected; elsewhere it has to show itself. */
const FLOOR_AFTER_POST = 0.6;
const FLOOR_LISTED = 1.2;
const FLOOR_BEFORE_POST = 2;
const FLOOR_REPEATED = 1;
/** 某某老师 and 某某委员 say little: such words after a name make nobody an official. */
const WEAK_AFTER = /^(委员|代表|秘书|董事|法官|检察官|负责人|班长|团长|队长)$/;
const APPOINTING = /(任命|免去|接受|选举|补选|提名|推选)(了)?[::]?/g;

/** Finds every person named with a post, in a list after one, or again later; laymen are found too, to be left out. */
export function findPersons(reading: Reading): PersonMention[] {
  const found = new Map<number, PersonMention>();
  const keep = (mention: PersonMention) => {
    const rival = found.get(mention.start);
    if (!rival || rival.score < mention.score) found.set(mention.start, mention);
  };
  findAfterPosts(reading, keep);
  findBeforePosts(reading, keep, found);
  findAppointed(reading, keep);
  findBylines(reading, keep);
  const named = establish(found.values());
  findRepeated(reading, named, keep, found);
  findListed(reading, keep, found);
  findBySurname(reading, named, keep, found);
  return [...found.values()].sort((a, b) => a.start - b.start);
}

function findAfterPosts(reading: Reading, keep: (mention: PersonMention) => void): void {
  // Ends of officials named so far: 主任A,副主任B names the body once.
  const officials = new Set<number>();
  // 主任A主持,副主任B参加: nor is it named again for the deputy.
  const heads = new Set<string>();
  for (let at = 1; at < reading.length; at++) {
    const bits = reading.ends[at]!;
    const single = reading.single(at - 1);
    if (!((bits | single) & (TITLE | EXECUTIVE | LAYMAN | LEADERS))) continue;
    if (!(bits & (TITLE | EXECUTIVE | LAYMAN | LEADERS)) && !reading.isApart(at)) continue;
    let start = at;
    if (reading.is(at, ':') && bits & LAYMAN) start = at + 1;
    const chain = postsTo(reading, at);
    if (!chain) continue;
    // Captions set the name on a line of its own: post ⏎ name:quote.
    if (reading.gap[start] === GAP_LINE && !isCaption(reading, start)) continue;
    if (chain.standing === 'executive' && chain.continues && (officials.has(chain.start - 1) || heads.has(baseOf(reading, chain))))
      chain.standing = 'official';
    if (chain.standing === 'official') heads.add(baseOf(reading, chain));
    readList(reading, start, chain, (mention) => {
      if (mention.standing === 'official') officials.add(mention.end);
      keep(mention);
    });
  }
}

function isCaption(reading: Reading, start: number): boolean {
  const name = bestNameFrom(reading, start, FLOOR_AFTER_POST);
  return name !== null && reading.is(name.end, ':');
}

/** The post's bare noun: 主任 of 区人大常委会副主任. */
const baseOf = (reading: Reading, chain: PostChain): string => reading.text(chain.end - 2, chain.end);

/** A name and those listed after it: 市领导A、B、C; 记者 A B. */
function readList(reading: Reading, first: number, chain: PostChain, keep: (mention: PersonMention) => void): void {
  const postText = reading.text(chain.start, chain.end);
  const inByline = chain.standing === 'layman';
  let start = first;
  let listed = false;
  for (let count = 0; count < 60; count++) {
    if (listed && startsOtherThing(reading, start)) return;
    const name = bestNameFrom(reading, start, listed ? FLOOR_LISTED : FLOOR_AFTER_POST);
    if (!name) return;
    if (reading.starts[name.end]! & DOCTRINE) return;
    keep({
      start,
      end: name.end,
      name: reading.text(start, name.end),
      standing: chain.standing,
      score: name.score + (listed ? 1 : 2),
      ...(listed ? {} : { post: { start: chain.start, end: chain.end } }),
      votes: [
        { kind: listed ? 'listMember' : 'titleBefore', detail: postText },
        { kind: 'surname', detail: reading.text(start, start + 1) },
      ],
    });
    const next = afterSeparator(reading, name.end, inByline || (chain.classes & LEADERS) !== 0);
    if (next < 0) return;
    start = next;
    listed = true;
  }
}

/** Where the next member of a list begins, or -1. */
function afterSeparator(reading: Reading, end: number, spaced: boolean): number {
  let at = end;
  if (reading.is(at, '(')) {
    const close = reading.text(at, at + 9).indexOf(')');
    if (close > 0) at += close + 1;
  }
  if (reading.is(at, '、')) return at + 1;
  if (reading.is(at, '和') || reading.is(at, '与') || reading.is(at, '及')) return at + 1;
  if (reading.is(at, '以及')) return at + 2;
  if (spaced && reading.gap[at] === GAP_SPACE) return at;
  return -1;
}

const OTHER_THINGS = TITLE | OFFICE | AREA | PARTY | ORGANIZATION | LEADERS | EXECUTIVE | LAYMAN;

function startsOtherThing(reading: Reading, start: number): boolean {
  return (reading.starts[start]! & OTHER_THINGS) !== 0 && !(reading.starts[start]! & PERSON);
}

/** 沈文杰副镇长, 盛蕾市长: the post follows the name. */
function findBeforePosts(reading: Reading, keep: (mention: PersonMention) => void, found: ReadonlyMap<number, PersonMention>): void {
  let last = -1;
  for (const hit of reading.hitsOf(TITLE)) {
    if (hit.start === last || reading.isApart(hit.start)) continue;
    last = hit.start;
    const title = reading.longestFrom(hit.start, TITLE)!;
    if (reading.ends[hit.start]! & (OFFICE | AREA | PARTY | ORGANIZATION | TITLE | LEADERS)) continue;
    if (found.has(title.end) || WEAK_AFTER.test(reading.text(title.start, title.end))) continue;
    if (reading.starts[hit.start]! & DOCTRINE || reading.starts[title.end]! & DOCTRINE) continue;
    const name = bestNameTo(reading, hit.start, FLOOR_BEFORE_POST);
    if (!name || name.end - name.start < 2) continue;
    keep({
      start: name.start,
      end: name.end,
      name: reading.text(name.start, name.end),
      standing: 'official',
      score: name.score,
      post: { start: title.start, end: title.end },
      votes: [
        { kind: 'titleAfter', detail: reading.text(title.start, title.end) },
        { kind: 'surname', detail: reading.text(name.start, name.start + 1) },
      ],
    });
  }
}

/** 任命X为…,Y为…;免去X的…: decisions name people before their posts. */
function findAppointed(reading: Reading, keep: (mention: PersonMention) => void): void {
  const { text } = reading.normal;
  for (const match of text.matchAll(APPOINTING)) {
    let at = match.index + match[0].length;
    for (let clause = 0; clause < 40; clause++) {
      const names = appointedNames(reading, at);
      const last = names.at(-1);
      if (!last) break;
      const votes: Vote[] = [{ kind: 'titleAfter', detail: match[0] }];
      for (const { start, end, score } of names)
        keep({ start, end, name: reading.text(start, end), standing: 'official', score: score + 1.5, votes });
      const next = nextClause(reading, last.end);
      if (next < 0) break;
      at = next;
    }
  }
}

/** A、B为…: the names before the post, or none when no post follows. */
function appointedNames(reading: Reading, from: number): NameShape[] {
  const names: NameShape[] = [];
  let at = from;
  for (;;) {
    const decided = namesFrom(reading, at).find((name) => DECIDED.test(reading.text(afterCourtesy(reading, name.end), name.end + 6)));
    const name = decided && decided.score > -0.5 ? decided : bestNameFrom(reading, at, 0.2);
    if (!name) return [];
    names.push(name);
    const end = afterCourtesy(reading, name.end);
    if (DECIDED.test(reading.text(end, end + 2))) return names;
    if (!reading.is(end, '、')) return [];
    at = end + 1;
  }
}

/** What a decision says right behind the name. */
const DECIDED = /^(为|的|任|辞去|担任|兼任)/;

function afterCourtesy(reading: Reading, end: number): number {
  let at = end;
  if (reading.is(at, '(女)')) at += 3;
  if (reading.is(at, '同志')) at += 2;
  return at;
}

/** Where the next name of the same sentence begins, behind a mark and with a post after it; -1 when there is none. */
function nextClause(reading: Reading, from: number): number {
  for (let i = from; i < Math.min(reading.length, from + 70); i++) {
    const mark = reading.text(i, i + 1);
    if (mark === '。' || mark === ':') return -1;
    if ((mark === ',' || mark === ';' || mark === '、') && appointedNames(reading, i + 1).length > 0) return i + 1;
  }
  return -1;
}

/** X 摄, (X) alone at the end of a paragraph, a bare name at the very end: whoever wrote or took it. */
function findBylines(reading: Reading, keep: (mention: PersonMention) => void): void {
  const layman = (start: number, end: number, detail: string) =>
    keep({ start, end, name: reading.text(start, end), standing: 'layman', score: 9, votes: [{ kind: 'titleAfter', detail }] });
  for (let i = 2; i < reading.length; i++) {
    const unit = reading.units[i]!;
    if (unit === PHOTO && (reading.isApart(i + 1) || reading.kind(i + 1) !== 1)) {
      const name = bestNameTo(reading, i, 0);
      if (name) layman(name.start, name.end, '摄');
    } else if (unit === SLASH && /^[文图摄]/.test(reading.text(i + 1, i + 2))) {
      const name = bestNameTo(reading, i, 0);
      if (name) layman(name.start, name.end, reading.text(i, i + 2));
    } else if (unit === CLOSING && (reading.isApart(i + 1) || reading.isLineStart(i + 1))) {
      const from = Math.max(0, i - 12);
      const open = reading.text(from, i).lastIndexOf('(');
      if (open >= 0) readBracket(reading, from + open + 1, i, layman);
    }
  }
  for (let i = 1; i <= reading.length; i++) {
    if (i < reading.length && reading.gap[i] !== GAP_LINE) continue;
    const name = bestNameTo(reading, i, 1);
    if (name && reading.isLineStart(name.start) && name.start > reading.length * 0.5)
      layman(name.start, name.end, reading.text(name.start, name.end));
  }
}

/** (A B), (A/文 B/摄): every part of a bracket that closes a paragraph and reads as a name is its writer's. */
function readBracket(reading: Reading, from: number, to: number, layman: (start: number, end: number, detail: string) => void): void {
  const parts: [number, number][] = [];
  let start = from;
  for (let i = from; i <= to; i++) {
    const apart = i > from && i < to && reading.gap[i] === GAP_SPACE;
    const slash = i < to && (reading.is(i, '/') || reading.is(i, '、'));
    if (i === to || apart || slash) {
      parts.push([start, i]);
      start = slash ? i + 1 : i;
    }
  }
  for (const [a, b] of parts) {
    const name = bestNameTo(reading, b, 0.6);
    if (name && name.start === a) layman(a, b, `(${reading.text(from, to)})`);
  }
}

interface Named {
  standing: Standing;
  post?: string;
  score: number;
}

/** Who the article has named, by name; an official once is an official until a layman's cue stands right there. */
function establish(mentions: Iterable<PersonMention>): Map<string, Named> {
  const named = new Map<string, Named>();
  for (const mention of mentions) {
    const known = named.get(mention.name);
    const rank = (standing: Standing) => (standing === 'official' ? 2 : standing === 'executive' ? 1 : 0);
    if (!known || rank(mention.standing) > rank(known.standing))
      named.set(mention.name, { standing: mention.standing, score: mention.score, ...postVote(mention) });
  }
  return named;
}

function postVote(mention: PersonMention): { post?: string } {
  const vote = mention.votes.find((v) => v.kind === 'titleBefore' || v.kind === 'titleAfter' || v.kind === 'listMember');
  return vote?.detail ? { post: vote.detail } : {};
}

/** Names of the article and of the index, wherever else they stand with clean edges. */
function findRepeated(
  reading: Reading,
  named: ReadonlyMap<string, Named>,
  keep: (mention: PersonMention) => void,
  found: ReadonlyMap<number, PersonMention>,
): void {
  const taken = [...found.values()];
  const covered = new Uint8Array(reading.length + 1);
  for (const mention of taken) covered.fill(1, mention.start, mention.end);
  const officials = new Map([...named].filter(([, { standing }]) => standing === 'official'));
  visitOccurrences(reading, officials.keys(), (name, at) => {
    const end = at + name.length;
    if (covered[at] || covered[end - 1] || hasLineInside(reading, at, end) || isPrivateHere(reading, end)) return;
    const score = edgeScore(reading, at, end, name.length, true) + (name.length > 2 ? 1.5 : 0);
    if (score < FLOOR_REPEATED) return;
    const post = officials.get(name)?.post;
    keep({
      start: at,
      end,
      name,
      standing: 'official',
      score,
      votes: [{ kind: 'sameArticle', ...(post && { detail: post }) }, ...boundaryVote(reading, at, end)],
    });
  });
  for (const hit of reading.hitsOf(PERSON)) {
    const name = reading.text(hit.start, hit.end);
    if (named.has(name) || covered[hit.start] || covered[hit.end - 1] || isPrivateHere(reading, hit.end)) continue;
    // Two characters stand in running text too easily: only a headline's 某某调研… will do.
    if (name.length === 2 && !(leftEvidence(reading, hit.start) >= 1.6 && reading.starts[hit.end]! & AFTER_NAME)) continue;
    if (reading.is(hit.end, '(') && PRIVATE.test(reading.text(hit.end, hit.end + 24))) continue;
    const score = edgeScore(reading, hit.start, hit.end, name.length, false) + (name.length > 2 ? 1 : -0.6);
    keep({ start: hit.start, end: hit.end, name, standing: 'official', score: score - 0.3, votes: [{ kind: 'dictionary', detail: name }] });
  }
}

/** What the segmenter testifies, where it has come: a word of its own, or nothing. */
function boundaryVote(reading: Reading, start: number, end: number): Vote[] {
  return reading.boundary(start, end) > 0 ? [{ kind: 'boundary' }] : [];
}

/** What follows a name and says that no official is spoken of: doctrine, or a calling. */
const CALLING = /^(老师|教授|医生|护士|同学|女士|先生|院士|博士|师傅|大爷|大妈|阿姨|\/)/;

function isPrivateHere(reading: Reading, end: number): boolean {
  if (reading.starts[end]! & DOCTRINE) return true;
  const title = reading.longestFrom(end, TITLE);
  if (title && reading.starts[title.end]! & DOCTRINE) return true;
  return !reading.isApart(end) && CALLING.test(reading.text(end, end + 2));
}

function hasLineInside(reading: Reading, start: number, end: number): boolean {
  for (let i = start + 1; i < end; i++) if (reading.gap[i] === GAP_LINE) return true;
  return false;
}

function edgeScore(reading: Reading, start: number, end: number, length: number, named: boolean): number {
  const left = leftEvidence(reading, start);
  const right = rightEvidence(reading, end);
  // The article has named this person: the head of a clause is edge enough, unless a word of the language is cut.
  if (named && length === 2 && left >= 1.6 && right > -1 && crossings(reading, start, end) === 0) return FLOOR_REPEATED;
  const edges = Math.min(left, 1.6) + Math.min(right, 1.6) + reading.boundary(start, end) * 0.4;
  return (length > 2 ? edges * 0.6 : edges - 0.9) - crossings(reading, start, end) * (length > 2 ? 0.4 : 0.7);
}

/** 由A、B、C参加: who stands in a list with an official the article has named is one too. */
function findListed(reading: Reading, keep: (mention: PersonMention) => void, found: ReadonlyMap<number, PersonMention>): void {
  for (const mention of [...found.values()]) {
    if (mention.standing !== 'official') continue;
    let at = mention.end;
    // A member that is known already goes on with the list in its own turn.
    while (reading.is(at, '、') && !found.has(at + 1) && !startsOtherThing(reading, at + 1)) {
      const name = bestNameFrom(reading, at + 1, FLOOR_LISTED);
      if (!name) break;
      const votes: Vote[] = [{ kind: 'listMember', detail: mention.name }];
      keep({ start: name.start, end: name.end, name: reading.text(name.start, name.end), standing: 'official', score: name.score, votes });
      at = name.end;
    }
  }
}

/** Whether a post said is this very one: 副市长 is not 市长. */
function holdsPost(post: string | undefined, title: string): boolean {
  return post?.endsWith(title) === true && !post.endsWith(`副${title}`);
}

/** 陈市长: surname and post, where the article names one official of that surname. */
function findBySurname(
  reading: Reading,
  named: ReadonlyMap<string, Named>,
  keep: (mention: PersonMention) => void,
  found: ReadonlyMap<number, PersonMention>,
): void {
  const bySurname = new Map<string, string[]>();
  for (const [name, { standing }] of named) {
    if (standing !== 'official') continue;
    const list = bySurname.get(name[0]!) ?? [];
    list.push(name);
    bySurname.set(name[0]!, list);
  }
  for (const hit of reading.hitsOf(TITLE)) {
    const start = hit.start - 1;
    if (
      start < 0 ||
      !isSurname(reading.units[start]!) ||
      reading.isApart(hit.start) ||
      reading.longestFrom(hit.start, TITLE)!.end !== hit.end
    )
      continue;
    if (found.has(hit.end) || reading.ends[hit.start]! & (OFFICE | AREA | PARTY | ORGANIZATION | TITLE)) continue;
    const candidates = bySurname.get(reading.text(start, hit.start));
    if (!candidates || leftEvidence(reading, start) < 0.7) continue;
    const title = reading.text(hit.start, hit.end);
    const byPost = candidates.filter((name) => holdsPost(named.get(name)?.post, title));
    const name = byPost.length === 1 ? byPost[0] : undefined;
    if (name) keep({ start, end: hit.start, name, standing: 'official', score: 2, votes: [{ kind: 'surnameTitle', detail: name }] });
  }
}
