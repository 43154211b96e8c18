import { Pencil } from 'lucide';
import type { SourceId } from '../../lib/model/ids';
import { Icon } from '../ui/Icon';
import { useText } from '../ui/text';
import { whyLine } from '../ui/why-line';
import type { Citation } from './citations';
import { SourceList } from './SourceList';
import type { CardView } from './view';

/** What the foot of the card can open: the sources, why the name is marked, who it is instead. */
export type FooterPart = 'sources' | 'why' | 'not';

interface CardFooterProps {
  id: string;
  view: CardView;
  cited: Citation[];
  part: FooterPart | null;
  /** The source a fact's number led to. */
  shownSource: SourceId | null;
  onPart(part: FooterPart): void;
  onEdit(): void;
}

/** What the card rests on, why the name is marked, and what can be done about it: one line each, opened on demand. */
export function CardFooter({ id, view, cited, part, shownSource, onPart, onEdit }: CardFooterProps) {
  const t = useText();
  const { facts, mention, asOf } = view;
  // The body of a discovered name's card says why it is marked: it has nothing else to say.
  const discovered = !facts && mention?.status === 'discovered';
  const toggle = (name: FooterPart) => ({
    type: 'button' as const,
    class: 'link',
    'aria-expanded': part === name,
    'aria-controls': id,
    onClick: () => onPart(name),
  });
  return (
    <div class="foot">
      <div class="foot-line">
        {cited[0] ? (
          <span>
            <button {...toggle('sources')}>{t('card_sources', cited.length)}</button>
            <span class="latest">{t('card_latest_source', cited[0].source.date)}</span>
          </span>
        ) : (
          <span>{facts ? t('card_no_sources') : discovered && t(asOf ? 'card_only_this_article' : 'card_only_this_page', asOf ?? '')}</span>
        )}
        <span class="foot-end">
          {mention && !discovered && mention.votes.length > 0 && <button {...toggle('why')}>{t('card_why')}</button>}
          {mention && !discovered && (
            <button type="button" class="link" data-key="not" aria-expanded={part === 'not'} onClick={() => onPart('not')}>
              {t(`card_not_this_${mention.type}`)}
            </button>
          )}
          {facts && (
            <button type="button" class="link with-icon" onClick={onEdit}>
              <Icon node={Pencil} />
              {t('card_edit')}
            </button>
          )}
        </span>
      </div>
      <div id={id} class="foot-more" hidden={part !== 'why' && part !== 'sources'}>
        {part === 'why' && mention && <p>{whyLine(mention.votes, (key, detail) => t(key, detail), t('list_semicolon'))}</p>}
        {part === 'sources' && <SourceList cited={cited} shown={shownSource} />}
      </div>
    </div>
  );
}
