/** What may stand between two pieces of text, by rank: where several meet, the highest wins. */
export const SEPARATORS = ['', ' ', '\t', '\n', '\n\n'] as const;
export const SPACE = 1;
const TAB = 2;
export const LINE = 3;
export const PARAGRAPH = 4;

/** How an element takes part in the flow of text. */
export interface TagKind {
  /** The rank of what stands before and after it. 0 for inline elements: their text goes on where the text before stopped. */
  readonly edge: number;
  /** Whether the text inside belongs to the flow. */
  readonly flows: boolean;
  /** Whether its white space is shown as it is written. */
  readonly preformatted: boolean;
  /**
   * Whether it is taken to be shown where its parent is, unless something on it may say otherwise: running text is hidden piece by piece,
   * by an attribute or a class, while what holds it (divs, lists, tabs) is hidden by rules on bare tags as well.
   */
  readonly running: boolean;
}

const kind = (edge: number, running = false): TagKind => ({ edge, flows: true, preformatted: false, running });

const INLINE = kind(0, true);
const RUNNING_BLOCK = kind(PARAGRAPH, true);
const BLOCK = kind(PARAGRAPH);
const CELL = kind(TAB, true);
const ROW = kind(LINE, true);
const PRE: TagKind = { ...BLOCK, preformatted: true };
/** Stands for what is put into it, and has no box of its own. */
export const SLOT: TagKind = { ...INLINE };
/** <details>: while it is closed it shows its summary alone. */
export const FOLD: TagKind = { ...BLOCK };
/** <br>: two in a row make a paragraph. */
export const BREAK: TagKind = { ...INLINE, edge: LINE, flows: false };
/** Shows something that is not text (a field, a film), so the words around it do not touch. */
const GAP: TagKind = { ...INLINE, edge: SPACE, flows: false };
/** Shows nothing, or nothing that comes between the words around it. */
export const NOTHING: TagKind = { ...INLINE, flows: false };

const TAGS: [TagKind, string][] = [
  [
    INLINE,
    'a abbr acronym b bdi bdo big blink button cite code data del dfn em font i ins kbd label mark nobr q rb rtc ruby s samp small span strike strong sub sup time tt u var wbr',
  ],
  [RUNNING_BLOCK, 'dd dt h1 h2 h3 h4 h5 h6 li p tbody'],
  [
    BLOCK,
    'address article aside blockquote body caption center colgroup dialog dir div dl fieldset figcaption figure footer form frameset header hgroup hr html legend main marquee menu nav ol search section summary table tfoot thead ul',
  ],
  [CELL, 'td th'],
  [ROW, 'tr'],
  [PRE, 'listing plaintext pre xmp'],
  [SLOT, 'slot'],
  [FOLD, 'details'],
  [BREAK, 'br'],
  [GAP, 'audio canvas embed iframe input meter object progress select textarea video'],
  // Ruby annotations repeat the text they stand above; an image or an icon takes no part in the words around it.
  [
    NOTHING,
    'area base col datalist frame head img link map math meta noembed noframes noscript optgroup option param rp rt script source style svg template title track',
  ],
];

const KINDS = new Map<string, TagKind>();
for (const [of, tags] of TAGS) for (const tag of tags.split(' ')) KINDS.set(tag, of);

/** What HTML makes of a tag, or undefined for custom and unknown tags: those only their style can tell. */
export function kindOfTag(localName: string): TagKind | undefined {
  return KINDS.get(localName);
}

const UNKNOWN_INLINE = kind(0);
const UNKNOWN_CELL = kind(TAB);
const UNKNOWN_ROW = kind(LINE);

/** The kind a computed `display` amounts to. */
export function kindOfDisplay(display: string): TagKind {
  if (display === 'none') return NOTHING;
  if (display === 'table-cell') return UNKNOWN_CELL;
  if (display === 'table-row') return UNKNOWN_ROW;
  return display === '' || display === 'contents' || display.startsWith('inline') || display.startsWith('ruby') ? UNKNOWN_INLINE : BLOCK;
}
