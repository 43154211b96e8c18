import { useEffect, useState } from 'preact/hooks';
import { useText } from '../ui/text';
import type { AppearanceService, Shortcut } from './view';

/** The keys as they are set now; they are changed in the browser's own page. */
export function ShortcutList({ service }: { service: AppearanceService }) {
  const t = useText();
  const [shortcuts, setShortcuts] = useState<Shortcut[]>([]);
  useEffect(() => {
    const read = () => void service.shortcuts().then(setShortcuts, () => setShortcuts([]));
    read();
    // Coming back from the browser's page, where they may have been changed.
    addEventListener('focus', read);
    return () => removeEventListener('focus', read);
  }, [service]);
  return (
    <section aria-labelledby="shortcuts">
      <h2 id="shortcuts">{t('shortcuts')}</h2>
      <dl>
        {shortcuts.map(({ name, keys }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{keys ? <kbd>{keys}</kbd> : <span class="aside">{t('shortcut_none')}</span>}</dd>
          </div>
        ))}
      </dl>
      <button type="button" class="button" onClick={() => service.openShortcuts()}>
        {t('shortcuts_change')}
      </button>
    </section>
  );
}
