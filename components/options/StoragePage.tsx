import { useCallback, useEffect, useState } from 'preact/hooks';
import { ENTITY_TYPES } from '../../lib/model/entity';
import { useText } from '../ui/text';
import type { IndexService, StorageFacts } from './view';

const MEGABYTE = 1_000_000;

/** What is kept on this machine, and how much of it. */
export function StoragePage({ service }: { service: IndexService }) {
  const t = useText();
  const [facts, setFacts] = useState<StorageFacts | null>(null);
  const [error, setError] = useState<string | null>(null);
  const read = useCallback(() => service.storage().then(setFacts, (failure) => setError(service.explain(failure))), [service]);
  useEffect(() => void read(), [read]);
  return (
    <div class="page">
      <h1>{t('nav_storage')}</h1>
      {error && (
        <p class="failure" role="alert">
          {error}
        </p>
      )}
      {facts?.trouble && (
        <p class="failure" role="alert">
          {facts.trouble}
        </p>
      )}
      {facts && (
        <dl>
          {ENTITY_TYPES.map((type) => (
            <div key={type}>
              <dt>{t(`type_${type}`)}</dt>
              <dd>{facts.counts[type].toLocaleString()}</dd>
            </div>
          ))}
          <div>
            <dt>{t('storage_saved')}</dt>
            <dd>{facts.saved.toLocaleString()}</dd>
          </div>
          {facts.packs.map(({ id, title, revision }) => (
            <div key={id}>
              <dt lang="zh-CN">{title}</dt>
              <dd>{t('storage_revision', revision)}</dd>
            </div>
          ))}
          {facts.bytes !== null && (
            <div>
              <dt>{t('storage_used')}</dt>
              <dd>{t('storage_megabytes', (facts.bytes / MEGABYTE).toFixed(1))}</dd>
            </div>
          )}
          <div>
            <dt>{t('storage_kept')}</dt>
            <dd>
              {facts.persisted ? (
                t('storage_persisted')
              ) : (
                <button type="button" class="button" onClick={() => service.persist().then(read)}>
                  {t('storage_persist')}
                </button>
              )}
            </dd>
          </div>
        </dl>
      )}
    </div>
  );
}
