import { useEffect, useState } from 'preact/hooks';
import { keyOf, useText } from '../../ui/text';
import { DifferenceList } from './DifferenceList';
import { EditOutcomes } from './EditOutcomes';
import { countsLine } from './PackItem';
import type { Decision, Difference, PackService, PackVersion } from './view';

interface PackPreviewProps {
  pack: string;
  role: 'pending' | 'previous';
  /** Undefined when it is not (or no longer) there. */
  version: PackVersion | undefined;
  service: PackService;
  onDone: (title: string, done: 'installed' | 'left' | 'settled') => void;
}

/** A version looked through: what it is, what it changes, how the reader's edits fare, and then taken or left. */
export function PackPreview({ pack, role, version, service, onDone }: PackPreviewProps) {
  const t = useText();
  const [difference, setDifference] = useState<Difference | null>(null);
  const [theirs, setTheirs] = useState<ReadonlyMap<string, ReadonlySet<string>>>(new Map());
  const [failure, setFailure] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  useEffect(() => {
    service.difference(pack, role).then(setDifference, (error) => setFailure(service.explain(error)));
  }, [service, pack, role]);

  const decisions = (): Decision[] =>
    (difference?.outcomes ?? []).filter(({ state }) => state !== 'settled').map(({ id }) => ({ id, theirs: [...(theirs.get(id) ?? [])] }));
  const attempt = async (action: () => Promise<void>, done: Parameters<typeof onDone>[1]) => {
    setBusy(true);
    setFailure(null);
    try {
      await action();
      onDone(difference?.title ?? pack, done);
    } catch (error) {
      setFailure(service.explain(error));
      setBusy(false);
    }
  };
  const shown = failure && (
    <p class="failure" role="alert">
      {failure}
    </p>
  );
  if (!version) return <p class="empty">{t('pack_gone')}</p>;
  if (!difference) return shown || <p class="empty">{t('file_reading')}</p>;
  const { title, from, to, licence, homepage, notes, outcomes, standing } = difference;
  const open = outcomes.filter(({ state }) => state !== 'settled');
  return (
    <article class="pack-preview">
      <h1 lang="zh-CN">{title}</h1>
      <dl>
        <div>
          <dt>{t('said_revision')}</dt>
          <dd>{from && from !== to ? t('pack_from_to', from, to) : to}</dd>
        </div>
        {from && from > to && (
          <div>
            <dt />
            <dd class="failure">{t('pack_older')}</dd>
          </div>
        )}
        <div>
          <dt>{t('pack_licence')}</dt>
          <dd>{licence}</dd>
        </div>
        <div>
          <dt>{t('pack_where')}</dt>
          <dd>
            {t(keyOf('pack_origin', version.origin))}
            {version.subscription && role === 'pending' && <span class="address"> {version.subscription.url}</span>}
          </dd>
        </div>
        {homepage && (
          <div>
            <dt>{t('pack_homepage')}</dt>
            <dd>
              <a class="link address" href={homepage} target="_blank" rel="noreferrer">
                {homepage}
              </a>
            </dd>
          </div>
        )}
        {role === 'pending' && (
          <div>
            <dt>{t('pack_holds')}</dt>
            <dd>{countsLine(t, version.counts)}</dd>
          </div>
        )}
      </dl>
      {notes.length > 0 && (
        <ul class="pack-notes">
          {notes.map(({ date, text }) => (
            <li key={`${date} ${text}`}>
              <time>{date}</time> <span lang="zh-CN">{text}</span>
            </li>
          ))}
        </ul>
      )}
      {(open.length > 0 || standing > 0) && (
        <EditOutcomes
          outcomes={open}
          standing={standing}
          theirs={theirs}
          onChoose={(id, path, theirsStands) => {
            const paths = new Set(theirs.get(id));
            if (theirsStands) paths.add(path);
            else paths.delete(path);
            setTheirs(new Map(theirs).set(id, paths));
          }}
        />
      )}
      <DifferenceList rows={difference.rows} />
      {shown}
      <p class="pack-actions sticky">
        {role === 'pending' && (
          <>
            <button
              type="button"
              class="button primary"
              disabled={busy}
              onClick={() => attempt(() => service.apply(pack, version.digest, decisions()), 'installed')}
            >
              {t(from ? 'pack_update' : 'pack_install')}
            </button>
            <button type="button" class="button" disabled={busy} onClick={() => attempt(() => service.leave(pack), 'left')}>
              {t(from ? 'pack_leave_version' : 'pack_leave')}
            </button>
          </>
        )}
        {role === 'previous' && open.length > 0 && (
          <button
            type="button"
            class="button primary"
            disabled={busy}
            onClick={() => attempt(() => service.settle(decisions()), 'settled')}
          >
            {t('pack_settle')}
          </button>
        )}
      </p>
    </article>
  );
}
