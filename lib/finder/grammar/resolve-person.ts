import type { Dictionary, Post } from '../dictionary/dictionary';
import type { Vote } from '../types';
import type { Scope } from './scope';

export interface ResolvedPerson {
  entity: number;
  rivals: number[];
  votes: Vote[];
}

/** Chooses among people of one name by the post said, the article's area and its date; what cannot be told apart comes back as rivals. */
export function resolvePerson(
  dictionary: Dictionary,
  candidates: readonly number[],
  said: string,
  scope: Scope,
  date: string | null,
): ResolvedPerson {
  if (candidates.length === 0) return { entity: -1, rivals: [], votes: [] };
  const [first] = candidates;
  if (candidates.length === 1) return { entity: first!, rivals: [], votes: [] };
  const ranked = candidates
    .map((entity) => ({ entity, ...judge(dictionary, dictionary.postsOf(entity), said, scope, date) }))
    .sort((a, b) => b.score - a.score);
  const [best, second] = ranked as [(typeof ranked)[0], (typeof ranked)[0]];
  if (best.score - second.score >= 1) return { entity: best.entity, rivals: [], votes: [{ kind: 'namesake', detail: best.reason }] };
  const rivals = ranked.filter((r) => r !== best && best.score - r.score < 1).map((r) => r.entity);
  return { entity: best.entity, rivals, votes: [{ kind: 'undecided', detail: String(rivals.length + 1) }] };
}

function judge(
  dictionary: Dictionary,
  posts: readonly Post[],
  said: string,
  scope: Scope,
  date: string | null,
): { score: number; reason: string } {
  let best = { score: 0, reason: '' };
  for (const post of posts) {
    let score = 0;
    const body = post.organization >= 0 ? dictionary.entityName(post.organization) : '';
    if (said.endsWith(post.role)) score += 2;
    else if (said.includes(post.role)) score += 1;
    const area = post.organization >= 0 ? dictionary.entityArea(post.organization) : -1;
    // A place said in the post outweighs where the article speaks from.
    if (area >= 0 && said.includes(dictionary.areaName(area).replace(/[市区]$/, ''))) score += 4;
    if (area >= 0 && scope.area >= 0) {
      if (area === scope.area) score += 1.5;
      else if (dictionary.isWithin(area, scope.area)) score += 1;
      else if (dictionary.isWithin(scope.area, area)) score += 0.5;
      else score -= 1;
    }
    if (date) score += timeVote(post, date);
    if (score > best.score) best = { score, reason: `${body}${post.role}` };
  }
  return best;
}

/** A year apart costs a little, a decade nearly all. */
function timeVote(post: Post, date: string): number {
  const from = post.start || post.firstSeen;
  const to = post.end || post.lastSeen;
  if (!from && !to) return 0;
  const year = (text: string) => Number(text.slice(0, 4));
  if (from && to && date >= from && date.slice(0, to.length) <= to) return 1;
  const gap = Math.min(...[from, to].filter(Boolean).map((mark) => Math.abs(year(mark) - year(date))));
  return Math.max(-1, 0.6 - gap * 0.25);
}
