import { useMemo, useState } from 'preact/hooks';
import { SaidLine, SaidSummary } from '../../editor/said';
import { VirtualRows } from '../../list/VirtualRows';
import { keyOf, useText } from '../../ui/text';
import type { DifferenceRow } from './view';

const KINDS = ['removed', 'changed', 'added', 'saved'] as const;
type Kind = (typeof KINDS)[number];

/** Pixels: a name, and a line of what changed. */
const ROW_HEIGHT = 52;

/** Who came, who left and what changed, any number of them; one opened shows all of its changes. */
export function DifferenceList({ rows }: { rows: readonly DifferenceRow[] }) {
  const t = useText();
  const byKind = useMemo(() => {
    const of = (kind: Kind) => rows.filter((row) => (kind === 'saved' ? row.saved : row.kind === kind));
    return new Map(KINDS.map((kind) => [kind, of(kind)] as const));
  }, [rows]);
  const filled = KINDS.filter((kind) => byKind.get(kind)!.length > 0);
  const [chosen, setChosen] = useState<Kind | null>(null);
  const [opened, setOpened] = useState<string | null>(null);
  const kind = chosen ?? filled[0];
  if (!kind) return <p class="empty">{t('difference_none')}</p>;
  const shown = byKind.get(kind)!;
  const row = shown.find(({ id }) => id === opened);
  const open = (at: number) => setOpened(shown[at]?.id ?? null);
  return (
    <section class="difference" aria-labelledby="difference">
      <h2 id="difference">{t('difference_title')}</h2>
      <fieldset class="choices">
        <legend class="said">{t('difference_title')}</legend>
        {filled.map((each) => (
          <button key={each} type="button" class="button" aria-pressed={each === kind} onClick={() => setChosen(each)}>
            {t(keyOf('difference', each), byKind.get(each)!.length.toLocaleString())}
          </button>
        ))}
      </fieldset>
      <div class="difference-rows" style={{ blockSize: `${Math.min(shown.length, 8) * ROW_HEIGHT + 2}px` }}>
        <VirtualRows
          count={shown.length}
          rowHeight={ROW_HEIGHT}
          role="list"
          label={t(keyOf('difference', kind), shown.length.toLocaleString())}
          renderRow={(at, place, tabIndex) => (
            <li {...place} key={at} class="difference-row" data-type={shown[at]?.type}>
              <button type="button" data-main tabIndex={tabIndex} aria-expanded={shown[at]?.id === opened} onClick={() => open(at)}>
                <span class="dot" />
                <b lang="zh-CN">{shown[at]?.name}</b>
                <small>
                  <SaidSummary said={shown[at]?.said ?? []} />
                  {kind === 'saved' && shown[at]?.kind === 'removed' && t('difference_is_removed')}
                </small>
              </button>
            </li>
          )}
        />
      </div>
      {row && row.said.length > 0 && (
        <div class="difference-detail" role="status">
          <h3 lang="zh-CN">{row.name}</h3>
          <ul>
            {row.said.map((said, at) => (
              <li key={at}>
                <SaidLine said={said} />
              </li>
            ))}
          </ul>
        </div>
      )}
    </section>
  );
}
