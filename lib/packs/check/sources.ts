import { groupBy } from '../group-by';
import type { Finding, Lookup } from './finding';

/** One page written down twice under two ids: sources are shared, not repeated. */
export function checkSources({ pack }: Lookup): Finding[] {
  const addressed = pack.sources.filter((source) => source.url);
  return [...groupBy(addressed, (source) => `${source.url} ${source.title} ${source.date}`).values()].flatMap((same) =>
    same.slice(1).map((source): Finding => {
      return { severity: 'warning', rule: 'repeated-source', id: source.id, path: [], message: `the same page as ${same[0]!.id}` };
    }),
  );
}
