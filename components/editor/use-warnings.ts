import { useCallback, useMemo } from 'preact/hooks';
import type { Entity, EntityType } from '../../lib/model/entity';
import type { EntityId } from '../../lib/model/ids';
import type { Source } from '../../lib/model/source';
import { keyOf, type MessageKey } from '../ui/text';
import { type Draft, listAt } from './draft';
import { soundPartOf } from './sound-part';
import { useRested } from './use-rested';

interface Other {
  id: EntityId;
  type: EntityType;
  name: string;
  summary?: string;
}

/** What the finder would confuse a name with. */
interface Collision {
  kind: 'same-name' | 'within' | 'holds' | 'common-word' | 'short-name';
  name: string;
  /** The first few. */
  others: Other[];
  count: number;
}

/** What the rules of the data say of the entity among its neighbours. */
interface Finding {
  rule:
    | 'reference'
    | 'self-reference'
    | 'loop'
    | 'unsourced'
    | 'postless'
    | 'unnamed'
    | 'seen-before-start'
    | 'seen-after-end'
    | 'later-than-source'
    | 'promised-past'
    | 'one-seat'
    | 'two-places'
    | 'repeated-post'
    | 'shared-office'
    | 'duplicate-person'
    | 'namesakes'
    | 'private';
  path: string;
  values: string[];
  other?: Other | undefined;
}

interface Named {
  id: EntityId;
  type: EntityType;
  names: string[];
  area?: `area/${string}`;
}

/** Where the index is asked about what is being written. */
export interface Checks {
  collisions: (named: Named) => Promise<Collision[]>;
  check: (entity: Entity, sources: Source[]) => Promise<Finding[]>;
}

/** Something beside a field that deserves a look. Nothing of it keeps one from saving: two people may well be called the same. */
export interface Warning {
  path: string;
  words: MessageKey;
  values: string[];
  others: Other[];
  /** How many there are, of which `others` are the first. */
  count: number;
}

/** What deserves a look in a draft, asked while it is being written. */
export function useWarnings({ collisions, check }: Checks, draft: Draft, sources: Readonly<Record<string, Source>>): Warning[] {
  const { id, type, area } = draft;
  const names = namesOf(draft);
  const named = { id, type, names: names.map(({ name }) => name), ...(typeof area === 'string' && area && { area }) };
  const confused = useRested(collisions, JSON.stringify(named));
  const checkDraft = useCallback(
    async ({ draft, sources }: { draft: Draft; sources: Source[] }) => {
      const sound = soundPartOf(draft);
      if (!sound) return [];
      const found = await check(sound.entity, sources);
      return found.map((finding) => ({ ...finding, path: placeOf(sound.pathInDraft(finding.path)) }));
    },
    [check],
  );
  const written = useMemo(() => JSON.stringify({ draft, sources: Object.values(sources) }), [draft, sources]);
  const findings = useRested(checkDraft, written);
  return [
    ...confused.flatMap(({ kind, name, others, count }): Warning[] => {
      const path = names.find((own) => own.name === name)?.path;
      return path ? [{ path, words: keyOf('collision', kind), values: [name], others, count }] : [];
    }),
    ...findings.map(({ rule, path, values, other }): Warning => {
      const others = other ? [other] : [];
      return { path, words: keyOf('finding', rule), values, others, count: others.length };
    }),
  ];
}

/** A list in one line is one field. */
const placeOf = (path: string) => path.replace(/^offices\.\d+$/, 'offices');

function namesOf(draft: Draft): { path: string; name: string }[] {
  const others = listAt(draft, 'other_names').map((other, at) => ({ path: `other_names.${at}.name`, name: (other as Draft).name }));
  return [{ path: 'name', name: draft.name }, ...others].filter(
    (own): own is { path: string; name: string } => typeof own.name === 'string' && own.name.trim() !== '',
  );
}
