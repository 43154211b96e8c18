import type { ComponentChildren } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { scrollToRow, windowRows } from './window-rows';

/** To be spread on the row's element: its place, and what makes it findable. */
export interface RowPlace {
  style: { position: 'absolute'; insetInline: 0; blockSize: string; transform: string };
  'data-row': number;
}

interface VirtualRowsProps {
  count: number;
  /** Pixels; every row is as high. */
  rowHeight: number;
  role: 'list' | 'rowgroup';
  label?: string;
  /** Draws one row. Within it (or on it) the element with `data-main` takes the focus, by `tabIndex`; others use -1. */
  renderRow: (index: number, place: RowPlace, tabIndex: 0 | -1) => ComponentChildren;
  /** Rows now drawn: for lists whose rows are fetched as they come into view. */
  onRange?: (first: number, last: number) => void;
  /** A key the list itself has no use for. */
  onKey?: (index: number, key: string, event: KeyboardEvent) => void;
  /** The focus goes from one row to another by a key. */
  onMove?: (from: number, to: number, event: KeyboardEvent) => void;
}

/** Before the list has been laid out, as high as a tall window: a few rows too many, never too few. */
const UNKNOWN_HEIGHT = 900;
const PAGE_ROWS = 10;

/** A list of any length that draws what is in view. One stop for Tab; arrows, Home, End and Page keys go through it. */
export function VirtualRows({ count, rowHeight, role, label, renderRow, onRange, onKey, onMove }: VirtualRowsProps) {
  const box = useRef<HTMLDivElement>(null);
  const focusNext = useRef(false);
  const [top, setTop] = useState(0);
  const [height, setHeight] = useState(UNKNOWN_HEIGHT);
  const [active, setActive] = useState(0);
  const current = Math.min(active, Math.max(count - 1, 0));

  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    const measure = () => setHeight(element.clientHeight || UNKNOWN_HEIGHT);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  useLayoutEffect(() => {
    if (!focusNext.current) return;
    focusNext.current = false;
    mainOf(box.current, current)?.focus({ preventScroll: true });
  });

  const rows = windowRows(count, rowHeight, top, height, current);
  const first = rows.find((row) => row !== current) ?? current;
  const last = rows.findLast((row) => row !== current) ?? current;
  useEffect(() => {
    onRange?.(Math.min(first, current), Math.max(last, current));
  }, [onRange, first, last, current]);

  const go = (row: number, event: KeyboardEvent) => {
    const target = Math.min(Math.max(row, 0), count - 1);
    const element = box.current;
    if (!element || target < 0) return;
    focusNext.current = true;
    setActive(target);
    onMove?.(current, target, event);
    element.scrollTop = scrollToRow(target, rowHeight, element.scrollTop, element.clientHeight || UNKNOWN_HEIGHT);
    setTop(element.scrollTop);
  };
  const moves: Record<string, (event: KeyboardEvent) => void> = {
    ArrowDown: (event) => go(current + 1, event),
    ArrowUp: (event) => go(current - 1, event),
    PageDown: (event) => go(current + PAGE_ROWS, event),
    PageUp: (event) => go(current - PAGE_ROWS, event),
    Home: (event) => go(0, event),
    End: (event) => go(count - 1, event),
    ArrowRight: () => sibling(box.current, current, 1),
    ArrowLeft: () => sibling(box.current, current, -1),
  };
  const pressed = (event: KeyboardEvent) => {
    const move = moves[event.key];
    if (!move) return onKey?.(current, event.key, event);
    event.preventDefault();
    move(event);
  };
  const focused = (event: FocusEvent) => {
    const row = (event.target as Element).closest('[data-row]')?.getAttribute('data-row');
    if (row) setActive(Number(row));
  };
  const Rows = role === 'list' ? 'ul' : 'div';
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the rows are what is operated; the box only moves between them
    <div class="virtual" ref={box} onScroll={(event) => setTop(event.currentTarget.scrollTop)} onKeyDown={pressed} onFocusIn={focused}>
      <Rows role={role} aria-label={label} style={{ position: 'relative', margin: 0, padding: 0, blockSize: `${count * rowHeight}px` }}>
        {rows.map((row) => {
          const place: RowPlace = {
            style: { position: 'absolute', insetInline: 0, blockSize: `${rowHeight}px`, transform: `translateY(${row * rowHeight}px)` },
            'data-row': row,
          };
          return renderRow(row, place, row === current ? 0 : -1);
        })}
      </Rows>
    </div>
  );
}

function mainOf(box: HTMLElement | null, row: number): HTMLElement | null {
  return box?.querySelector<HTMLElement>(`[data-row="${row}"][data-main], [data-row="${row}"] [data-main]`) ?? null;
}

/** Between the controls of one row. */
function sibling(box: HTMLElement | null, row: number, step: 1 | -1): void {
  const controls = [...(box?.querySelectorAll<HTMLElement>(`[data-row="${row}"] button`) ?? [])];
  const at = controls.indexOf(document.activeElement as HTMLElement);
  controls[at + step]?.focus();
}
