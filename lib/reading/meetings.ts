import type { Mention } from '../finder/types';
import { type MetId, unknownId } from '../model/met-id';
import { claimsIn } from './claims';
import { passageOf } from './passages';
import { sentenceAround } from './sentence';

/** A mention as a page session has it. */
export type ReadMention = Pick<Mention, 'start' | 'end' | 'text' | 'type' | 'name' | 'entityId' | 'post' | 'candidates'> & {
  votes: readonly { kind: string }[];
};

/** Somebody or something on one page, the first mention standing for all. */
export interface Meeting {
  entityId: MetId;
  text: string;
  post?: string;
  sentence: string;
  mentions: number;
  passages?: string[];
}

const MOST_PASSAGES = 8;

/**
 * Who and what a page mentions, in the order it first does. Those who only publish it are left out: they stand on every page of a site.
 * A name that could be one of several people of the index is kept as a name.
 * @param reported the article's date, or null when the page gives none
 */
export function meetingsOf(text: string, mentions: readonly ReadMention[], reported: string | null): Meeting[] {
  const meetings = new Map<MetId, Meeting>();
  for (const mention of mentions) {
    if (mention.votes.some(({ kind }) => kind === 'sourceLine')) continue;
    const { start, end, type, name, post } = mention;
    const entityId = metIdOf(mention);
    let meeting = meetings.get(entityId);
    if (meeting) {
      meeting.mentions++;
      if (post) meeting.post ??= post;
      // A headline or a caption says less than the first whole sentence.
      if (!isWhole(meeting.sentence)) {
        const sentence = sentenceAround(text, start, end);
        if (isWhole(sentence)) Object.assign(meeting, { sentence, text: mention.text });
      }
    } else {
      meeting = { entityId, text: mention.text || name, ...(post && { post }), sentence: sentenceAround(text, start, end), mentions: 1 };
      meetings.set(entityId, meeting);
    }
    if (type !== 'project') continue;
    const passage = passageOf(text, mention, mentions);
    const passages = meeting.passages ?? [];
    if (passages.length < MOST_PASSAGES && !passages.includes(passage) && claimsIn(passage, reported).length > 0) {
      meeting.passages = [...passages, passage];
    }
  }
  return [...meetings.values()];
}

function isWhole(sentence: string): boolean {
  return /[。！？!?…]$/.test(sentence);
}

function metIdOf({ entityId, type, name, candidates }: Pick<ReadMention, 'entityId' | 'type' | 'name' | 'candidates'>): MetId {
  return entityId && !(candidates && candidates.length > 1) ? entityId : unknownId(type, name);
}
