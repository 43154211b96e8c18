import type { Appearance } from '../appearance/appearance';
import type { Mention } from '../finder/types';
import { keyOf } from './page-entities';

/**
 * The mentions that are marked on the page, in its order: all of those the reader wants to see, or the first of each name in a paragraph
 * or on the page.
 * @param text the flow the mentions' offsets are into; its paragraphs are apart by an empty line
 */
export function drawnMentions(mentions: readonly Mention[], text: string, appearance: Appearance): Mention[] {
  const { density, discovered } = appearance;
  const seen = new Set<string>();
  let paragraphEnd = -1;
  return mentions.filter((mention) => {
    if (appearance[mention.type].mark === 'none' || (!discovered && mention.status === 'discovered')) return false;
    if (density === 'all') return true;
    if (density === 'paragraph' && mention.start > paragraphEnd) {
      seen.clear();
      const end = text.indexOf('\n\n', mention.start);
      paragraphEnd = end < 0 ? text.length : end;
    }
    const key = keyOf(mention);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
