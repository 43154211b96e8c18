import type { Plain } from '../three-way';

/** One machine's word on one field. `n` counts that machine's changes to the record: with `by` it names the change. */
interface Word {
  by: string;
  n: number;
  /** Milliseconds since 1970 on that machine's clock: decides only between words neither of which knew of the other. */
  at: number;
  value: Plain;
}

/**
 * A record that several machines write without asking each other. A field holds every word that no later change has seen, so two
 * machines that changed it apart both keep their say; `seen` tells which changes this copy knows of, deletions included. The record
 * is there as long as its field THERE holds a word.
 */
export interface CausalRecord {
  seen: Record<string, number>;
  fields: Record<string, Word[]>;
}

export type Fields = Record<string, Plain>;

const THERE = 'there';

export const isThere = (record: CausalRecord): boolean => (record.fields[THERE]?.length ?? 0) > 0;

/** When the record was last changed on any machine, in milliseconds since 1970. */
export function changedAt(record: CausalRecord): number {
  return Object.values(record.fields)
    .flat()
    .reduce((latest, { at }) => Math.max(latest, at), 0);
}

/**
 * What both copies know. The order of merging does not matter, nor merging twice: a word stays when both hold it, or when the
 * copy that lacks it has not seen it.
 */
export function mergeRecords(a: CausalRecord, b: CausalRecord): CausalRecord {
  const seen: CausalRecord['seen'] = {};
  for (const by of [...new Set([...Object.keys(a.seen), ...Object.keys(b.seen)])].sort())
    seen[by] = Math.max(a.seen[by] ?? 0, b.seen[by] ?? 0);
  const fields: CausalRecord['fields'] = {};
  for (const name of [...new Set([...Object.keys(a.fields), ...Object.keys(b.fields)])].sort()) {
    const words = standing(a.fields[name] ?? [], b.fields[name] ?? [], b.seen);
    for (const word of standing(b.fields[name] ?? [], a.fields[name] ?? [], a.seen))
      if (!words.some((known) => isSame(known, word))) words.push(word);
    if (words.length) fields[name] = words.sort(inOrder);
  }
  return { seen, fields };
}

const isSame = (a: Word, b: Word) => a.by === b.by && a.n === b.n;
const inOrder = (a: Word, b: Word) => a.at - b.at || (a.by < b.by ? -1 : a.by > b.by ? 1 : a.n - b.n);

/** Of one copy's words those the other holds too or has not seen. */
function standing(words: readonly Word[], others: readonly Word[], seen: CausalRecord['seen']): Word[] {
  return words.filter((word) => word.n > (seen[word.by] ?? 0) || others.some((other) => isSame(word, other)));
}

/** The record once `by` has changed some fields (undefined: emptied); null: the record is deleted. Its fields stay for who changed it meanwhile. */
export function changeRecord(record: CausalRecord | undefined, by: string, at: number, change: Record<string, Plain> | null): CausalRecord {
  const n = (record?.seen[by] ?? 0) + 1;
  const fields: CausalRecord['fields'] = { ...record?.fields };
  const say = (name: string, value: Plain) => {
    if (value === undefined) delete fields[name];
    else fields[name] = [{ by, n, at, value }];
  };
  for (const [name, value] of Object.entries(change ?? {})) say(name, value);
  if (change) say(THERE, true);
  else {
    delete fields[THERE];
    // So that a deletion too has a day.
    say(DELETED, true);
  }
  if (change) delete fields[DELETED];
  return { seen: { ...record?.seen, [by]: n }, fields };
}

const DELETED = 'deleted';

/** A deleted record without what it held. */
export function withoutContents(record: CausalRecord): CausalRecord {
  const deleted = record.fields[DELETED];
  return isThere(record) ? record : { seen: record.seen, fields: deleted ? { [DELETED]: deleted } : {} };
}

/** Settles what several words on one field come to. Given the latest word last. */
export type SettleWords = (field: string, values: Plain[]) => Plain;

/** What the record says; null when it is deleted. */
export function readRecord(record: CausalRecord, settle: SettleWords): Fields | null {
  if (!isThere(record)) return null;
  const fields: Fields = {};
  for (const [name, words] of Object.entries(record.fields)) {
    if (name === THERE || name === DELETED) continue;
    const values = new Map(words.map(({ value }) => [JSON.stringify(value), value]));
    fields[name] = values.size > 1 ? settle(name, [...values.values()]) : words[0]?.value;
  }
  return fields;
}
