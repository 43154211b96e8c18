import type { EntityId } from '../../lib/model/ids';
import { useText } from '../ui/text';
import type { CardEvents, MetBefore } from './view';

interface MetInProps {
  id: EntityId;
  met: MetBefore | undefined;
  onShowHistory: CardEvents['onShowHistory'];
}

/** Where the reader has met the entity before. */
export function MetIn({ id, met, onShowHistory }: MetInProps) {
  const t = useText();
  if (!met?.latest.length) return null;
  return (
    <section class="met" aria-label={t('card_met')}>
      <p>
        {t('card_met')}
        <button type="button" class="link" data-key="history" onClick={() => onShowHistory(id)}>
          {t('card_met_all', met.pages)}
        </button>
      </p>
      <ul>
        {met.latest.map(({ page, title, publisher, date }) => (
          <li key={page}>
            {date ? <time dateTime={date}>{date}</time> : <span />}
            <a class="link" href={page} target="_blank" rel="noopener noreferrer" lang="zh-CN" title={publisher}>
              {title}
              <span class="said">{t('opens_new_tab')}</span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
