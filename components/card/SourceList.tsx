import { ExternalLink } from 'lucide';
import { useEffect, useRef } from 'preact/hooks';
import type { SourceId } from '../../lib/model/ids';
import { Icon } from '../ui/Icon';
import { useText } from '../ui/text';
import type { Citation } from './citations';

interface SourceListProps {
  cited: Citation[];
  /** The one a fact's number led to. */
  shown: SourceId | null;
}

/** Every source by its number, the latest first, each with what it is cited for. */
export function SourceList({ cited, shown }: SourceListProps) {
  const t = useText();
  const found = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (!shown) return;
    found.current?.scrollIntoView({ block: 'nearest' });
    found.current?.focus({ preventScroll: true });
  }, [shown]);
  return (
    <ol class="sources">
      {cited.map(({ source, facts }, index) => (
        <li key={source.id} ref={source.id === shown ? found : undefined} tabIndex={-1} data-shown={source.id === shown || undefined}>
          <span class="number">{index + 1}</span>
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
            {facts.length > 0 && <small>{facts.join(t('list_comma'))}</small>}
          </span>
        </li>
      ))}
    </ol>
  );
}
