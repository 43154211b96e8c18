/** A stretch of one text node. Offsets are UTF-16 units of the node's data. */
export interface TextSegment {
  node: Text;
  start: number;
  end: number;
}

/** The two ends of a stretch of the flow in the document. */
export interface FlowRange {
  startNode: Text;
  startOffset: number;
  endNode: Text;
  endOffset: number;
}

/**
 * The visible text of a page as one string, and the way back to the text nodes it came from.
 *
 * The string is made of pieces, each a verbatim slice of one text node, and of what stands between them: one space, \t between table
 * cells, \n for <br> and table rows, \n\n between blocks. Offsets are UTF-16 units of `text`.
 */
export class TextFlow {
  #firstPiece: Map<Text, number> | undefined;

  constructor(
    readonly text: string,
    /** The pieces as parallel arrays, in order: the node, where the slice begins in it, where it begins in the text, its length. */
    private readonly nodes: readonly Text[],
    private readonly nodeStarts: readonly number[],
    private readonly starts: readonly number[],
    private readonly lengths: readonly number[],
    /** The open shadow trees the text passes through. */
    readonly roots: readonly ShadowRoot[] = [],
    /** Elements of the page's own kinds that have no shadow tree yet. */
    readonly unfilled: readonly Element[] = [],
  ) {}

  /** The stretches of text nodes that [start, end) covers, in order. Empty when it covers only white space between pieces. */
  segments(start: number, end: number): TextSegment[] {
    const found: TextSegment[] = [];
    for (let piece = Math.max(0, this.#pieceAt(start)); piece < this.nodes.length; piece++) {
      const begin = this.starts[piece]!;
      if (begin >= end) break;
      const from = Math.max(start, begin);
      const to = Math.min(end, begin + this.lengths[piece]!);
      if (from >= to) continue;
      const shift = this.nodeStarts[piece]! - begin;
      found.push({ node: this.nodes[piece]!, start: from + shift, end: to + shift });
    }
    return found;
  }

  /** Where [start, end) begins and ends in the document, or null when it covers no text. */
  range(start: number, end: number): FlowRange | null {
    const last = this.#pieceAt(end - 1);
    let first = this.#pieceAt(start);
    // A start between pieces moves on to the next, an end between pieces back to the one before.
    if (first < 0 || start >= this.starts[first]! + this.lengths[first]!) first++;
    if (last < first || end <= start) return null;
    return {
      startNode: this.nodes[first]!,
      startOffset: this.nodeStarts[first]! + Math.max(0, start - this.starts[first]!),
      endNode: this.nodes[last]!,
      endOffset: this.nodeStarts[last]! + Math.min(end - this.starts[last]!, this.lengths[last]!),
    };
  }

  /** The offset in `text` of a place in a text node, or -1 when that place is not part of the flow. */
  offsetOf(node: Node, offset: number): number {
    if (!this.#firstPiece) {
      this.#firstPiece = new Map();
      for (let piece = this.nodes.length - 1; piece >= 0; piece--) this.#firstPiece.set(this.nodes[piece]!, piece);
    }
    let piece = this.#firstPiece.get(node as Text) ?? this.nodes.length;
    for (; this.nodes[piece] === node; piece++) {
      const within = offset - this.nodeStarts[piece]!;
      if (within < 0) return -1;
      if (within <= this.lengths[piece]!) return this.starts[piece]! + within;
    }
    return -1;
  }

  /** The last piece that begins at or before an offset, or -1. */
  #pieceAt(offset: number): number {
    let low = 0;
    let high = this.starts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.starts[middle]! <= offset) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }
}
