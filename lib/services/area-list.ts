import type { AreaId } from '../model/ids';
import type { Database } from '../store/database';
import { readIndex } from '../store/index-contents';

/** Every area of the index, ordered as its codes are (districts, then their towns); those without a code come last, by name. */
export async function listAreas(db: Database): Promise<{ id: AreaId; full_name: string }[]> {
  const { areas } = await readIndex(db);
  const order = ({ code = '~', full_name }: { code?: string; full_name: string }) => `${code} ${full_name}`;
  return areas.toSorted((a, b) => (order(a) < order(b) ? -1 : 1)).map(({ id, full_name }) => ({ id, full_name }));
}
