import type { Mention } from '../finder/types';

/** Longest title that may follow a surname, in UTF-16 units. */
const LONGEST = 12;

/** How the text calls what is mentioned: of 陈市长 the mark is on the surname alone, and the title is part of what was said. */
export function calledIn(text: string, { text: marked, end, post, votes }: Pick<Mention, 'text' | 'end' | 'post' | 'votes'>): string {
  if (!post || !votes.some(({ kind }) => kind === 'surnameTitle')) return marked;
  const following = text.slice(end, end + 2 * LONGEST).replace(/\s+/g, '');
  for (let length = Math.min(post.length, LONGEST); length > 0; length--) {
    if (following.startsWith(post.slice(-length))) return marked + post.slice(-length);
  }
  return marked;
}
