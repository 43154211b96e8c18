import { useLayoutEffect, useRef, useState } from 'preact/hooks';

/**
 * One row of a list is where Tab stops, and arrows, Home and End go from row to row. The rows' own main controls carry `data-main` and
 * the row's key.
 */
export function useRoving(keys: readonly string[]) {
  const box = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState<string | null>(null);
  const current = active !== null && keys.includes(active) ? active : (keys[0] ?? null);
  const focusNext = useRef(false);

  useLayoutEffect(() => {
    if (!focusNext.current) return;
    focusNext.current = false;
    mains(box.current)
      .find((main) => main.dataset.main === current)
      ?.focus();
  });

  const onKeyDown = (event: KeyboardEvent) => {
    const rows = mains(box.current).map((main) => main.dataset.main ?? '');
    const at = rows.indexOf(current ?? '');
    const target = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: rows.length - 1 }[event.key];
    if (target === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    const key = rows[Math.min(Math.max(target, 0), rows.length - 1)];
    if (key === undefined) return;
    focusNext.current = true;
    setActive(key);
  };
  const onFocusIn = (event: FocusEvent) => {
    const key = (event.target as Element).closest('[data-row]')?.querySelector<HTMLElement>('[data-main]')?.dataset.main;
    if (key !== undefined) setActive(key);
  };
  return { box, current, onKeyDown, onFocusIn };
}

function mains(box: HTMLElement | null): HTMLElement[] {
  return [...(box?.querySelectorAll<HTMLElement>('[data-main]') ?? [])];
}
