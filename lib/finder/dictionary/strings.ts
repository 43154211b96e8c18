/** Many strings as one, with their ends: read one at a time, stored as two values. */
export interface StringTable {
  blob: string;
  ends: Uint32Array;
}

export function packStrings(strings: readonly string[]): StringTable {
  const ends = new Uint32Array(strings.length);
  let end = 0;
  strings.forEach((text, i) => {
    end += text.length;
    ends[i] = end;
  });
  return { blob: strings.join(''), ends };
}

export function stringAt(table: StringTable, index: number): string {
  return table.blob.slice(index === 0 ? 0 : table.ends[index - 1], table.ends[index]);
}
