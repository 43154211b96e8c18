import { useCallback, useEffect, useState } from 'preact/hooks';
import { Confirm } from '../../ui/Confirm';
import { Switch } from '../../ui/Switch';
import { useText } from '../../ui/text';
import type { SyncService, SyncState } from './view';

const ROOM = 102_400;

/** Whether saved entities, settings and small edits follow the reader to other machines, and what does not. */
export function SyncPage({ service, explain }: { service: SyncService; explain: (error: unknown) => string }) {
  const t = useText();
  const [state, setState] = useState<SyncState | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  const attempt = useCallback(
    async (action: () => Promise<unknown>, done?: string) => {
      try {
        await action();
        setFailure(null);
        setSaid(done ?? null);
      } catch (error) {
        setFailure(explain(error));
      }
      setState(await service.read());
    },
    [service, explain],
  );
  useEffect(() => {
    const ended = new AbortController();
    const read = () => void service.read().then(setState);
    service.watch(read, ended.signal);
    read();
    return () => ended.abort();
  }, [service]);
  if (!state) return <div class="page" />;
  const { on, at, bytes, count, error, left, more } = state;
  return (
    <div class="page sync">
      <h1>{t('nav_sync')}</h1>
      <p>{t('sync_about')}</p>
      <p class="aside">{t('sync_where')}</p>
      <div class="switch-row">
        <span aria-hidden="true">{t('sync_switch')}</span>
        <Switch checked={on} label={t('sync_switch')} onChange={(wanted) => attempt(() => service.setOn(wanted))} />
      </div>
      {failure && (
        <p class="failure" role="alert">
          {failure}
        </p>
      )}
      {on && error && (
        <p class="notice" role="status">
          {t(`sync_error_${error}`)}
        </p>
      )}
      {on && (
        <>
          <dl>
            <div>
              <dt>{t('sync_last')}</dt>
              <dd>{at ? <time dateTime={at}>{new Date(at).toLocaleString(t('ui_language'))}</time> : t('sync_never')}</dd>
            </div>
            <div>
              <dt>{t('sync_count')}</dt>
              <dd>{count.toLocaleString()}</dd>
            </div>
            <div>
              <dt>{t('sync_room')}</dt>
              <dd>{t('sync_percent', Math.ceil((100 * bytes) / ROOM))}</dd>
            </div>
          </dl>
          <button type="button" class="button" onClick={() => attempt(service.run)}>
            {t('sync_now')}
          </button>
          {left.length > 0 && (
            <section aria-labelledby="sync-left">
              <h2 id="sync-left">{t('sync_left', left.length + more)}</h2>
              <ul class="site-list">
                {left.map(({ key, name, why }) => (
                  <li key={key}>
                    <span lang="zh-CN">{name}</span>
                    <span class="aside">{t(`sync_why_${why}`)}</span>
                  </li>
                ))}
              </ul>
              {more > 0 && <p class="aside">{t('sync_more', more)}</p>}
            </section>
          )}
        </>
      )}
      {!on && (
        <section>
          <Confirm
            label={t('sync_clear')}
            question={t('sync_clear_question')}
            action={t('sync_clear_action')}
            onConfirm={() => attempt(service.clear, t('sync_cleared'))}
          />
          <p role="status" class="aside">
            {said}
          </p>
        </section>
      )}
    </div>
  );
}
