import { surelyBefore } from '../../model/calendar';
import type { Source } from '../../model/source';
import { groupBy } from '../group-by';
import type { Pack } from '../pack';
import type { Finding } from './finding';

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

/**
 * Pages of the future, addresses nobody should be sent to, and one page written down twice under two ids: sources are shared, not
 * repeated.
 */
export function checkSources(pack: Pack): Finding[] {
  const packDay = pack.revision.slice(0, 10).replaceAll('.', '-');
  const future = pack.sources
    .filter(({ date }) => surelyBefore(packDay, date))
    .map(({ id, date }): Finding => {
      return { severity: 'error', rule: 'future-source', id, path: ['date'], message: `${date} is later than the pack itself` };
    });
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
  return [...future, ...strange, ...repeated];
}

function isTakenOver({ url }: Source): boolean {
  const host = URL.canParse(url ?? '') ? new URL(url!).hostname : '';
  return TAKEN_OVER.some((name) => host === name || host.endsWith(`.${name}`));
}
