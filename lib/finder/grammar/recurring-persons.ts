import { AFTER_NAME, AREA, DOCTRINE, OFFICE, ORGANIZATION, PARTY, PERSON, TITLE } from '../lexicon/classes';
import { GAP_LINE } from '../normalise/normalise';
import type { Vote } from '../types';
import { crossings, isSurname, leftEvidence, rightEvidence } from './name-shape';
import { visitOccurrences } from './occurrences';
import type { Keep, PersonMention, Standing } from './person-mention';
import type { Reading } from './reading';

/** What a bracket after a name may say of a private person. */
const PRIVATE = /^\([^)]*(公司|集团|村民|教师|记者|学生|医生)/;
/** A name the article has given may stand again with little help. */
const FLOOR_REPEATED = 1;

interface Named {
  standing: Standing;
  post?: string;
  score: number;
}

/** Who the article has named, by name; an official once is an official until a layman's cue stands right there. */
export function establish(mentions: Iterable<PersonMention>): Map<string, Named> {
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
export function findRepeated(
  reading: Reading,
  named: ReadonlyMap<string, Named>,
  keep: Keep,
  found: ReadonlyMap<number, PersonMention>,
): void {
  const taken = [...found.values()];
  const covered = new Uint8Array(reading.length + 1);
  for (const mention of taken) covered.fill(1, mention.start, mention.end);
  const officials = new Map([...named].filter(([, { standing }]) => standing === 'official'));
  visitOccurrences(reading, [...officials.keys()], (name, at) => {
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

/** Whether a post said is this very one: 副市长 is not 市长. */
function holdsPost(post: string | undefined, title: string): boolean {
  return post?.endsWith(title) === true && !post.endsWith(`副${title}`);
}

/** 陈市长: surname and post, where the article names one official of that surname. */
export function findBySurname(
  reading: Reading,
  named: ReadonlyMap<string, Named>,
  keep: Keep,
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
