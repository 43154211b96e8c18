import { type FlowKind, kindOfDisplay, kindOfTag, type TagKind } from './tag-kinds';
import { TextFlow } from './text-flow';

/** Our own element: never part of the page's text. */
export const HOST_TAG = 'longcheng-card';

// What may stand between two pieces of text, by rank: where several meet, the highest wins.
const SEPARATORS = ['', ' ', '\t', '\n', '\n\n'] as const;
const SPACE = 1;
const CELL = 2;
const LINE = 3;
const PARAGRAPH = 4;

const NOTHING: TagKind = { flow: 'skip', running: false };

/**
 * Collects the text below `root` as it is rendered: inline tags joined, white space collapsed (but for `pre`), blocks apart. Leaves out
 * what is not shown (display: none and the like), scripts, fields, editable regions and our own element.
 *
 * This runs on the page's main thread, so it asks the document as little as it can: one walk, one look-up per tag, whether it
 * is shown only where that may be in doubt, and computed style only for tags HTML does not know.
 */
export function collectFlow(root: Element): TextFlow {
  const collector = new Collector(root);
  collector.walk(root);
  return collector.flow();
}

class Collector {
  readonly #parts: string[] = [];
  readonly #nodes: Text[] = [];
  readonly #nodeStarts: number[] = [];
  readonly #starts: number[] = [];
  readonly #lengths: number[] = [];
  readonly #editable = new Set<Element>();
  readonly #suspects = new Set<Element>();
  readonly #unknown = new Map<string, TagKind>();
  #length = 0;
  #separator = 0;

  constructor(root: Element) {
    // Asked once and natively: asking each element for its attributes would cost more than the walk.
    for (const element of root.querySelectorAll('[contenteditable],[hidden],[style*="none"]')) {
      if (isEditable(element)) this.#editable.add(element);
      else this.#suspects.add(element);
    }
  }

  flow(): TextFlow {
    return new TextFlow(this.#parts.join(''), this.#nodes, this.#nodeStarts, this.#starts, this.#lengths);
  }

  walk(root: Element): void {
    if (!root.checkVisibility()) return;
    // By hand and with a stack of our own: a TreeWalker does not say when it leaves an element, and pages may nest deeper than calls can.
    const open: FlowKind[] = [];
    const elements: Element[] = [];
    let preformatted = 0;
    let parent = root;
    let node: Node | null = root.firstChild;
    for (;;) {
      while (node === null) {
        const kind = open.pop();
        if (kind === undefined) return;
        if (kind === 'pre') preformatted--;
        this.#boundary(kind);
        node = parent.nextSibling;
        parent = elements.pop()!;
      }
      const type = node.nodeType;
      if (type === 3) {
        this.#text(node as Text, preformatted > 0);
      } else if (type === 1) {
        const kind = this.#enter(node as Element);
        const child: Node | null = kind === null ? null : node.firstChild;
        if (child !== null) {
          if (kind === 'pre') preformatted++;
          open.push(kind!);
          elements.push(parent);
          parent = node as Element;
          node = child;
          continue;
        }
      }
      node = node.nextSibling;
    }
  }

  /** Notes what an element does to the flow where it begins; null when nothing inside it belongs to the flow. */
  #enter(element: Element): FlowKind | null {
    const kind = kindOfTag(element.localName) ?? this.#kindOfUnknown(element);
    const flow = kind.flow;
    if (flow === 'skip') return null;
    // Running text is shown where its parent is, unless something on it may say otherwise.
    const doubtful = !kind.running || element.className !== '' || this.#suspects.has(element);
    if (doubtful && !element.checkVisibility()) return null;
    const editable = this.#editable.has(element);
    this.#boundary(editable && flow === 'inline' ? 'gap' : flow);
    return flow === 'gap' || flow === 'break' || editable ? null : flow;
  }

  #kindOfUnknown(element: Element): TagKind {
    const tag = element.localName;
    if (tag === HOST_TAG) return NOTHING;
    let kind = this.#unknown.get(tag);
    if (kind === undefined) {
      kind = kindOfDisplay(getComputedStyle(element).display);
      // One hidden element says nothing about the next of its name.
      if (kind.flow !== 'skip') this.#unknown.set(tag, kind);
    }
    return kind;
  }

  #boundary(kind: FlowKind): void {
    switch (kind) {
      case 'inline':
      case 'skip':
        return;
      case 'break':
        this.#separator = this.#separator >= LINE ? PARAGRAPH : LINE;
        return;
      case 'block':
      case 'pre':
        this.#separator = PARAGRAPH;
        return;
      default:
        this.#atLeast(kind === 'row' ? LINE : kind === 'cell' ? CELL : SPACE);
    }
  }

  #text(node: Text, preformatted: boolean): void {
    const data = node.data;
    const length = data.length;
    let from = 0;
    if (!preformatted) {
      while (from < length && isSpace(data.charCodeAt(from))) from++;
      if (from > 0) this.#atLeast(SPACE);
    }
    if (from === length) return;
    let to = length;
    if (!preformatted) while (isSpace(data.charCodeAt(to - 1))) to--;

    if (this.#length > 0 && this.#separator > 0) this.#push(SEPARATORS[this.#separator]!);
    this.#separator = 0;
    // Looking for the few characters that need care is native and fast; going through all of them here would not be.
    if (preformatted || !(data.includes('\n') || data.includes('  ') || data.includes('\t'))) this.#piece(node, data, from, to);
    else this.#collapsed(node, data, from, to);
    if (to < length) this.#separator = SPACE;
  }

  /** Adds [from, to) with each run of white space as one space. Neither end is white space. */
  #collapsed(node: Text, data: string, from: number, to: number): void {
    let start = from;
    for (let at = from; at < to; at++) {
      if (!isSpace(data.charCodeAt(at))) continue;
      let next = at + 1;
      while (isSpace(data.charCodeAt(next))) next++;
      if (next - at > 1 || data[at] !== ' ') {
        this.#piece(node, data, start, at);
        this.#push(' ');
        start = next;
      }
      at = next;
    }
    this.#piece(node, data, start, to);
  }

  #piece(node: Text, data: string, from: number, to: number): void {
    this.#nodes.push(node);
    this.#nodeStarts.push(from);
    this.#starts.push(this.#length);
    this.#lengths.push(to - from);
    this.#push(from === 0 && to === data.length ? data : data.slice(from, to));
  }

  #push(part: string): void {
    this.#parts.push(part);
    this.#length += part.length;
  }

  #atLeast(rank: number): void {
    if (this.#separator < rank) this.#separator = rank;
  }
}

function isEditable(element: Element): boolean {
  const value = element.getAttribute('contenteditable');
  return value !== null && value.toLowerCase() !== 'false';
}

/** White space that rendering collapses. The ideographic space and the no-break space stay. */
function isSpace(code: number): boolean {
  return code === 32 || code === 10 || code === 9;
}
