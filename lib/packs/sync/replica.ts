import { same } from '../three-way';
import { type CausalRecord, changedAt, changeRecord, type Fields, isThere, mergeRecords, readRecord, withoutContents } from './causal';
import { settleWords } from './settle';

/** How long a deletion is remembered, for machines that were away; and how long its contents are, for those who changed them meanwhile. */
const FORGET_AFTER = 180 * 86_400_000;
const EMPTY_AFTER = 14 * 86_400_000;

/** One machine's knowledge: each record, and which of them could not be made use of here. */
export interface Replica {
  records: Map<string, CausalRecord>;
  unread: ReadonlySet<string>;
}

/** What is kept here now, and when each was changed where that is known (milliseconds since 1970). */
export type Local = ReadonlyMap<string, { fields: Fields; at?: number }>;

/** Takes note of what was changed here since: of each record the fields that differ from what the replica says, and what is gone. */
export function noteLocal({ records, unread }: Replica, local: Local, by: string, now: number): Map<string, CausalRecord> {
  const noted = new Map(records);
  for (const [key, { fields, at }] of local) {
    const record = records.get(key);
    const known = record && readRecord(record, settleWords);
    const change = differences(known ?? {}, fields);
    if (!known || Object.keys(change).length) noted.set(key, changeRecord(record, by, Math.min(at ?? now, now), change));
  }
  for (const [key, record] of records) {
    if (isThere(record) && !local.has(key) && !unread.has(key)) noted.set(key, changeRecord(record, by, now, null));
  }
  return noted;
}

function differences(known: Fields, fields: Fields): Fields {
  const change: Fields = {};
  for (const name of new Set([...Object.keys(known), ...Object.keys(fields)]))
    if (!same(known[name], fields[name])) change[name] = fields[name];
  return change;
}

/** Both machines' knowledge. */
export function mergeReplicas(
  a: ReadonlyMap<string, CausalRecord>,
  others: ReadonlyMap<string, readonly CausalRecord[]>,
): Map<string, CausalRecord> {
  const merged = new Map(a);
  for (const [key, copies] of others) {
    for (const copy of copies) {
      const known = merged.get(key);
      merged.set(key, known ? mergeRecords(known, copy) : copy);
    }
  }
  return merged;
}

/** Without deletions so old that no machine can still need to hear of them. */
export function forgetOld(records: ReadonlyMap<string, CausalRecord>, now: number): Map<string, CausalRecord> {
  const kept = new Map<string, CausalRecord>();
  for (const [key, record] of records) {
    const age = now - changedAt(record);
    if (isThere(record)) kept.set(key, record);
    else if (age < FORGET_AFTER) kept.set(key, age < EMPTY_AFTER ? record : withoutContents(record));
  }
  return kept;
}

/** What a record says; null when it is deleted. */
export const contentsOf = (record: CausalRecord): Fields | null => readRecord(record, settleWords);
