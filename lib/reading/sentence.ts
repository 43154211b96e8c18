/** Longest stretch to either side of a name that still counts as its sentence, in UTF-16 units. */
const REACH = 120;
const STOPS = /[。！？!?；;\n\t]/;

/** Where the sentence of `text` that [start, end) stands in begins and ends; no further than REACH to either side. */
export function sentenceSpan(text: string, start: number, end: number): { from: number; to: number } {
  let from = start;
  while (from > 0 && start - from < REACH && !STOPS.test(text[from - 1]!)) from--;
  let to = end;
  while (to < text.length && to - end < REACH && !STOPS.test(text[to]!)) to++;
  if (to < text.length && /[。！？!?]/.test(text[to]!)) to++;
  if (isInsidePair(text, from)) from++;
  if (isInsidePair(text, to)) to--;
  return { from, to };
}

/** That sentence, with marks where it was cut short. */
export function sentenceAround(text: string, start: number, end: number): string {
  const { from, to } = sentenceSpan(text, start, end);
  const before = from > 0 && start - from >= REACH ? '……' : '';
  const after = to < text.length && to - end >= REACH ? '……' : '';
  return before + text.slice(from, to).trim().replace(/\s+/g, ' ') + after;
}

/** Whether an offset would cut a surrogate pair in two. */
function isInsidePair(text: string, offset: number): boolean {
  const low = text.charCodeAt(offset);
  const high = text.charCodeAt(offset - 1);
  return low >= 0xdc00 && low <= 0xdfff && high >= 0xd800 && high <= 0xdbff;
}
