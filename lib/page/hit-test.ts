import type { TextFlow } from './text-flow';

/** Where a mention stands in the flow. Mentions are sorted and do not overlap. */
interface Span {
  start: number;
  end: number;
}

export interface Hit<M> {
  mention: M;
  /** The rectangle of the line, in the viewport, that the point is on. */
  line: DOMRect;
}

// The underline hangs below the characters' own box.
const ABOVE = 1;
const BELOW = 5;

/** The mention drawn at a point of the viewport, or null. */
export function mentionAt<M extends Span>(flow: TextFlow, mentions: readonly M[], x: number, y: number): Hit<M> | null {
  const caret =
    flow.roots.length > 0 ? document.caretPositionFromPoint(x, y, { shadowRoots: [...flow.roots] }) : document.caretPositionFromPoint(x, y);
  if (!caret) return null;
  const offset = flow.offsetOf(caret.offsetNode, caret.offset);
  if (offset < 0) return null;
  // On the right half of a character the caret is behind it, so the mention may end right here.
  const mention = spanAt(mentions, offset) ?? spanAt(mentions, offset - 1);
  if (!mention) return null;
  // The caret snaps to the nearest text, however far away it is.
  const line = linesOf(flow, mention).find((rect) => holds(rect, x, y));
  return line ? { mention, line } : null;
}

/** The rectangles of the lines a mention covers, in the viewport. */
export function linesOf(flow: TextFlow, mention: Span): DOMRect[] {
  return flow.segments(mention.start, mention.end).flatMap(({ node, start, end }) => {
    // Pages change at any moment: the node may be gone or cut short.
    if (!node.isConnected || node.length < end) return [];
    const range = node.ownerDocument.createRange();
    range.setStart(node, start);
    range.setEnd(node, end);
    return [...range.getClientRects()].filter((rect) => rect.width > 0 && rect.height > 0);
  });
}

/** The span that covers an offset, by binary search. */
export function spanAt<S extends Span>(spans: readonly S[], offset: number): S | undefined {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (spans[middle]!.end <= offset) low = middle + 1;
    else high = middle;
  }
  const span = spans[low];
  return span && span.start <= offset ? span : undefined;
}

function holds(rect: DOMRect, x: number, y: number): boolean {
  return x >= rect.left && x <= rect.right && y >= rect.top - ABOVE && y <= rect.bottom + BELOW;
}
