import { AREA, DOCTRINE, EXECUTIVE, LAYMAN, LEADERS, OFFICE, ORGANIZATION, PARTY, PERSON, TITLE } from '../lexicon/classes';
import { GAP_LINE, GAP_SPACE } from '../normalise/normalise';
import type { Vote } from '../types';
import { findAppointed } from './appointments';
import { findBylines } from './bylines';
import { bestNameFrom, bestNameTo } from './name-shape';
import type { Keep, PersonMention } from './person-mention';
import { type PostChain, postsTo } from './posts';
import type { Reading } from './reading';
import { establish, findBySurname, findRepeated } from './recurring-persons';

/** After a post a name is expected; elsewhere it has to show itself. */
const FLOOR_AFTER_POST = 0.6;
const FLOOR_LISTED = 1.2;
const FLOOR_BEFORE_POST = 2;
/** 某某老师 and 某某委员 say little: such words after a name make nobody an official. */
const WEAK_AFTER = /^(委员|代表|秘书|董事|法官|检察官|负责人|班长|团长|队长)$/;
/** 副主任A、B、C: so many in a row sit in a committee, whatever its name; firms and departments have no such rows. */
const SEATED = /^(?:副主任|副秘书长)$/;
const ROW = 3;

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

function findAfterPosts(reading: Reading, keep: Keep): void {
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
    const list: PersonMention[] = [];
    readList(reading, start, chain, (mention) => list.push(mention));
    const row = list.length >= ROW && chain.standing === 'executive' && SEATED.test(reading.text(chain.start, chain.end));
    for (const mention of list) {
      if (row) mention.standing = 'official';
      if (mention.standing === 'official') officials.add(mention.end);
      keep(mention);
    }
  }
}

function isCaption(reading: Reading, start: number): boolean {
  const name = bestNameFrom(reading, start, FLOOR_AFTER_POST);
  return name !== null && reading.is(name.end, ':');
}

/** The post's bare noun: 主任 of 区人大常委会副主任. */
const baseOf = (reading: Reading, chain: PostChain): string => reading.text(chain.end - 2, chain.end);

/** A name and those listed after it: 市领导A、B、C; 记者 A B. */
function readList(reading: Reading, first: number, chain: PostChain, keep: Keep): void {
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
function findBeforePosts(reading: Reading, keep: Keep, found: ReadonlyMap<number, PersonMention>): void {
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

/** 由A、B、C参加: who stands in a list with an official the article has named is one too. */
function findListed(reading: Reading, keep: Keep, found: ReadonlyMap<number, PersonMention>): void {
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
