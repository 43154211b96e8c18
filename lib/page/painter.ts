import type { Mention } from '../finder/types';
import type { FlowRange } from './text-flow';

/** Something to paint: what it is, and where it stands in the document. */
export interface Painting {
  mention: Pick<Mention, 'type' | 'status'>;
  range: FlowRange;
}

interface Painted {
  name: string;
  range: StaticRange;
  onDark: boolean;
}

const NAMES = {
  indexed: { official: 'longcheng-official', organization: 'longcheng-organization', project: 'longcheng-project' },
  discovered: {
    official: 'longcheng-official-discovered',
    organization: 'longcheng-organization-discovered',
    project: 'longcheng-project-discovered',
  },
} as const;

const ACTIVE = 'longcheng-active';

/** Underlines with a light hue, laid over the others where the page's text is light. The style sheet knows the same names. */
const onDarkName = (name: string) => `on-dark-${name}`;

/**
 * Paints mentions by the CSS Custom Highlight API: nothing in the page's tree changes. Each mention is one StaticRange, also when it
 * spans several nodes or paragraphs. What is painted already stays untouched when the same is painted again.
 */
export class Painter {
  readonly #registry: HighlightRegistry;
  readonly #highlights = new Map<string, Highlight>();
  #painted = new Map<Text, Painted[]>();

  constructor(registry: HighlightRegistry = CSS.highlights) {
    this.#registry = registry;
  }

  /** Makes `paintings` all that is painted. */
  paint(paintings: readonly Painting[]): void {
    const before = this.#painted;
    const fresh = new Map<string, StaticRange[]>();
    this.#painted = new Map();
    for (const { mention, range } of paintings) {
      const name = NAMES[mention.status][mention.type];
      let painted = takeSame(before.get(range.startNode), name, range);
      if (!painted) {
        painted = { name, range: staticRange(range), onDark: false };
        const ranges = fresh.get(name);
        if (ranges) ranges.push(painted.range);
        else fresh.set(name, [painted.range]);
      }
      const here = this.#painted.get(range.startNode);
      if (here) here.push(painted);
      else this.#painted.set(range.startNode, [painted]);
    }
    for (const gone of before.values()) for (const painted of gone) this.#remove(painted);
    for (const [name, ranges] of fresh) this.#add(name, ranges);
  }

  /** Gives each mention the hues that fit what it stands on. `standsOnDark` is asked once for each painted mention. */
  tone(standsOnDark: (text: Text) => boolean): void {
    for (const [node, all] of this.#painted) {
      for (const painted of all) {
        const onDark = standsOnDark(node);
        if (onDark === painted.onDark) continue;
        painted.onDark = onDark;
        const name = onDarkName(painted.name);
        const highlight = this.#highlights.get(name);
        if (!onDark) highlight?.delete(painted.range);
        else if (highlight) highlight.add(painted.range);
        else this.#register(name, 1, [painted.range]);
      }
    }
  }

  /** Marks the mention whose card is open, or none. */
  markActive(range: FlowRange | null): void {
    const active = this.#highlights.get(ACTIVE);
    active?.clear();
    if (!range) return;
    if (active) active.add(staticRange(range));
    else this.#register(ACTIVE, 2, [staticRange(range)]);
  }

  /** Takes everything off the page and out of its registry. */
  unpaint(): void {
    for (const [name, highlight] of this.#highlights) {
      highlight.clear();
      // After an update of the extension a newer session may have put its own highlights under our names.
      if (this.#registry.get(name) === highlight) this.#registry.delete(name);
    }
    this.#highlights.clear();
    this.#painted.clear();
  }

  #add(name: string, ranges: readonly StaticRange[]): void {
    const highlight = this.#highlights.get(name);
    if (highlight) for (const range of ranges) highlight.add(range);
    else this.#register(name, 0, ranges);
  }

  #remove(painted: Painted): void {
    this.#highlights.get(painted.name)?.delete(painted.range);
    if (painted.onDark) this.#highlights.get(onDarkName(painted.name))?.delete(painted.range);
  }

  /** Registered with its ranges in it: each one added later makes the browser look at the page's painting again. */
  #register(name: string, priority: number, ranges: readonly StaticRange[]): void {
    const highlight = new Highlight(...ranges);
    highlight.priority = priority;
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
