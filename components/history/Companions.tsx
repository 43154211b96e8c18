import { routeHash } from '../options/route';
import { useText } from '../ui/text';
import type { Companion } from './view';

/** Who and what stands on the same pages, the most often first. */
export function Companions({ companions }: { companions: Companion[] }) {
  const t = useText();
  return (
    <ul class="companions">
      {companions.map(({ entityId, name, type, pages, last }) => (
        <li key={entityId} data-type={type}>
          <span class="dot" />
          <a href={routeHash({ page: 'met', entity: entityId })} lang="zh-CN">
            {name}
            <span class="said">{t('in_brackets', t(`type_${type}`))}</span>
          </a>
          <span class="aside">{t('history_together_count', pages, last)}</span>
        </li>
      ))}
    </ul>
  );
}
