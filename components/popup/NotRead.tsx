import { Highlighter } from 'lucide';
import { Icon } from '../ui/Icon';
import { useText } from '../ui/text';
import type { PageState, PopupEvents } from './view';

interface NotReadProps {
  page: Exclude<PageState, { kind: 'ready' }>;
  events: PopupEvents;
}

/** Why nothing is listed, and what can be done about it. */
export function NotRead({ page, events }: NotReadProps) {
  const t = useText();
  if (page.kind === 'closed') return <p class="empty">{t(`popup_closed_${page.why}`)}</p>;
  if (page.kind !== 'foreign') return <p class="empty">{t(`popup_page_${page.kind}`)}</p>;
  return (
    <div class="empty">
      <p>{t('popup_page_foreign')}</p>
      <button type="button" class="button primary" onClick={events.onAnnotate}>
        <Icon node={Highlighter} />
        {t('popup_annotate')}
      </button>
      <p>
        <button type="button" class="link" onClick={() => events.onAddSite(page.host)}>
          {t('popup_add_site', page.host)}
        </button>
      </p>
    </div>
  );
}

/** Of a page that is annotated this once: how to have its site annotated always. */
export function Visiting({ page, events }: { page: PageState & { kind: 'ready' }; events: PopupEvents }) {
  const t = useText();
  if (!page.visiting) return null;
  return (
    <p class="visiting">
      {t('popup_visiting')}
      <button type="button" class="link" onClick={() => events.onAddSite(page.host)}>
        {t('popup_add_site', page.host)}
      </button>
    </p>
  );
}
