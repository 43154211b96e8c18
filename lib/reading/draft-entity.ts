import type { Entity, EntityType } from '../model/entity';
import type { SourceId } from '../model/ids';
import type { Source } from '../model/source';

/** A name the index does not know, as an article gives it. */
export interface DiscoveredName {
  type: EntityType;
  name: string;
  post?: string;
}

/** Where it was read. `date` is the article's, YYYY-MM-DD. */
export interface ReadAt {
  url: string;
  title?: string;
  publisher?: string;
  date: string;
}

/** An entity of the reader's own made from a name on a page, with the page as its source. A post without a known body is kept as a note. */
export function draftEntity({ type, name, post }: DiscoveredName, at: ReadAt): { entity: Entity; sources: Source[] } {
  const source = sourceOf(at);
  const common = { name: name.slice(0, 60), other_names: [] };
  return { entity: entityOf(), sources: [source] };

  function entityOf(): Entity {
    switch (type) {
      case 'official': {
        const note = post && `${post}（${at.date}，${source.publisher}《${source.title}》）`.slice(0, 300);
        return { ...common, type, id: `person/own.${slug(name)}`, memberships: [], ...(note && { note }) };
      }
      case 'organization':
        return {
          ...common,
          type,
          id: `org/own.${slug(name)}`,
          offices: [],
          classification: 'other',
          predecessors: [],
          sources: [source.id],
        };
      case 'project':
        return {
          ...common,
          type,
          id: `project/own.${slug(name)}`,
          classification: 'other',
          parties: [],
          budget: [],
          milestones: [],
          sources: [source.id],
        };
    }
  }
}

/** A page as a source. */
export function sourceOf(at: ReadAt): Source {
  const host = new URL(at.url).hostname;
  return {
    id: `source/own.${slug(at.url)}` as SourceId,
    publisher: (at.publisher || host).slice(0, 120),
    title: (at.title || host).slice(0, 300),
    date: at.date,
    ...(/^https?:/.test(at.url) && { url: at.url }),
  };
}

/** A name for an id: two numbers the text always gives and hardly any other text does (FNV-1a over its UTF-16 units, from two seeds). */
function slug(text: string): string {
  return hash(text, 0x811c9dc5) + hash(text, 0x1b873593);
}

function hash(text: string, seed: number): string {
  let value = seed;
  for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  return (value >>> 0).toString(36);
}
