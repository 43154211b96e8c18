import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { Criteria, IndexRow, IndexService } from './view';

const PAGE = 100;

interface Found {
  /** Null until the first answer. */
  total: number | null;
  rowAt: (index: number) => IndexRow | undefined;
  /** Says which rows are in view, so that they are fetched. */
  need: (first: number, last: number) => void;
  error: unknown;
}

/**
 * Rows that match, fetched by pages as they come into view. New criteria keep the old rows on show until the new ones are there,
 * so typing does not flicker; answers to older criteria are dropped.
 * @param revision changes whenever the index may have
 */
export function useEntitySearch(search: IndexService['search'], wanted: Criteria, revision: number): Found {
  const criteria = JSON.stringify(wanted);
  const current = useRef({ key: '', pages: new Map<number, IndexRow[] | 'asked'>() });
  const [shown, setShown] = useState<{ total: number | null; pages: Map<number, IndexRow[] | 'asked'>; error: unknown }>({
    total: null,
    pages: new Map(),
    error: null,
  });

  const fetchPage = useCallback(
    async (page: number) => {
      const asked = current.current;
      if (asked.pages.has(page)) return;
      asked.pages.set(page, 'asked');
      try {
        const { total, rows } = await search({ ...(JSON.parse(criteria) as Criteria), offset: page * PAGE, limit: PAGE });
        if (asked !== current.current) return;
        asked.pages.set(page, rows);
        setShown({ total, pages: asked.pages, error: null });
      } catch (error) {
        if (asked !== current.current) return;
        asked.pages.delete(page);
        setShown({ total: 0, pages: asked.pages, error });
      }
    },
    [search, criteria],
  );

  useEffect(() => {
    current.current = { key: `${criteria} ${revision}`, pages: new Map() };
    void fetchPage(0);
  }, [fetchPage, criteria, revision]);

  const need = useCallback(
    (first: number, last: number) => {
      for (let page = Math.floor(first / PAGE); page <= Math.floor(last / PAGE); page++) void fetchPage(page);
    },
    [fetchPage],
  );
  const rowAt = (index: number) => {
    const page = shown.pages.get(Math.floor(index / PAGE));
    return Array.isArray(page) ? page[index % PAGE] : undefined;
  };
  return { total: shown.total, rowAt, need, error: shown.error };
}
