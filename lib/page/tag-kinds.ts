/**
 * How an element takes part in the flow of text:
 * - `inline`: its text goes on where the text before it stopped; `block`: stands in paragraphs of its own; `cell`, `row`: of a table;
 * - `break`: <br>; `pre`: a block that keeps its white space;
 * - `gap`: shows something that is not text (a field, a film), so the words around it do not touch; `skip`: nothing at all.
 */
export type FlowKind = 'inline' | 'block' | 'cell' | 'row' | 'break' | 'pre' | 'gap' | 'skip';

const TAGS: Record<FlowKind, string> = {
  inline:
    'a abbr acronym b bdi bdo big blink button cite code data del dfn em font i ins kbd label mark nobr q rb rtc ruby s samp slot small span strike strong sub sup time tt u var wbr',
  block:
    'address article aside blockquote body center dd details dialog dir div dl dt fieldset figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p search section summary table tbody tfoot thead caption colgroup ul marquee',
  cell: 'td th',
  row: 'tr',
  break: 'br',
  pre: 'pre listing xmp plaintext',
  gap: 'audio canvas embed iframe input meter object progress select textarea video',
  // Ruby annotations repeat the text they stand above; an image or an icon takes no part in the words around it.
  skip: 'area base col datalist frame head img link map math meta noembed noframes noscript optgroup option param rp rt script source style svg template title track',
};

/** Running text is hidden one by one, by an attribute; what holds it (divs, lists, tabs) is hidden by rules on bare tags as well. */
const RUNNING = new Set('p td th tr tbody h1 h2 h3 h4 h5 h6'.split(' '));

export interface TagKind {
  readonly flow: FlowKind;
  /** Whether it is taken to be shown where its parent is, unless it carries an attribute that may say otherwise. */
  readonly running: boolean;
}

const KINDS = new Map<string, TagKind>();
for (const [flow, tags] of Object.entries(TAGS)) {
  for (const tag of tags.split(' ')) {
    const kind: TagKind = { flow: flow as FlowKind, running: flow === 'inline' || RUNNING.has(tag) };
    KINDS.set(tag, kind);
  }
}

/** What HTML makes of a tag, or undefined for custom and unknown tags: those only their style can tell. */
export function kindOfTag(localName: string): TagKind | undefined {
  return KINDS.get(localName);
}

/** The kind a computed `display` amounts to. */
export function kindOfDisplay(display: string): TagKind {
  return { flow: flowOfDisplay(display), running: false };
}

function flowOfDisplay(display: string): FlowKind {
  if (display === 'none') return 'skip';
  if (display === 'table-cell') return 'cell';
  if (display === 'table-row') return 'row';
  return display === '' || display === 'contents' || display.startsWith('inline') || display.startsWith('ruby') ? 'inline' : 'block';
}
