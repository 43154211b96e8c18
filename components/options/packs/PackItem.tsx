import { ArrowDown, ArrowUp } from 'lucide';
import { useState } from 'preact/hooks';
import { Icon } from '../../ui/Icon';
import { Switch } from '../../ui/Switch';
import { keyOf, useText } from '../../ui/text';
import { routeHash } from '../route';
import type { InstalledPack, PackCounts } from './view';

interface PackItemProps {
  pack: InstalledPack;
  first: boolean;
  last: boolean;
  /** Another job runs. */
  busy: boolean;
  onEnable: (enabled: boolean) => void;
  onMove: (by: 1 | -1) => void;
  onLook: () => void;
  onBack: () => void;
  onRemove: () => void;
}

/** An installed pack: what it is, where it comes from, and what can be done with it. */
export function PackItem({ pack, first, last, busy, onEnable, onMove, onLook, onBack, onRemove }: PackItemProps) {
  const t = useText();
  const [asking, setAsking] = useState(false);
  const { title, subscription, pending, previous } = pack;
  return (
    <li class={pack.enabled ? 'pack' : 'pack off'}>
      <div class="pack-head">
        <h2 lang="zh-CN">{title}</h2>
        <span class="tag">{t(keyOf('pack_origin', pack.origin))}</span>
        <span class="pack-order">
          <button
            type="button"
            class="icon-button"
            disabled={first || busy}
            aria-label={t('pack_up', title)}
            title={t('pack_up', title)}
            onClick={() => onMove(1)}
          >
            <Icon node={ArrowUp} />
          </button>
          <button
            type="button"
            class="icon-button"
            disabled={last || busy}
            aria-label={t('pack_down', title)}
            title={t('pack_down', title)}
            onClick={() => onMove(-1)}
          >
            <Icon node={ArrowDown} />
          </button>
          <Switch checked={pack.enabled} label={t('pack_enabled', title)} onChange={onEnable} />
        </span>
      </div>
      <p class="aside">
        {t('storage_revision', pack.revision)} · {pack.licence}
        {pack.counts && <> · {countsLine(t, pack.counts)}</>}
      </p>
      {subscription && (
        <p class="aside">
          <span class="address">{subscription.url}</span> ·{' '}
          {t('pack_checked', new Date(subscription.checkedAt).toLocaleString(t('ui_language')))}
        </p>
      )}
      {subscription?.failure && (
        <p class="failure" role="alert">
          {t(keyOf('fetch', subscription.failure.fault), subscription.failure.detail)} {t('pack_kept')}
        </p>
      )}
      {pending && (
        <p class="notice">
          {t('pack_waiting', pending.revision)}{' '}
          <a class="link" href={routeHash({ page: 'packs', pack: pack.id, role: 'pending' })}>
            {t('pack_show')}
          </a>
        </p>
      )}
      {asking ? (
        <p class="pack-actions" role="alert">
          <span>{t('pack_remove_sure', title)}</span>
          <button type="button" class="button danger" onClick={onRemove}>
            {t('pack_remove')}
          </button>
          <button type="button" class="button" onClick={() => setAsking(false)}>
            {t('pack_keep')}
          </button>
        </p>
      ) : (
        <p class="pack-actions">
          {subscription && (
            <button type="button" class="button" disabled={busy} onClick={onLook}>
              {t('pack_look')}
            </button>
          )}
          {previous && (
            <>
              <a class="button" href={routeHash({ page: 'packs', pack: pack.id, role: 'previous' })}>
                {t('pack_changes')}
              </a>
              <button type="button" class="button" disabled={busy} onClick={onBack}>
                {t('pack_back', previous.revision)}
              </button>
            </>
          )}
          {pack.origin !== 'builtin' && (
            <button type="button" class="button" disabled={busy} onClick={() => setAsking(true)}>
              {t('pack_remove')}
            </button>
          )}
        </p>
      )}
    </li>
  );
}

/** How much a pack holds, in one line. */
export function countsLine(t: ReturnType<typeof useText>, { persons, organizations, projects }: PackCounts): string {
  const count = (type: 'official' | 'organization' | 'project', number: number) => `${t(`type_${type}`)} ${number.toLocaleString()}`;
  return [count('official', persons), count('organization', organizations), count('project', projects)].join(' · ');
}
