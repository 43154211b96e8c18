import type { Area } from '../../model/area';
import type { Entity } from '../../model/entity';

/**
 * What a reader may type to find an entity, lower case: its name, its other names, and for a body the short forms that follow from
 * its place and office (武进区水利局, 武进水利局). Their pinyin follows from them (search/text-index.ts).
 */
export function searchKeys(entity: Entity, area: Area | undefined): string[] {
  const names = [entity.name, ...entity.other_names.map((other) => other.name)];
  if (entity.type === 'organization' && area) {
    for (const place of [area.name, ...area.short_names]) for (const office of entity.offices) names.push(place + office);
  }
  return [...new Set(names.map(searchForm))];
}

/** How a query and a key are compared: without case, spaces, marks between syllables (xi'an, 阿·布), and the form of wide letters. */
export function searchForm(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s'’·]+/g, '');
}
