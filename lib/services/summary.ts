import type { Entity } from '../model/entity';
import type { EntityId } from '../model/ids';
import { latestRole } from '../model/tenure';

export interface Wording {
  /** Name of an entity an entity speaks of, where the index has it. */
  nameOf(id: EntityId): string | undefined;
  /** A message of the reader's language. */
  word(key: string): string;
}

/** The one line a list shows of an entity: latest known post, kind of body, or kind and stage of project. */
export function summarise(entity: Entity, { nameOf, word }: Wording): string {
  switch (entity.type) {
    case 'official': {
      const latest = latestRole(entity.memberships);
      return latest ? `${nameOf(latest.organization) ?? ''}${latest.role}` : (entity.disambiguation ?? '');
    }
    case 'organization':
      return word(`classification_${snake(entity.classification)}`);
    case 'project':
      return [word(`project_kind_${entity.classification}`), entity.status && word(`project_status_${entity.status}`)]
        .filter(Boolean)
        .join(' · ');
  }
}

/** Bodies a summary names. */
export function summaryReferences(entity: Entity): EntityId[] {
  const latest = entity.type === 'official' ? latestRole(entity.memberships) : undefined;
  return latest ? [latest.organization] : [];
}

function snake(text: string): string {
  return text.replaceAll('-', '_');
}
