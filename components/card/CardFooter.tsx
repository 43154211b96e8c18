import { ExternalLink, Pencil } from 'lucide';
import { useId, useState } from 'preact/hooks';
import { Icon } from '../ui/Icon';
import { useText } from '../ui/text';
import { whyLine } from '../ui/why-line';
import { citations } from './citations';
import type { CardFacts, CardMention } from './view';

interface CardFooterProps {
  facts: CardFacts | null;
  mention: CardMention | null;
  asOf: string | null;
  onEdit: () => void;
}

/** What the card rests on and why the name is marked: one line each, opened on demand. */
export function CardFooter({ facts, mention, asOf, onEdit }: CardFooterProps) {
  const t = useText();
  const id = useId();
  const [open, setOpen] = useState<'sources' | 'why' | null>(null);
  // The body of a discovered name's card says why it is marked: it has nothing else to say.
  const discovered = !facts && mention?.status === 'discovered';
  const cited = facts ? citations(facts) : [];
  const toggle = (part: 'sources' | 'why') => ({
    type: 'button' as const,
    class: 'link',
    'aria-expanded': open === part,
    'aria-controls': id,
    onClick: () => setOpen(open === part ? null : part),
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
          {facts && (
            <button type="button" class="link with-icon" onClick={onEdit}>
              <Icon node={Pencil} />
              {t('card_edit')}
            </button>
          )}
        </span>
      </div>
      <div id={id} class="foot-more" hidden={!open}>
        {open === 'why' && mention && <p>{whyLine(mention.votes, (key, detail) => t(key, detail), t('list_semicolon'))}</p>}
        {open === 'sources' && (
          <ul class="sources">
            {cited.map(({ source, facts: given }) => (
              <li key={source.id}>
                <time dateTime={source.date}>{source.date}</time>
                <span lang="zh-CN">
                  {source.publisher}
                  {source.url ? (
                    <a href={source.url} target="_blank" rel="noopener noreferrer" class="link with-icon">
                      《{source.title}》
                      <Icon node={ExternalLink} />
                      <span class="said">{t('opens_new_tab')}</span>
                    </a>
                  ) : (
                    `《${source.title}》`
                  )}
                  {given.length > 0 && <small>{given.join(t('list_comma'))}</small>}
                </span>
              </li>
            ))}
          </ul>
        )}
      </div>
    </div>
  );
}
