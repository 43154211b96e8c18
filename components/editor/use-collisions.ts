import { useEffect, useState } from 'preact/hooks';
import type { EntityType } from '../../lib/model/entity';
import type { EntityId } from '../../lib/model/ids';
import { type Draft, listAt } from './draft';

/** What the finder would confuse a name with. */
export interface Collision {
  kind: 'same-name' | 'within' | 'holds' | 'common-word' | 'short-name';
  name: string;
  /** The first few. */
  others: { id: EntityId; type: EntityType; name: string; summary: string }[];
  count: number;
}

interface Named {
  id: EntityId;
  type: EntityType;
  names: string[];
  area?: `area/${string}`;
}

export type FindCollisions = (named: Named) => Promise<Collision[]>;

/** Milliseconds without a key before it is asked. */
const REST = 300;

/** Asks while the names are being written; an answer to older names is dropped. */
export function useCollisions(find: FindCollisions, draft: Draft): Collision[] {
  const [found, setFound] = useState<Collision[]>([]);
  const { id, type, name, area } = draft;
  const names = [name, ...listAt(draft, 'other_names').map((other) => (other as Draft).name)].filter(
    (each): each is string => typeof each === 'string' && each.trim() !== '',
  );
  const key = JSON.stringify({ id, type, names, ...(typeof area === 'string' && area && { area }) });
  useEffect(() => {
    let latest = true;
    const timer = setTimeout(() => {
      find(JSON.parse(key) as Named).then(
        (answer) => latest && setFound(answer),
        () => latest && setFound([]),
      );
    }, REST);
    return () => {
      latest = false;
      clearTimeout(timer);
    };
  }, [find, key]);
  return found;
}
