import { TriangleAlert } from 'lucide';
import { Icon } from '../ui/Icon';
import { keyOf, useText } from '../ui/text';
import type { Collision } from './use-collisions';

/** What the finder would confuse the names with. Nothing of it keeps one from saving: two people may well be called the same. */
export function Collisions({ found }: { found: readonly Collision[] }) {
  const t = useText();
  return (
    <div role="status" aria-label={t('collisions_label')}>
      {found.length > 0 && (
        <ul class="collisions">
          {found.map(({ kind, name, others, count }) => (
            <li key={`${kind} ${name}`}>
              <Icon node={TriangleAlert} />
              <span>
                {t(keyOf('collision', kind), name)}
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
      )}
    </div>
  );
}
