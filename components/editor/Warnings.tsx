import { TriangleAlert } from 'lucide';
import { Icon } from '../ui/Icon';
import { useText } from '../ui/text';
import type { Warning } from './use-warnings';

/** What deserves a look at one place of the form. */
export function Warnings({ id, found }: { id?: string; found: readonly Warning[] }) {
  const t = useText();
  if (found.length === 0) return null;
  return (
    <ul class="warnings" id={id}>
      {found.map(({ words, values, others, count }) => (
        <li key={`${words} ${values}`}>
          <Icon node={TriangleAlert} />
          <span>
            {t(words, ...values)}
            {others.map((other, at) => (
              <span key={other.id} data-type={other.type}>
                {at > 0 && '、'}
                <a href={`#/entity/${other.id}`} lang="zh-CN">
                  {other.name}
                </a>
                {other.summary && <small lang="zh-CN"> {other.summary}</small>}
              </span>
            ))}
            {count > others.length && ` ${t('collision_more', count - others.length)}`}
          </span>
        </li>
      ))}
    </ul>
  );
}
