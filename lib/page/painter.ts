import { ACTIVE, FOCUS, highlightName, onTone, type Tone } from '../appearance/highlight-names';
import type { Mention } from '../finder/types';
import { NearView } from './near-view';
import type { FlowRange } from './text-flow';

/** Something to paint: what it is, and where it stands in the document. */
export interface Painting {
  mention: Pick<Mention, 'type' | 'status'>;
  range: FlowRange;
}

interface Painted {
  name: string;
  range: StaticRange;
  tone: Tone;
  /** False while it is far from the view on a page that does not rest. */
  shown: boolean;
}

const FOCUS_NAMES: readonly [string, string] = [FOCUS, onTone(FOCUS, 'dark')];

/**
 * Paints mentions by the CSS Custom Highlight API: nothing in the page's tree changes. Each mention is one StaticRange, also when it
 * spans several nodes or paragraphs. What is painted already stays untouched when the same is painted again.
 */
export class Painter {
  readonly #registry: HighlightRegistry;
  readonly #highlights = new Map<string, Highlight>();
  #painted = new Map<Text, Painted[]>();
  #near: NearView | null = null;

  constructor(registry: HighlightRegistry = CSS.highlights) {
    this.#registry = registry;
  }

  /** Makes `paintings` all that is painted. */
  paint(paintings: readonly Painting[]): void {
    const before = this.#painted;
    const fresh = new Map<string, StaticRange[]>();
    this.#painted = new Map();
    for (const { mention, range } of paintings) {
      const name = highlightName(mention.type, mention.status);
      let painted = takeSame(before.get(range.startNode), name, range);
      if (!painted) {
        const holder = this.#near && range.startNode.parentElement;
        painted = { name, range: staticRange(range), tone: 'light', shown: !holder || this.#near!.isNear(holder) };
        if (painted.shown) gather(fresh, name, painted.range);
      }
      const here = this.#painted.get(range.startNode);
      if (here) here.push(painted);
      else this.#painted.set(range.startNode, [painted]);
    }
    for (const gone of before.values()) for (const painted of gone) this.#remove(painted);
    for (const [name, ranges] of fresh) this.#add(name, ranges);
    this.#near?.watch(this.#holders());
  }

  /**
   * On a page that does not rest only what is near the view stays painted, until it rests again: with each frame in which a page changes,
   * the browser works out every painted range anew (in Chromium some 15 µs each), seen or not.
   */
  thinOut(restless: boolean): void {
    if (restless === (this.#near !== null)) return;
    if (restless) {
      this.#near = new NearView((holders) => this.#showNear(holders));
      this.#near.watch(this.#holders());
    } else {
      this.#near?.stop();
      this.#near = null;
      this.#showNear(null);
    }
  }

  /** Gives each mention the hues that fit what it stands on. `toneOf` is asked once for each painted mention. */
  tone(toneOf: (text: Text) => Tone): void {
    const moved = new Map<string, StaticRange[]>();
    for (const [node, all] of this.#painted) {
      for (const painted of all) {
        const tone = toneOf(node);
        if (tone === painted.tone) continue;
        this.#remove(painted);
        painted.tone = tone;
        if (painted.shown) gather(moved, onTone(painted.name, tone), painted.range);
      }
    }
    for (const [name, ranges] of moved) this.#add(name, ranges);
  }

  /** Marks the mention whose card is open, or none. */
  markActive(range: FlowRange | null): void {
    this.#highlights.get(ACTIVE)?.clear();
    if (range) this.#add(ACTIVE, [staticRange(range)]);
  }

  /** Marks the mention the keyboard is at, or none. */
  markFocus(range: FlowRange | null, isOnDark = false): void {
    for (const name of FOCUS_NAMES) this.#highlights.get(name)?.clear();
    if (range) this.#add(FOCUS_NAMES[isOnDark ? 1 : 0], [staticRange(range)]);
  }

  /** Takes everything off the page and out of its registry. */
  unpaint(): void {
    this.#near?.stop();
    this.#near = null;
    for (const [name, highlight] of this.#highlights) {
      highlight.clear();
      // After an update of the extension a newer session may have put its own highlights under our names.
      if (this.#registry.get(name) === highlight) this.#registry.delete(name);
    }
    this.#highlights.clear();
    this.#painted.clear();
  }

  /** The elements whose nearness decides, with what is painted in them. */
  #holders(): Set<Element> {
    const holders = new Set<Element>();
    for (const { parentElement } of this.#painted.keys()) if (parentElement) holders.add(parentElement);
    return holders;
  }

  /** Shows what is near among what stands in these elements (null: everything), and hides the rest of it. */
  #showNear(holders: ReadonlySet<Element> | null): void {
    const back = new Map<string, StaticRange[]>();
    for (const [{ parentElement }, all] of this.#painted) {
      if (holders && !(parentElement && holders.has(parentElement))) continue;
      const shown = !holders || this.#near!.isNear(parentElement!);
      for (const painted of all) {
        if (shown === painted.shown) continue;
        if (shown) gather(back, onTone(painted.name, painted.tone), painted.range);
        else this.#remove(painted);
        painted.shown = shown;
      }
    }
    for (const [name, ranges] of back) this.#add(name, ranges);
  }

  #add(name: string, ranges: readonly StaticRange[]): void {
    const highlight = this.#highlights.get(name);
    if (highlight) for (const range of ranges) highlight.add(range);
    else this.#register(name, ranges);
  }

  #remove({ name, tone, range }: Painted): void {
    this.#highlights.get(onTone(name, tone))?.delete(range);
  }

  /** Registered with its ranges in it: each one added later makes the browser look at the page's painting again. */
  #register(name: string, ranges: readonly StaticRange[]): void {
    const highlight = new Highlight(...ranges);
    highlight.priority = name === ACTIVE ? 1 : FOCUS_NAMES.includes(name) ? 2 : 0;
    this.#highlights.set(name, highlight);
    this.#registry.set(name, highlight);
  }
}

function staticRange(range: FlowRange): StaticRange {
  return new StaticRange({
    startContainer: range.startNode,
    startOffset: range.startOffset,
    endContainer: range.endNode,
    endOffset: range.endOffset,
  });
}

function gather(lists: Map<string, StaticRange[]>, name: string, range: StaticRange): void {
  const list = lists.get(name);
  if (list) list.push(range);
  else lists.set(name, [range]);
}

/** Takes the painted mention that is the same as one to paint out of a list. */
function takeSame(list: Painted[] | undefined, name: string, range: FlowRange): Painted | undefined {
  const at = list?.findIndex(
    (painted) =>
      painted.name === name &&
      painted.range.startOffset === range.startOffset &&
      painted.range.endContainer === range.endNode &&
      painted.range.endOffset === range.endOffset,
  );
  return at === undefined || at < 0 ? undefined : list!.splice(at, 1)[0];
}
