import type { EntityId } from '../../lib/model/ids';
import type { CardFacts } from './view';

interface EntityLinkProps<Id extends string> {
  id: Id;
  references: CardFacts['references'];
  onOpen: (id: Id) => void;
}

/** The name of something the entity refers to: a link where the index has an entry for it, else only the name. */
export function EntityLink<Id extends EntityId>({ id, references, onOpen }: EntityLinkProps<Id>) {
  const reference = references[id];
  if (!reference) return <span>{id}</span>;
  if (!reference.type) return <span lang="zh-CN">{reference.name}</span>;
  return (
    <button type="button" class="link" lang="zh-CN" onClick={() => onOpen(id)}>
      {reference.name}
    </button>
  );
}
