import { keyOf, useText } from '../ui/text';
import type { PageName } from './view';

interface SetAsideProps {
  names: readonly PageName[];
  onTakeBack(name: PageName): void;
}

/** Names the reader said mean nothing here, and the way to have them marked again. */
export function SetAside({ names, onTakeBack }: SetAsideProps) {
  const t = useText();
  if (names.length === 0) return null;
  return (
    <section>
      <h2>
        {t('panel_set_aside')} <span class="total">{names.length}</span>
      </h2>
      <ul>
        {names.map(({ type, name, page }) => (
          <li key={`${type}:${name}@${page}`} class="aside">
            <span>
              <span lang="zh-CN">{name}</span>
              <small>{t('in_brackets', t(keyOf('type', type)))}</small>
            </span>
            <button
              type="button"
              class="link"
              aria-label={t('panel_take_back_named', name)}
              onClick={() => onTakeBack({ type, name, page })}
            >
              {t('panel_take_back')}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
