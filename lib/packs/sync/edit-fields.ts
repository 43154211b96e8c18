import * as v from 'valibot';
import type { Entity } from '../../model/entity';
import type { EntityId } from '../../model/ids';
import { ReaderEdit } from '../reader-edit';
import type { Plain } from '../three-way';
import type { Fields } from './causal';

/** An edit as it travels: without the pack's entity beneath it, which the other machine has itself. */
export function editToFields(edit: ReaderEdit): Fields {
  const fields: Fields = { kind: edit.kind };
  if (edit.kind === 'hidden') return fields;
  const values = edit.kind === 'created' ? edit.entity : edit.fields;
  for (const [name, value] of Object.entries(values)) if (name !== 'id' && name !== 'type') fields[`f:${name}`] = value as Plain;
  for (const source of edit.sources) fields[`s:${source.id}`] = source as unknown as Plain;
  return fields;
}

const TYPES = { person: 'official', org: 'organization', project: 'project' } as const;

/**
 * The edit again, over the entity as the packs here have it. Null when it makes no sense here: a change of what no pack here holds,
 * or of a form this version does not know.
 */
export function fieldsToEdit(id: EntityId, fields: Fields, pack: Entity | null, before: ReaderEdit | null, at: string): ReaderEdit | null {
  const values: Record<string, Plain> = {};
  const sources: Plain[] = [];
  for (const [name, value] of Object.entries(fields)) {
    if (name.startsWith('f:')) values[name.slice(2)] = value;
    if (name.startsWith('s:')) sources.push(value);
  }
  const common = { v: 1, id, at };
  const from = before?.kind === 'changed' ? before.from : pack;
  const edit = {
    created: { ...common, kind: 'created', entity: { ...values, id, type: TYPES[id.split('/')[0] as keyof typeof TYPES] }, sources },
    changed: from && {
      ...common,
      kind: 'changed',
      from,
      fields: values,
      sources,
      ...(before?.kind === 'changed' && before.base && { base: before.base }),
    },
    hidden: { ...common, kind: 'hidden' },
  }[String(fields.kind)];
  const checked = v.safeParse(ReaderEdit, edit);
  return checked.success ? checked.output : null;
}
