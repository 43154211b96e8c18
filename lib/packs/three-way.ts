/** JSON-like values: what entities are made of. `undefined` stands for an absent field. */
export type Plain = undefined | null | string | number | boolean | Plain[] | { [key: string]: Plain };

/** Both sides changed the same thing since `base`; the reader's value was kept. `path` reads like `memberships[org/a 局长].end_date`. */
export interface Conflict {
  path: string;
  base: Plain;
  mine: Plain;
  theirs: Plain;
}

/** What makes two items of a list the same item, by the list's name. Lists of text are compared as they are. */
const IDENTITY: Record<string, readonly string[]> = {
  other_names: ['name'],
  memberships: ['organization', 'role'],
  seen: ['date', 'source'],
  parties: ['organization', 'name', 'role'],
  budget: ['date', 'source'],
  milestones: ['date', 'title'],
};

/** Deep equality of plain values; an absent field equals an undefined one, order of fields does not count. */
export function same(a: Plain, b: Plain): boolean {
  if (a === b) return true;
  if (Array.isArray(a) || Array.isArray(b)) {
    return Array.isArray(a) && Array.isArray(b) && a.length === b.length && a.every((item, i) => same(item, b[i]));
  }
  if (!isRecord(a) || !isRecord(b)) return false;
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].every((key) => same(a[key], b[key]));
}

/** Told of each conflict; gives the value that shall stand. */
export type Settle = (conflict: Conflict) => Plain;

/**
 * Three-way merge: what only one side changed since `base` is taken from that side; of what both changed differently `settle`
 * gives what stands. Lists merge item by item, so a post the pack added and a post the reader added both stand.
 */
export function mergeThreeWay(base: Plain, mine: Plain, theirs: Plain, path: string, settle: Settle): Plain {
  if (same(mine, base)) return theirs;
  if (same(theirs, base) || same(mine, theirs)) return mine;
  if (isRecord(mine) && isRecord(theirs)) return mergeRecords(isRecord(base) ? base : {}, mine, theirs, path, settle);
  if (Array.isArray(mine) && Array.isArray(theirs)) return mergeLists(Array.isArray(base) ? base : [], mine, theirs, path, settle);
  return settle({ path, base, mine, theirs });
}

export type PlainRecord = { [key: string]: Plain };

function mergeRecords(base: PlainRecord, mine: PlainRecord, theirs: PlainRecord, path: string, settle: Settle): PlainRecord {
  const merged: PlainRecord = {};
  for (const key of new Set([...Object.keys(mine), ...Object.keys(theirs)])) {
    const value = mergeThreeWay(base[key], mine[key], theirs[key], path ? `${path}.${key}` : key, settle);
    if (value !== undefined) merged[key] = value;
  }
  return merged;
}

function mergeLists(base: Plain[], mine: Plain[], theirs: Plain[], path: string, settle: Settle): Plain[] {
  const list = path.slice(path.lastIndexOf('.') + 1);
  const inBase = keyed(base, list);
  const inMine = keyed(mine, list);
  const inTheirs = keyed(theirs, list);
  const merged: [string, Plain][] = [];
  for (const [key, item] of inMine) {
    const value = mergeThreeWay(inBase.get(key), item, inTheirs.get(key), `${path}[${key}]`, settle);
    if (value !== undefined) merged.push([key, value]);
  }
  let at = 0;
  for (const [key, item] of inTheirs) {
    const there = merged.findIndex(([other]) => other === key);
    if (there >= 0) {
      at = there + 1;
    } else if (!inMine.has(key)) {
      // Gone from mine: either the pack added it since, or the reader took it out.
      const value = inBase.has(key) ? mergeThreeWay(inBase.get(key), undefined, item, `${path}[${key}]`, settle) : item;
      if (value !== undefined) merged.splice(at++, 0, [key, value]);
    }
  }
  return merged.map(([, item]) => item);
}

/** Items under keys that say which item is meant; a repeated key is numbered. */
export function keyed(items: Plain[], list: string): Map<string, Plain> {
  const fields = IDENTITY[list];
  const found = new Map<string, Plain>();
  for (const item of items) {
    const own = isRecord(item) && fields ? fields.flatMap((field) => item[field] ?? []).join(' ') : text(item);
    let key = own;
    for (let n = 2; found.has(key); n++) key = `${own} #${n}`;
    found.set(key, item);
  }
  return found;
}

function text(item: Plain): string {
  return typeof item === 'string' ? item : JSON.stringify(item);
}

export function isRecord(value: Plain): value is PlainRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
