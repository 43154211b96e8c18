import type { Source } from '../../model/source';
import { groupBy } from '../group-by';
import type { Finding, Lookup } from './finding';

/** Taken-over hosts that were seen to show pages of government sites among things of their own. No reader is to be sent there. */
const TAKEN_OVER = [
  '24kavivaskincare.com',
  '829897.com',
  'andreamacias.com',
  'baogaosu.com',
  'baotoy.com',
  'bobobk.com',
  'cartoonmusical.com',
  'chinamae.com',
  'defkj.com',
  'gubit.cn',
  'haisufink.com',
  'kurtaghar.com',
  'mmlinks.cn',
  'podms.com',
  'td.fyun.cc',
  'www9599116.com',
  'xiuzhiben.com',
];

/** Addresses nobody should be sent to, and one page written down twice under two ids: sources are shared, not repeated. */
export function checkSources({ pack }: Lookup): Finding[] {
  const addressed = pack.sources.filter((source) => source.url);
  const strange = addressed.filter(isTakenOver).map((source): Finding => {
    return {
      severity: 'error',
      rule: 'taken-over-host',
      id: source.id,
      path: ['url'],
      message: `${source.url} is on a host that was taken over`,
    };
  });
  const repeated = [...groupBy(addressed, (source) => `${source.url} ${source.title} ${source.date}`).values()].flatMap((same) =>
    same.slice(1).map((source): Finding => {
      return { severity: 'warning', rule: 'repeated-source', id: source.id, path: [], message: `the same page as ${same[0]!.id}` };
    }),
  );
  return [...strange, ...repeated];
}

function isTakenOver({ url }: Source): boolean {
  const host = URL.canParse(url ?? '') ? new URL(url!).hostname : '';
  return TAKEN_OVER.some((name) => host === name || host.endsWith(`.${name}`));
}
