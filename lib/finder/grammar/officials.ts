import type { PersonMention } from './person-mention';
import type { Reading } from './reading';
import { resolvePerson } from './resolve-person';
import type { Scope } from './scope';
import type { SpanCandidate } from './span';

/** People as spans: officials with whom they resolve to; the rest silent, so that nobody else takes their place. */
export function officialSpans(reading: Reading, persons: readonly PersonMention[], scope: Scope, date: string | null): SpanCandidate[] {
  const { dictionary } = reading;
  const saidOf = new Map<string, string>();
  for (const person of persons) {
    if (!person.post || person.standing !== 'official') continue;
    const post = reading.text(person.post.start, person.post.end);
    if (post.length > (saidOf.get(person.name)?.length ?? 0)) saidOf.set(person.name, post);
  }
  return persons.map((person) => {
    const said = saidOf.get(person.name) ?? '';
    const official = person.standing === 'official';
    const resolved = official
      ? resolvePerson(dictionary, namesakes(reading, person.name), said, scope, date)
      : { entity: -1, rivals: [], votes: [] };
    return {
      start: person.start,
      end: person.end,
      type: 'official' as const,
      name: person.name,
      entity: resolved.entity,
      score: official ? person.score + 1.5 : person.score + 2,
      votes: [...person.votes, ...resolved.votes],
      ...(said && { post: said }),
      ...(resolved.rivals.length && { rivals: resolved.rivals }),
      ...(!official && { silent: true }),
    };
  });
}

function namesakes(reading: Reading, name: string): number[] {
  return reading.dictionary.entitiesNamed(name, 'official');
}
