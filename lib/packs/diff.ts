import type { Area } from '../model/area';
import type { EntityType } from '../model/entity';
import type { EntityId } from '../model/ids';
import { type Change, changesBetween } from './changes';
import { entitiesOf } from './entities';
import type { Pack } from './pack';
import type { Plain } from './three-way';

interface Named {
  id: EntityId | Area['id'];
  type: EntityType | 'area';
  name: string;
}

/** What a new version of a pack brings, for a reader to look through before taking it. Sources are only counted: facts bring them along. */
export interface PackDifference {
  about: Change[];
  added: Named[];
  removed: Named[];
  changed: (Named & { changes: Change[] })[];
  sources: { added: number; removed: number };
}

export function diffPacks(before: Pack, after: Pack): PackDifference {
  const [was, is] = [thingsOf(before), thingsOf(after)];
  const difference: PackDifference = {
    about: changesBetween(aboutOf(before), aboutOf(after)),
    added: [],
    removed: [],
    changed: [],
    sources: { added: missing(after, before), removed: missing(before, after) },
  };
  for (const [id, thing] of is) {
    const old = was.get(id);
    if (!old) difference.added.push(headOf(thing));
    else {
      const changes = changesBetween(old as unknown as Plain, thing as unknown as Plain);
      if (changes.length > 0) difference.changed.push({ ...headOf(thing), changes });
    }
  }
  for (const [id, thing] of was) if (!is.has(id)) difference.removed.push(headOf(thing));
  return difference;
}

type Thing = Named & Record<string, unknown>;

function thingsOf(pack: Pack): Map<string, Thing> {
  const areas = pack.areas.map((area): Thing => ({ type: 'area', ...area }));
  return new Map([...areas, ...[...entitiesOf(pack)].map((entity): Thing => ({ ...entity }))].map((thing) => [thing.id, thing]));
}

function headOf({ id, type, name }: Thing): Named {
  return { id, type, name };
}

/** What the pack says of itself, but for what a difference shows anyway. */
function aboutOf({ id, title, revision, licence, homepage }: Pack): Plain {
  return { id, title, revision, licence, homepage };
}

function missing(from: Pack, other: Pack): number {
  const ids = new Set<string>(other.sources.map((source) => source.id));
  return from.sources.filter((source) => !ids.has(source.id)).length;
}
