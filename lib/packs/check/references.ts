import { references } from '../references';
import type { Finding, Lookup } from './finding';

/** Every id resolves, nothing is its own ancestor, every fact cites a source. */
export function checkReferences({ pack, areas, organizations }: Lookup): Finding[] {
  const findings: Finding[] = [];
  const error = (rule: string, id: string, path: Finding['path'], message: string, values: string[] = []) => {
    findings.push({ severity: 'error', rule, id, path, message, values });
  };
  const sources = new Set<string>(pack.sources.map((source) => source.id));
  const cited = new Set<string>();
  for (const { from, path, to } of references(pack)) {
    cited.add(to);
    if (!areas.has(to) && !organizations.has(to) && !sources.has(to)) error('reference', from, path, `${to} is not in the pack`, [to]);
    if (from === to) error('self-reference', from, path, 'refers to itself');
  }
  for (const source of pack.sources) {
    if (cited.has(source.id)) continue;
    findings.push({
      severity: 'warning',
      rule: 'unused-source',
      id: source.id,
      path: [],
      message: 'no fact cites it; it is left out of the pack',
    });
  }
  for (const [list, field] of [
    [areas, 'parent'],
    [organizations, 'parent'],
    [organizations, 'guided_by'],
  ] as const) {
    for (const id of list.keys()) if (inLoop(list, field, id)) error('loop', id, [field], `is above itself by ${field}`);
  }
  for (const entity of [...pack.areas, ...pack.organizations, ...pack.projects]) {
    if (entity.sources.length === 0) error('unsourced', entity.id, ['sources'], `${entity.name} cites no source`);
  }
  for (const person of pack.persons) {
    if (person.memberships.length === 0)
      error('postless', person.id, ['memberships'], `${person.name} has no post, so nothing that says who this is`);
    person.memberships.forEach((membership, i) => {
      if (membership.seen.length + membership.sources.length > 0) return;
      error('unsourced', person.id, ['memberships', i, 'sources'], `${person.name}, ${membership.role}: no observation and no source`);
    });
  }
  for (const project of pack.projects) {
    project.parties.forEach((party, i) => {
      const path = ['parties', i];
      if (party.sources.length === 0)
        error('unsourced', project.id, [...path, 'sources'], `party ${party.name ?? party.organization} cites no source`);
      if (!party.name && !party.organization) error('unnamed', project.id, [...path, 'name'], 'a party needs a name or an organization');
    });
  }
  return findings;
}

function inLoop<Field extends string>(list: Map<string, { [key in Field]?: string }>, field: Field, start: string): boolean {
  const passed = new Set<string>();
  for (let at = list.get(start)?.[field]; at && !passed.has(at); at = list.get(at)?.[field]) {
    if (at === start) return true;
    passed.add(at);
  }
  return false;
}
