import { useCallback, useEffect, useState } from 'preact/hooks';
import { ENTITY_TYPES } from '../../lib/model/entity';
import { Confirm } from '../ui/Confirm';
import { useText } from '../ui/text';
import { ResetForm } from './ResetForm';
import { routeHash } from './route';
import type { IndexService, StorageFacts } from './view';

const MEGABYTE = 1_000_000;
const KEPT = [
  ['edits', 'changes'],
  ['saved', null],
  ['visits', 'history'],
  ['inbox', 'inbox'],
  ['verdicts', null],
  ['journal', 'changes'],
] as const;

interface StoragePageProps {
  service: IndexService;
  /** Offers everything as one file, for the reader to keep. */
  saveBackup: () => Promise<void>;
}

/** What is kept on this machine and how much of it, and how to be rid of it. */
export function StoragePage({ service, saveBackup }: StoragePageProps) {
  const t = useText();
  const [facts, setFacts] = useState<StorageFacts | null>(null);
  const [error, setError] = useState<string | null>(null);
  const [said, setSaid] = useState('');
  const read = useCallback(() => service.storage().then(setFacts, (failure) => setError(service.explain(failure))), [service]);
  useEffect(() => void read(), [read]);
  const attempt = (action: () => Promise<unknown>, done: string) =>
    action().then(
      async () => {
        setError(null);
        setSaid(done);
        await read();
      },
      (failure) => setError(service.explain(failure)),
    );
  return (
    <div class="page storage">
      <h1>{t('nav_storage')}</h1>
      <p>{t('storage_about')}</p>
      {[error, facts?.trouble].map(
        (text) =>
          text && (
            <p class="failure" role="alert" key={text}>
              {text}
            </p>
          ),
      )}
      <p class="aside" role="status">
        {said}
      </p>
      {facts && (
        <>
          <section aria-labelledby="storage-kept">
            <h2 id="storage-kept">{t('storage_mine')}</h2>
            <dl>
              {KEPT.map(([part, page]) => (
                <div key={part}>
                  <dt>{page ? <a href={routeHash({ page })}>{t(`storage_${part}`)}</a> : t(`storage_${part}`)}</dt>
                  <dd>{facts.kept[part].toLocaleString()}</dd>
                </div>
              ))}
            </dl>
          </section>
          <section aria-labelledby="storage-packs">
            <h2 id="storage-packs">{t('nav_packs')}</h2>
            <dl>
              {facts.packs.map(({ id, title, revision }) => (
                <div key={id}>
                  <dt lang="zh-CN">{title}</dt>
                  <dd>{t('storage_revision', revision)}</dd>
                </div>
              ))}
              {ENTITY_TYPES.map((type) => (
                <div key={type}>
                  <dt>{t(`type_${type}`)}</dt>
                  <dd>{facts.counts[type].toLocaleString()}</dd>
                </div>
              ))}
            </dl>
          </section>
          <section aria-labelledby="storage-space">
            <h2 id="storage-space">{t('storage_space')}</h2>
            <dl>
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
          </section>
          <section aria-labelledby="storage-wipe">
            <h2 id="storage-wipe">{t('storage_wipe')}</h2>
            <Confirm
              label={t('storage_wipe_history')}
              question={t('storage_wipe_question', facts.kept.visits)}
              action={t('storage_wipe_action')}
              disabled={facts.kept.visits === 0}
              onConfirm={() => void attempt(service.wipeHistory, t('history_wiped'))}
            />
            <ResetForm
              onBackup={() => attempt(saveBackup, t('storage_backed_up'))}
              onReset={() => attempt(service.reset, t('storage_reset_done'))}
            />
          </section>
        </>
      )}
    </div>
  );
}
