import type { BackgroundMessages, OutputOf } from '../messages/contract';
import type { EntityId } from '../model/ids';
import type { Database } from '../store/database';
import { readCast } from '../store/entities';

/** All that is shown of everybody a page mentions: one answer and one read, however many there are. */
export async function pageCast(db: Database, ids: readonly EntityId[]): Promise<OutputOf<BackgroundMessages, 'page.cast'>> {
  const { members, around, areas, saved } = await readCast(db, ids);
  const references: OutputOf<BackgroundMessages, 'page.cast'>['references'] = {};
  for (const [id, { name, type, ...entity }] of around)
    references[id] = { name, type, ...('parent' in entity && entity.parent && { parent: entity.parent }) };
  for (const area of Object.values(areas)) references[area.id] = { name: area.full_name };
  return { members: members.map((entity) => ({ entity, saved: saved.has(entity.id) })), references };
}
