import type { Area } from '../../model/area';
import type { AreaId } from '../../model/ids';
import type { Organization } from '../../model/organization';
import type { Pack } from '../pack';

/** Something in a pack a person should look at. Errors are contradictions, warnings may be right. */
export interface Finding {
  severity: 'error' | 'warning';
  rule: string;
  /** The entity to mend, and where in it. */
  id: string;
  path: (string | number)[];
  message: string;
  /** What the rule's words in a form speak of, in their order; and the other entity, where there is one. */
  values?: string[];
  other?: string;
}

/** What the rules look at: a whole pack, or one entity among those it has to do with. */
type Contents = Pick<Pack, 'areas' | 'organizations' | 'persons' | 'projects' | 'sources'>;

/** What every rule looks things up in. */
export interface Lookup {
  pack: Contents;
  areas: Map<string, Area>;
  organizations: Map<string, Organization>;
}

export function lookupOf(pack: Contents): Lookup {
  return {
    pack,
    areas: new Map(pack.areas.map((area) => [area.id, area])),
    organizations: new Map(pack.organizations.map((organization) => [organization.id, organization])),
  };
}

/** An area and those it lies in, innermost first. Ends at a loop. */
export function ladder(areas: Map<string, Area>, id: AreaId | undefined): AreaId[] {
  const found: AreaId[] = [];
  for (let at = id; at && !found.includes(at); at = areas.get(at)?.parent) found.push(at);
  return found;
}
