import type { Entity } from '../model/entity';
import type { EntityId } from '../model/ids';
import { applyEdit, type ReaderEdit } from '../packs/reader-edit';
import type { PackRecord } from './pack-records';
import type { EditRecord, EntityRecord } from './schema';

/** An entity as the layers make it. A hidden one is shown as its pack has it. */
export interface LayeredEntity {
  entity: Entity;
  origin: 'pack' | 'reader' | 'changed' | 'hidden';
  /** As the topmost pack that holds it has it, and which pack at which revision that is. */
  pack: Entity | null;
  base: Base | null;
  edit: ReaderEdit | null;
}

interface Base {
  pack: string;
  revision: string;
}

/** What is read of the packs alone, and of the layers: any transaction over these stores will do. */
interface Packs {
  objectStore(name: 'packs'): { getAll(): Promise<PackRecord[]> };
}
interface Layers extends Packs {
  objectStore(name: 'packs'): { getAll(): Promise<PackRecord[]> };
  objectStore(name: 'edits'): { get(id: EntityId): Promise<EditRecord | undefined> };
  objectStore(name: 'entities'): { get(key: [string, EntityId]): Promise<EntityRecord | undefined> };
}

interface EveryLayer {
  objectStore(name: 'entities'): { getAll(range: IDBKeyRange): Promise<EntityRecord[]> };
}

/** All the layers make, given all edits. For many entities this is far cheaper than a request each. */
export async function everyLayered(
  tx: EveryLayer,
  order: Base[],
  reading: Promise<readonly EditRecord[]>,
): Promise<Map<EntityId, LayeredEntity>> {
  const [edits, ...packs] = await Promise.all([reading, ...order.map(({ pack }) => tx.objectStore('entities').getAll(everythingOf(pack)))]);
  const packed = new Map<EntityId, Pick<LayeredEntity, 'pack' | 'base'>>();
  for (const [at, records] of [...packs.entries()].reverse()) {
    for (const { id, entity } of records) packed.set(id, { pack: entity, base: order[at] ?? null });
  }
  const edited = new Map(edits.map(({ id, edit }) => [id, edit]));
  const layered = new Map<EntityId, LayeredEntity>();
  for (const id of new Set([...packed.keys(), ...edited.keys()])) {
    const { pack = null, base = null } = packed.get(id) ?? {};
    const made = layer(pack, base, edited.get(id) ?? null);
    if (made) layered.set(id, made);
  }
  return layered;
}

export async function layeredByIds(tx: Layers, order: Base[], ids: Iterable<EntityId>): Promise<Map<EntityId, LayeredEntity>> {
  const read = [...ids].map(async (id) => [id, await layeredById(tx, order, id)] as const);
  return new Map((await Promise.all(read)).flatMap(([id, layered]) => (layered ? [[id, layered]] : [])));
}

async function layeredById(tx: Layers, order: Base[], id: EntityId): Promise<LayeredEntity | null> {
  const [edit, ...packed] = await Promise.all([
    tx.objectStore('edits').get(id),
    ...order.map(({ pack }) => tx.objectStore('entities').get([pack, id])),
  ]);
  const top = packed.findIndex(Boolean);
  return layer(packed[top]?.entity ?? null, order[top] ?? null, edit?.edit ?? null);
}

function layer(pack: Entity | null, base: Base | null, edit: ReaderEdit | null): LayeredEntity | null {
  if (!edit) return pack && { entity: pack, origin: 'pack', pack, base, edit };
  if (edit.kind === 'hidden') return pack && { entity: pack, origin: 'hidden', pack, base, edit };
  const { entity } = applyEdit(pack, edit);
  return entity && { entity, origin: edit.kind === 'created' ? 'reader' : 'changed', pack, base, edit };
}

/** The packs in use, the topmost first. */
export async function packOrder(tx: Packs): Promise<Base[]> {
  const packs = await tx.objectStore('packs').getAll();
  return packs
    .filter((pack) => pack.enabled)
    .sort((a, b) => b.order - a.order)
    .map(({ id, revision }) => ({ pack: id, revision }));
}

export function everythingOf(pack: string): IDBKeyRange {
  return IDBKeyRange.bound([pack], [pack, []]);
}
