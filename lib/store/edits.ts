import type { EntityId } from '../model/ids';
import { referencesOf } from '../model/references';
import { applyEdit, type ReaderEdit } from '../packs/reader-edit';
import type { Database } from './database';
import { newIndexRevision } from './index-revision';
import { type LayeredEntity, layeredById, packOrder } from './layers';

/**
 * Changes the reader's edit of one entity: `decide` is given what the index holds now and returns the edit that shall stand
 * (null: none). Reading and writing are one transaction, so of two writers the second sees what the first did.
 * Returns the new revision of the index. Throws what `decide` throws; then nothing is written.
 */
export async function changeEdit(db: Database, id: EntityId, decide: (now: LayeredEntity | null) => ReaderEdit | null): Promise<string> {
  return db.run(
    ['packs', 'entities', 'edits', 'state'],
    'readwrite',
    async (tx) => {
      const layered = await layeredById(tx, await packOrder(tx), id);
      const edit = decide(layered);
      const edits = tx.objectStore('edits');
      if (edit) {
        const { entity } = applyEdit(layered?.pack ?? null, edit);
        await edits.put({ id, edit, references: entity ? [...referencesOf(entity).entities] : [] });
      } else {
        await edits.delete(id);
      }
      return newIndexRevision(tx.objectStore('state'));
    },
    { durable: true },
  );
}
