import type { CompiledDictionary } from './dictionary/compile';
import { Dictionary } from './dictionary/dictionary';
import { findActing } from './grammar/acting';
import { areaReferences } from './grammar/area-references';
import { articleDate } from './grammar/article-date';
import { findBodies } from './grammar/bodies';
import { findDemocratic } from './grammar/democratic';
import { findIndexed } from './grammar/indexed';
import { findMarked } from './grammar/marked';
import { officialSpans } from './grammar/officials';
import { findPersons } from './grammar/persons';
import { projectsInLists } from './grammar/project-lists';
import { findEmployers, findPublishers } from './grammar/publishers';
import { Reading } from './grammar/reading';
import { findRepeats } from './grammar/repeats';
import { findScope, type Scope } from './grammar/scope';
import { SequenceModel } from './grammar/sequence-model';
import { judgeBySequence } from './grammar/sequence-spans';
import { settleNames } from './grammar/settle';
import { chooseSpans, inOrder, named, outside, type SpanCandidate } from './grammar/span';
import { TailWeights } from './grammar/tail-weights';
import { findTailNames, withTailName } from './grammar/tails';
import { toSource } from './normalise/normalise';
import type { Article, Findings, Mention, Segmenter } from './types';

export interface Finder {
  /** Finds every official, organization and project. Never throws on any text; time is linear in its length. */
  annotate(article: Article): Findings;
}

export interface FinderOptions {
  /** Asked anew for each article: the segmenter may come later, or never. */
  segmenter?: () => Segmenter | null;
}

export function createFinder(compiled: CompiledDictionary, { segmenter }: FinderOptions = {}): Finder {
  const dictionary = new Dictionary(compiled);
  const weights = new TailWeights(dictionary);
  const model = new SequenceModel(compiled.sequence);
  return { annotate: (article) => annotate(new Reading(article.text, dictionary, segmenter?.() ?? null), article, weights, model) };
}

/** Every stretch that a rule or the weights of its tail take for a name, of which some overlap. */
export function findCandidates(reading: Reading, article: Article, scope: Scope, weights: TailWeights): SpanCandidate[] {
  const persons = findPersons(reading);
  return [
    ...officialSpans(reading, persons, scope, articleDate(article)),
    ...findBodies(reading, scope),
    ...findDemocratic(reading, scope),
    ...findIndexed(reading, scope),
    ...findTailNames(reading, weights),
    ...findMarked(reading),
    ...findActing(reading),
    ...findPublishers(reading, scope),
    ...findEmployers(reading),
  ];
}

function annotate(reading: Reading, article: Article, weights: TailWeights, model: SequenceModel): Findings {
  const scope = findScope(reading, article);
  const candidates = findCandidates(reading, article, scope, weights);
  const unseen = judgeBySequence(reading, model, candidates, chooseSpans(candidates), scope);
  const first = named(chooseSpans([...candidates, ...unseen]), candidates).map((span) => withTailName(reading, span));
  const listed = projectsInLists(reading, first);
  const found = [...outside(first, listed), ...listed];
  const all = inOrder([...found, ...findRepeats(reading, found)]);
  const chosen = settleNames(
    reading,
    all.filter((span) => !span.silent),
    scope,
  );
  return {
    scope: scope.name,
    date: articleDate(article),
    mentions: chosen.map((span) => toMention(reading, article.text, span)),
    references: areaReferences(reading, scope, chosen),
  };
}

function toMention(reading: Reading, text: string, span: SpanCandidate): Mention {
  const [start, end] = toSource(reading.normal, span.start, span.end);
  const { dictionary } = reading;
  const indexed = span.entity >= 0;
  const mention: Omit<Mention, 'votes'> & { votes?: Mention['votes'] } = {
    start,
    end,
    text: text.slice(start, end),
    type: span.type,
    name: span.name,
    entityId: indexed ? dictionary.entityId(span.entity) : null,
    status: indexed ? 'indexed' : 'discovered',
  };
  if (span.post) mention.post = span.post;
  if (span.rivals?.length) mention.candidates = [span.entity, ...span.rivals].map(dictionary.entityId);
  mention.votes = span.votes;
  return mention as Mention;
}
