import fc from 'fast-check';
import { expect, it } from 'vitest';
import { scrollToRow, windowRows } from './window-rows';

const list = fc.record({
  count: fc.nat(100_000),
  rowHeight: fc.integer({ min: 20, max: 80 }),
  top: fc.nat(5_000_000),
  height: fc.integer({ min: 1, max: 2000 }),
  active: fc.nat(100_000),
});

it('draws every row in view, the active one, and few more', () => {
  fc.assert(
    fc.property(list, ({ count, rowHeight, top, height, active }) => {
      const rows = windowRows(count, rowHeight, top, height, active);
      expect(rows).toEqual([...new Set(rows)].sort((a, b) => a - b));
      expect(rows.every((row) => row >= 0 && row < count)).toBe(true);
      const inView = Math.floor(top / rowHeight);
      if (inView < count) expect(rows).toContain(inView);
      if (active < count) expect(rows).toContain(active);
      expect(rows.length).toBeLessThanOrEqual(Math.ceil(height / rowHeight) + 15);
    }),
  );
});

it('scrolls no further than it takes to show a row', () => {
  fc.assert(
    fc.property(list, ({ rowHeight, top, height, active }) => {
      fc.pre(height >= rowHeight);
      const moved = scrollToRow(active, rowHeight, top, height);
      expect(moved).toBeLessThanOrEqual(active * rowHeight);
      expect(moved + height).toBeGreaterThanOrEqual((active + 1) * rowHeight);
      expect(scrollToRow(active, rowHeight, moved, height)).toBe(moved);
    }),
  );
});
