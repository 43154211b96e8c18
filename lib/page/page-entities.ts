import type { Mention } from '../finder/types';
import type { PageEntity } from '../messages/contract';

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
    } else {
      const { entityId, type, name, text, post, status } = mention;
      entities.set(key, { key, entityId, type, name, text, status, count: 1, ...(post && { post }) });
    }
  }
  return [...entities.values()];
}
