/**
 * Which rows of a long list to draw, in order.
 * @param top pixels scrolled; height pixels in view; the active row is always drawn, so that it keeps the focus when scrolled away
 */
export function windowRows(count: number, rowHeight: number, top: number, height: number, active: number): number[] {
  const first = Math.max(0, Math.floor(top / rowHeight) - OVERSCAN);
  const last = Math.min(count - 1, Math.ceil((top + height) / rowHeight) + OVERSCAN);
  const rows: number[] = [];
  if (active >= 0 && active < Math.min(first, count)) rows.push(active);
  for (let row = first; row <= last; row++) rows.push(row);
  if (active > last && active < count) rows.push(active);
  return rows;
}

const OVERSCAN = 6;

/** Where to scroll so that a row is in view; unchanged when it is. */
export function scrollToRow(row: number, rowHeight: number, top: number, height: number): number {
  if (row * rowHeight < top) return row * rowHeight;
  if ((row + 1) * rowHeight > top + height) return (row + 1) * rowHeight - height;
  return top;
}
