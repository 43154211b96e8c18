import { useEffect, useState } from 'preact/hooks';
import { useText } from '../ui/text';
import type { CardEvents, CardMention, OtherEntity, Reach } from './view';

interface NotThisProps {
  mention: CardMention;
  events: Pick<CardEvents, 'onFindOthers' | 'onDecide' | 'onForget'>;
}

/** The mention means somebody else, or nobody: the reader says who, for this page or the whole site. */
export function NotThis({ mention, events }: NotThisProps) {
  const t = useText();
  const [reach, setReach] = useState<Reach>('page');
  const others = useOthers(mention, events.onFindOthers);
  const decided = mention.votes.some(({ kind }) => kind === 'verdict');
  return (
    <div class="choices">
      <p>{t('card_which', mention.text)}</p>
      <ul>
        {others?.map(({ id, name, summary }) => (
          <li key={id}>
            <button type="button" class="choice" onClick={() => events.onDecide(mention, id, reach)}>
              <b lang="zh-CN">{name}</b>
              <small lang="zh-CN">{summary}</small>
            </button>
          </li>
        ))}
        <li>
          <button type="button" class="choice" data-key="none" onClick={() => events.onDecide(mention, null, reach)}>
            {t('card_none_of_these')}
          </button>
        </li>
        {decided && (
          <li>
            <button type="button" class="choice" onClick={() => events.onForget(mention)}>
              {t('card_forget_verdict')}
            </button>
          </li>
        )}
      </ul>
      <p role="status" class={others?.length ? 'said' : undefined}>
        {!others ? t('card_looking_for_others') : others.length === 0 && t('card_no_others')}
      </p>
      <label class="reach">
        <input type="checkbox" onClick={({ currentTarget }) => setReach(currentTarget.checked ? 'site' : 'page')} />
        {t('card_whole_site')}
      </label>
    </div>
  );
}

/** Null until the index has answered; none when it cannot. */
function useOthers(mention: CardMention, find: CardEvents['onFindOthers']): OtherEntity[] | null {
  const [others, setOthers] = useState<OtherEntity[] | null>(null);
  useEffect(() => {
    let current = true;
    const show = (found: OtherEntity[]) => current && setOthers(found);
    find(mention).then(show, () => show([]));
    return () => {
      current = false;
    };
  }, [mention, find]);
  return others;
}
