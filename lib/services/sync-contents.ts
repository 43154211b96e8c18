import * as v from 'valibot';
import type { Entity } from '../model/entity';
import { EntityId } from '../model/ids';
import type { ReaderEdit } from '../packs/reader-edit';
import type { Fields } from '../packs/sync/causal';
import { editToFields } from '../packs/sync/edit-fields';
import type { Local } from '../packs/sync/replica';
import type { SavedRecord } from '../store/schema';

const TAG = 't:';
const TYPES = { person: 'official', org: 'organization', project: 'project' } as const;
const Saved = v.object({
  name: v.optional(v.pipe(v.string(), v.maxLength(2000))),
  note: v.optional(v.pipe(v.string(), v.maxLength(8000))),
  savedAt: v.optional(v.pipe(v.string(), v.isoTimestamp())),
});

/** What is kept here, as it travels: `s:<entity>` what is saved, `e:<entity>` the edits, `c:<name>` the settings. */
export function localContents(saved: readonly SavedRecord[], edits: readonly ReaderEdit[], settings: ReadonlyMap<string, Fields>): Local {
  const local = new Map<string, { fields: Fields; at?: number }>();
  for (const [name, fields] of settings) local.set(`c:${name}`, { fields });
  for (const record of saved) local.set(`s:${record.entityId}`, { fields: savedToFields(record) });
  for (const edit of edits) local.set(`e:${edit.id}`, { fields: editToFields(edit), ...(edit.at && { at: Date.parse(edit.at) }) });
  return local;
}

export function savedToFields({ name, note, tags, savedAt }: SavedRecord): Fields {
  return { name, savedAt, ...(note && { note }), ...Object.fromEntries(tags.map((tag) => [TAG + tag, true])) };
}

/** Null when it is of no form this version knows. */
export function fieldsToSaved(
  id: EntityId,
  fields: Fields,
  before: SavedRecord | null,
  entity: Entity | undefined,
  now: string,
): SavedRecord | null {
  const checked = v.safeParse(Saved, fields);
  if (!checked.success) return null;
  const { name, note = '', savedAt } = checked.output;
  const named = name ?? before?.name ?? entity?.name ?? id;
  const there = new Set(Object.keys(fields).flatMap((field) => (field.startsWith(TAG) ? [field.slice(TAG.length)] : [])));
  // In the order they have here, so that nothing seems changed.
  const tags = [...(before?.tags.filter((tag) => there.has(tag)) ?? []), ...[...there].filter((tag) => !before?.tags.includes(tag)).sort()];
  return {
    entityId: id,
    name: named,
    type: TYPES[id.split('/')[0] as keyof typeof TYPES],
    note,
    tags,
    savedAt: savedAt ?? before?.savedAt ?? now,
  };
}

/** The entity a key speaks of; null for a setting, or for no key of ours. */
export function entityOfKey(key: string): EntityId | null {
  const checked = /^[se]:/.test(key) ? v.safeParse(EntityId, key.slice(2)) : null;
  return checked?.success ? checked.output : null;
}
