import type { Mention } from '../finder/types';
import type { PageEntity } from '../messages/answers/tab';
import type { AnnotatedPage } from './session';

/** What tells the entities of one page apart: the entity, or for a name the index does not know, its type and name. */
export function keyOf(mention: Pick<Mention, 'entityId' | 'type' | 'name'>): string {
  return mention.entityId ?? `${mention.type}:${mention.name}`.slice(0, 2000);
}

/** The entities a page mentions, in the order it first does, with how often. */
export function pageEntities(mentions: readonly Mention[]): PageEntity[] {
  const entities = new Map<string, PageEntity>();
  for (const mention of mentions) {
    const key = keyOf(mention);
    const known = entities.get(key);
    if (known) {
      known.count++;
      known.post ??= mention.post;
      // Told apart once, told apart for the page.
      if (!isUndecided(mention)) delete known.candidates;
    } else {
      const { entityId, type, name, text, post, status, candidates } = mention;
      const entity: PageEntity = { key, entityId, type, name, text, status, count: 1, ...(post && { post }) };
      if (isUndecided(mention)) entity.candidates = candidates;
      entities.set(key, entity);
    }
  }
  return [...entities.values()];
}

function isUndecided({ candidates = [] }: Mention): boolean {
  return candidates.length > 1;
}

/** What 我区, 该局 and the like stand for on a page, or in one stretch of its text: each wording once with each of its meanings. */
export function pageReferences(
  { flow, findings }: AnnotatedPage,
  { from, to } = { from: 0, to: flow.text.length },
): { text: string; name: string }[] {
  const meanings = new Map<string, { text: string; name: string }>();
  for (const { start, end, name } of findings.references) {
    if (!name || start < from || end > to) continue;
    const text = flow.text.slice(start, end).replace(/\s/g, '');
    meanings.set(`${text} ${name}`, { text, name });
  }
  return [...meanings.values()];
}
