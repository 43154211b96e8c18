import type { Reading } from './reading';

/**
 * Visits every place where one of the names stands, in one pass over the text, whatever their number. Names are of two units or more,
 * in normalised form; where two begin at one place, both are visited, the longer first.
 */
export function visitOccurrences(reading: Reading, names: Iterable<string>, visit: (name: string, start: number) => void): void {
  const { units, length } = reading;
  const byHead = new Map<number, string[]>();
  const first = new Uint8Array(0x10000);
  for (const name of names) {
    const head = name.charCodeAt(0) * 0x10000 + name.charCodeAt(1);
    first[name.charCodeAt(0)] = 1;
    const list = byHead.get(head);
    if (list) list.push(name);
    else byHead.set(head, [name]);
  }
  if (byHead.size === 0) return;
  for (const list of byHead.values()) list.sort((a, b) => b.length - a.length);
  for (let i = 0; i + 1 < length; i++) {
    if (!first[units[i]!]) continue;
    const list = byHead.get(units[i]! * 0x10000 + units[i + 1]!);
    if (list) for (const name of list) if (reading.is(i, name)) visit(name, i);
  }
}
