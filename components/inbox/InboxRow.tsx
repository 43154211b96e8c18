import { Marked } from '../history/MetPages';
import { type Translate, useText } from '../ui/text';
import type { InboxItem } from './view';

interface InboxRowProps {
  item: InboxItem;
  selected: boolean;
  /** Whether it is the list's one stop for Tab. */
  active: boolean;
  onSelect: () => void;
  onAccept: () => void;
  onChange: () => void;
  onDismiss: () => void;
}

/** One proposal: what it is, the sentence it rests on, and what can be done with it. */
export function InboxRow({ item, selected, active, onSelect, onAccept, onChange, onDismiss }: InboxRowProps) {
  const t = useText();
  const { name, type, post, body, sentence, page, title, publisher, date, pages, ready } = item;
  const buttons = [
    ready && (['inbox_accept', t('inbox_accept_named', name), onAccept] as const),
    ['inbox_change', t('inbox_change_named', name), onChange] as const,
    ['inbox_dismiss', t('inbox_dismiss_named', name), onDismiss] as const,
  ].filter((button) => button !== false);
  return (
    <li class="inbox-row" data-id={item.id} data-type={type}>
      <input
        type="checkbox"
        checked={selected}
        aria-label={t('inbox_select_named', name)}
        data-main
        tabIndex={active ? 0 : -1}
        onChange={onSelect}
      />
      <div>
        <p class="what">
          <span class="dot" />
          <b lang="zh-CN">{name}</b>
          {post && <span lang="zh-CN">{post}</span>}
          <span class="tag">{kindWords(item, t)}</span>
        </p>
        <blockquote lang="zh-CN">
          <Marked text={sentence} words={name} />
        </blockquote>
        <p class="aside">
          {date} · <span lang="zh-CN">{publisher}</span>{' '}
          <a href={page} target="_blank" rel="noopener noreferrer" lang="zh-CN">
            {title || page}
            <span class="said">{t('opens_new_tab')}</span>
          </a>
          {pages > 1 && ` · ${t('inbox_pages', pages)}`}
        </p>
        {!ready && <p class="aside">{t('inbox_no_body', body?.name ?? post ?? '')}</p>}
        <p class="actions">
          {buttons.map(([key, label, act]) => (
            <button key={key} type="button" class="button" aria-label={label} onClick={act}>
              {t(key)}
            </button>
          ))}
        </p>
      </div>
    </li>
  );
}

function kindWords({ kind, change = 'holds' }: InboxItem, t: Translate): string {
  if (kind === 'name') return t('inbox_new_name');
  return t(`inbox_${change}`);
}
