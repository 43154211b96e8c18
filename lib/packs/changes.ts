import { isRecord, keyed, type Plain, same } from './three-way';

/** One difference of two versions of a thing: absent before is added, absent after is removed. `path` reads like `memberships[org/a 局长].end_date`. */
export interface Change {
  path: string;
  before?: Plain;
  after?: Plain;
}

/** What became of `before`, down to single fields and items of lists. The order of lists does not count. */
export function changesBetween(before: Plain, after: Plain, path = ''): Change[] {
  if (same(before, after)) return [];
  if (isRecord(before) && isRecord(after)) {
    return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((key) =>
      changesBetween(before[key], after[key], path ? `${path}.${key}` : key),
    );
  }
  if (Array.isArray(before) && Array.isArray(after)) {
    const list = path.slice(path.lastIndexOf('.') + 1);
    const [was, is] = [keyed(before, list), keyed(after, list)];
    return [...new Set([...was.keys(), ...is.keys()])].flatMap((key) => changesBetween(was.get(key), is.get(key), `${path}[${key}]`));
  }
  return [{ path, ...(before !== undefined && { before }), ...(after !== undefined && { after }) }];
}
