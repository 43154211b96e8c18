import { useState } from 'preact/hooks';
import type { FileProblem } from '../../../lib/model/file-problem';
import { keyOf, useText } from '../../ui/text';
import { FileDrop } from '../FileDrop';
import { ProblemList } from '../transfer/ProblemList';
import type { ImportSummary } from '../transfer/view';
import type { Looked } from './view';

interface AddPackProps {
  busy: boolean;
  onFile: (file: File) => Promise<ImportSummary>;
  onLook: (url: string) => Promise<Looked>;
  /** It waits to be looked through. */
  onWaiting: (pack: string) => void;
  explain: (error: unknown) => string;
}

/** Two ways to a pack: a file, or an address to subscribe to. Neither installs anything by itself. */
export function AddPack({ busy, onFile, onLook, onWaiting, explain }: AddPackProps) {
  const t = useText();
  const [url, setUrl] = useState('');
  const [working, setWorking] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const [problems, setProblems] = useState<FileProblem[]>([]);

  const attempt = async (action: () => Promise<void>) => {
    setWorking(true);
    setFailure(null);
    setProblems([]);
    await action().catch((error) => setFailure(explain(error)));
    setWorking(false);
  };
  const open = (file: File) =>
    attempt(async () => {
      const summary = await onFile(file);
      if (summary.pack) onWaiting(summary.pack);
      else if (summary.kind === 'refused') setProblems(summary.problems);
      else setFailure(t('pack_other_file'));
    });
  const look = () =>
    attempt(async () => {
      const looked = await onLook(url.trim());
      if (looked.state === 'failed') setFailure(t(keyOf('fetch', looked.fault), looked.detail));
      else onWaiting(looked.pack);
    });
  return (
    <section class="pack-add" aria-labelledby="pack-add">
      <h2 id="pack-add">{t('pack_add')}</h2>
      <FileDrop hint={t('pack_file_hint')} busy={busy || working} onFile={open} />
      <form
        class="pack-address"
        onSubmit={(event) => {
          event.preventDefault();
          void look();
        }}
      >
        <label for="pack-url">{t('pack_address')}</label>
        <div>
          <input
            id="pack-url"
            type="url"
            required
            placeholder="https://"
            value={url}
            aria-describedby="pack-url-hint"
            onInput={(event) => setUrl(event.currentTarget.value)}
          />
          <button type="submit" class="button" disabled={busy || working}>
            {t('pack_address_look')}
          </button>
        </div>
        <p class="aside" id="pack-url-hint">
          {t('pack_address_hint')}
        </p>
      </form>
      {failure && (
        <p class="failure" role="alert">
          {failure}
        </p>
      )}
      {problems.length > 0 && <ProblemList problems={problems} title={t('file_refused')} />}
    </section>
  );
}
