import type { Entity } from '../../lib/model/entity';
import type { Source } from '../../lib/model/source';
import type { CardFacts, Head } from './view';

/** One source and what it is cited for, in the index's words. */
export interface Citation {
  source: Source;
  facts: string[];
}

/** Every source the entity (and what is told of others in the same posts) rests on, latest first, with the facts each gives. Sources cited only for the entity as such have no facts. */
export function citations({ entity, references, sources, heads, sharedPosts }: CardFacts): Citation[] {
  const found = new Map<string, Citation>();
  for (const { id, fact } of [...citedBy(entity, references), ...citedByHeads([...heads, ...sharedPosts], references)]) {
    const source = sources[id];
    if (!source) continue;
    const citation = found.get(id) ?? { source, facts: [] };
    if (fact && !citation.facts.includes(fact)) citation.facts.push(fact);
    found.set(id, citation);
  }
  return [...found.values()].sort((a, b) => (a.source.date < b.source.date ? 1 : a.source.date > b.source.date ? -1 : 0));
}

function citedBy(entity: Entity, references: CardFacts['references']): { id: string; fact?: string }[] {
  const nameOf = (id: string) => references[id]?.name ?? id;
  switch (entity.type) {
    case 'official':
      return entity.memberships.flatMap(({ organization, role, seen, sources }) => {
        const fact = `${nameOf(organization)}${role}`;
        return [...seen.map(({ source }) => ({ id: source, fact })), ...sources.map((id) => ({ id, fact }))];
      });
    case 'organization':
      return entity.sources.map((id) => ({ id }));
    case 'project':
      return [
        ...entity.milestones.map(({ source, title }) => ({ id: source, fact: title })),
        ...entity.budget.map(({ source, text }) => ({ id: source, fact: text })),
        ...entity.parties.flatMap(({ organization, name, role, sources }) =>
          sources.map((id) => ({ id, fact: `${organization ? nameOf(organization) : name} ${role}` })),
        ),
        ...entity.sources.map((id) => ({ id })),
      ];
  }
}

function citedByHeads(heads: readonly Head[], references: CardFacts['references']): { id: string; fact: string }[] {
  return heads.flatMap(({ name, membership: { organization, role, seen, sources } }) => {
    const fact = `${references[organization]?.name ?? ''}${role} ${name}`;
    return [...seen.map(({ source }) => source), ...sources].map((id) => ({ id, fact }));
  });
}
