import type { EntityType } from '../model/entity';
import type { AreaId, EntityId } from '../model/ids';

/** What speaks for a mention. Each kind has a message `why_<kind>` that takes the vote's detail, so a mention can explain itself in one line. */
export const VOTE_KINDS = [
  'dictionary', // the index holds this name
  'alias', // the index holds it as another name of …
  'composed', // level or place + office gives the full name …
  'scope', // the article speaks from …
  'titleBefore', // a post stands before the name
  'titleAfter', // a post stands after the name
  'listMember', // stands in a list after …
  'surname', // begins with a surname
  'sameArticle', // named with a post elsewhere in the article
  'surnameTitle', // surname and post only, named in full as …
  'boundary', // the segmenter sees a word boundary on both sides
  'suffix', // ends as such names end
  'quoted', // stands in quotation or title marks
  'antecedent', // points back to …
  'listing', // stands in a list of projects visited or signed
  'sourceLine', // stands where the page names its publisher or owner
  'namesake', // chosen among namesakes by …
  'undecided', // namesakes that nothing tells apart
  'learned', // the learnt weights of the votes
  'verdict', // the reader said so
] as const;
type VoteKind = (typeof VOTE_KINDS)[number];

export interface Vote {
  kind: VoteKind;
  /** What the vote rests on, in the page's or the index's own words. */
  detail?: string;
}

/** start and end are UTF-16 offsets into the text as given; text is exactly that slice. */
export interface Mention {
  start: number;
  end: number;
  text: string;
  type: EntityType;
  /** The full name it resolves to. */
  name: string;
  entityId: EntityId | null;
  status: 'indexed' | 'discovered';
  /** The post the text gives an official here (区委副书记). */
  post?: string;
  /** More than one when namesakes could not be told apart; entityId is then the first. */
  candidates?: EntityId[];
  votes: Vote[];
}

/** 我区, 我市: resolved for the card, not highlighted. Offsets as in Mention. */
export interface AreaReference {
  start: number;
  end: number;
  areaId: AreaId | null;
  name: string;
}

/** One page or text to annotate. `text` keeps its line breaks: one for <br>, two between blocks. */
export interface Article {
  text: string;
  url?: string;
  title?: string;
  /** The date shown by the page, YYYY-MM-DD; else it is read from the text or the address. */
  date?: string;
  source?: string;
  /** The area whose paper or office speaks on this site, where somebody has said so. */
  siteArea?: AreaId;
}

export interface Findings {
  /** Full name of the area the article speaks from (常州市武进区), empty when it has none. */
  scope: string;
  date: string | null;
  /** Sorted by start, never overlapping. */
  mentions: Mention[];
  references: AreaReference[];
}

/** Word boundaries from a segmenter: the UTF-16 offsets at which a word of `text` starts, in order. */
export type Segmenter = (text: string) => readonly number[];
