import { isOurTag } from './host-tag';
import { BREAK, FOLD, kindOfDisplay, kindOfTag, LINE, NOTHING, PARAGRAPH, SEPARATORS, SLOT, SPACE, type TagKind } from './tag-kinds';
import { TextFlow } from './text-flow';

/** What an attribute may hide or make editable. */
const MARKED = '[contenteditable],[hidden],[style*="none"]';
/** As many elements are looked at again for a shadow tree that came late. */
const MOST_UNFILLED = 200;

/**
 * Collects the text below `root` as it is rendered, with open shadow trees and what is put into their slots: inline tags joined, white
 * space collapsed (but for `pre`), blocks apart. Leaves out what is not shown (display: none and the like), scripts, fields, editable regions and our own element.
 *
 * This runs on the page's main thread, so it asks the document as little as it can: one walk, one look-up per tag, whether it is shown
 * only where that may be in doubt, and computed style only for tags HTML does not know. It is one long function because calls and shared
 * state cost a third more here (bench/page.ts).
 */
export function collectFlow(root: Element): TextFlow {
  const pieces = new Pieces();
  // Asked once and natively: asking each element costs more than the walk.
  const marked = new Set(root.querySelectorAll(MARKED));
  const roots: ShadowRoot[] = [];
  const unfilled: Element[] = [];
  const unknown = new Map<string, TagKind>();
  // A stack of our own: a TreeWalker does not say when it leaves an element, and pages may nest deeper than calls can.
  const open: TagKind[] = [];
  const parents: Element[] = [];
  // Within a slot the next node is the next one put into it, wherever it stands.
  const outerSlots: { depth: number; nodes: Node[]; at: number }[] = [];
  let slot = { depth: -1, nodes: [] as Node[], at: 0 };
  let separator = 0;
  let preformatted = 0;
  let parent = root;
  let node: Node | null = root.checkVisibility() ? root.firstChild : null;
  for (;;) {
    while (node === null) {
      const left = open.pop();
      if (left === undefined) return pieces.flow(roots, unfilled);
      if (slot.depth > open.length) slot = outerSlots.pop()!;
      if (left.preformatted) preformatted--;
      if (separator < left.edge) separator = left.edge;
      node = slot.depth === open.length ? (slot.nodes[++slot.at] ?? null) : parent.nextSibling;
      parent = parents.pop()!;
    }
    const type = node.nodeType;
    if (type === 3) {
      const data = (node as Text).data;
      const length = data.length;
      let from = 0;
      let to = length;
      if (preformatted === 0) {
        while (from < length && isSpace(data.charCodeAt(from))) from++;
        if (from > 0 && separator === 0) separator = SPACE;
        while (to > from && isSpace(data.charCodeAt(to - 1))) to--;
      }
      if (from < to) {
        pieces.add(node as Text, data, from, to, separator, preformatted === 0);
        separator = to < length ? SPACE : 0;
      }
    } else if (type === 1) {
      const element = node as Element;
      let kind = kindOfTag(element.localName);
      if (kind === undefined) {
        kind = kindOfUnknown(element, unknown);
        if (element.shadowRoot === null && kind !== NOTHING && unfilled.length < MOST_UNFILLED) unfilled.push(element);
      }
      const isMarked = marked.has(element);
      const inDoubt = isMarked || !kind.running || element.className !== '';
      if (kind !== NOTHING && (!inDoubt || isShown(element))) {
        if (kind === BREAK) separator = separator >= LINE ? PARAGRAPH : LINE;
        else if (separator < kind.edge) separator = kind.edge;
        if (isMarked && isEditable(element)) {
          if (separator === 0) separator = SPACE;
        } else if (kind.flows) {
          const shadow = element.shadowRoot;
          let child = element.firstChild;
          if (shadow !== null) {
            child = shadow.firstChild;
            roots.push(shadow);
            for (const found of shadow.querySelectorAll(MARKED)) marked.add(found);
          } else if (kind === SLOT || (kind === FOLD && !(element as HTMLDetailsElement).open)) {
            const nodes = kind === SLOT ? (element as HTMLSlotElement).assignedNodes() : summaryOf(element);
            if (kind === FOLD) child = null;
            if (nodes.length > 0) {
              outerSlots.push(slot);
              slot = { depth: open.length + 1, nodes, at: 0 };
              child = nodes[0] as ChildNode;
            }
          }
          if (child !== null) {
            if (kind.preformatted) preformatted++;
            open.push(kind);
            parents.push(parent);
            parent = element;
            node = child;
            continue;
          }
        }
      }
    }
    node = slot.depth === open.length ? (slot.nodes[++slot.at] ?? null) : node.nextSibling;
  }
}

/** The one part of a closed fold that is shown, where it has one. */
const summaryOf = (fold: Element): Element[] => [...fold.children].filter(({ localName }) => localName === 'summary').slice(0, 1);

/** What is shown through its children alone (display: contents) has no box to be seen. */
const isShown = (element: Element) => element.checkVisibility() || getComputedStyle(element).display === 'contents';

/** The text and its map, as they grow. */
class Pieces {
  readonly #parts: string[] = [];
  readonly #nodes: Text[] = [];
  readonly #nodeStarts: number[] = [];
  readonly #starts: number[] = [];
  readonly #lengths: number[] = [];
  #length = 0;

  /** Adds [from, to) of a node's data after a separator of that rank. Where white space collapses, neither end is white space. */
  add(node: Text, data: string, from: number, to: number, separator: number, collapses: boolean): void {
    if (separator > 0 && this.#length > 0) this.#push(SEPARATORS[separator]!);
    // Looking for the few characters that need care is native and fast; going through all of them here would not be.
    if (collapses && (data.includes('\n') || data.includes('  ') || data.includes('\t'))) this.#addCollapsed(node, data, from, to);
    else this.#addPiece(node, data, from, to);
  }

  flow(roots: ShadowRoot[], unfilled: Element[]): TextFlow {
    return new TextFlow(this.#parts.join(''), this.#nodes, this.#nodeStarts, this.#starts, this.#lengths, roots, unfilled);
  }

  #addCollapsed(node: Text, data: string, from: number, to: number): void {
    let start = from;
    for (let at = from; at < to; at++) {
      if (!isSpace(data.charCodeAt(at))) continue;
      let next = at + 1;
      while (isSpace(data.charCodeAt(next))) next++;
      if (next - at > 1 || data[at] !== ' ') {
        this.#addPiece(node, data, start, at);
        this.#push(' ');
        start = next;
      }
      at = next;
    }
    this.#addPiece(node, data, start, to);
  }

  #addPiece(node: Text, data: string, from: number, to: number): void {
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
}

function isEditable(element: Element): boolean {
  const value = element.getAttribute('contenteditable');
  return value !== null && value.toLowerCase() !== 'false';
}

function kindOfUnknown(element: Element, known: Map<string, TagKind>): TagKind {
  const tag = element.localName;
  if (isOurTag(tag)) return NOTHING;
  let kind = known.get(tag);
  if (kind === undefined) {
    kind = kindOfDisplay(getComputedStyle(element).display);
    // One hidden element says nothing about the next of its name.
    if (kind !== NOTHING) known.set(tag, kind);
  }
  return kind;
}

/** White space that rendering collapses. The ideographic space and the no-break space stay. */
function isSpace(code: number): boolean {
  return code === 32 || code === 10 || code === 9;
}
