import { useState } from 'preact/hooks';
import { useText } from '../../ui/text';
import { FileDrop } from '../FileDrop';
import type { Route } from '../route';
import { ImportPreview } from './ImportPreview';
import { ProblemList } from './ProblemList';
import { PublishForm } from './PublishForm';
import type { ImportOutcome, ImportSummary, TransferService } from './view';

interface TransferPageProps {
  service: TransferService;
  onNavigate: (route: Route) => void;
  /** The index was changed from here. */
  onChanged: () => void;
}

type State =
  | { name: 'idle'; said?: string; failed?: boolean; undoable?: boolean }
  | { name: 'reading' }
  | { name: 'refused' | 'preview'; file: string; summary: ImportSummary }
  | { name: 'running'; done: number; total: number };

/** Files in and out: what one would change before it does, and everything the reader has as files of their own. */
export function TransferPage({ service, onNavigate, onChanged }: TransferPageProps) {
  const t = useText();
  const [state, setState] = useState<State>({ name: 'idle' });
  const failed = (error: unknown) =>
    setState(isStopped(error) ? { name: 'idle', said: t('import_stopped') } : { name: 'idle', said: service.explain(error), failed: true });

  const open = async (file: File) => {
    setState({ name: 'reading' });
    try {
      const summary = await service.open(file);
      if (summary.pack) onNavigate({ page: 'packs', pack: summary.pack, role: 'pending' });
      setState({ name: summary.kind === 'refused' ? 'refused' : 'preview', file: file.name, summary });
    } catch (error) {
      failed(error);
    }
  };
  const run = async () => {
    setState({ name: 'running', done: 0, total: 0 });
    try {
      const outcome = await service.run((done, total) => setState({ name: 'running', done, total }));
      onChanged();
      setState({ name: 'idle', said: outcomeLine(t, outcome), undoable: true });
    } catch (error) {
      failed(error);
    }
  };
  const takeBack = async () => {
    try {
      await service.takeBack();
      onChanged();
      setState({ name: 'idle', said: t('import_taken_back') });
    } catch (error) {
      failed(error);
    }
  };
  const save = (action: () => Promise<void>) => action().catch(failed);
  return (
    <div class="page wide">
      <h1>{t('nav_transfer')}</h1>
      <section aria-labelledby="import">
        <h2 id="import">{t('import_title')}</h2>
        {state.name !== 'preview' && state.name !== 'running' && (
          <FileDrop hint={t('import_hint')} busy={state.name === 'reading'} onFile={open} />
        )}
        {(state.name === 'reading' || state.name === 'running') && (
          <p class="progress" role="status">
            <progress
              {...(state.name === 'running' && state.total > 0 && { value: state.done, max: state.total })}
              aria-label={t('import_running')}
            />
            <span>
              {state.name === 'running' && state.total > 0
                ? t('import_progress', state.done.toLocaleString(), state.total.toLocaleString())
                : t('file_reading')}
            </span>
            <button type="button" class="button" onClick={service.stop}>
              {t('import_stop')}
            </button>
          </p>
        )}
        {state.name === 'idle' && (
          <p class={state.failed ? 'failure' : 'aside'} role={state.failed ? 'alert' : 'status'}>
            {state.said}{' '}
            {state.undoable && (
              <button type="button" class="link" onClick={takeBack}>
                {t('undo')}
              </button>
            )}
          </p>
        )}
        {state.name === 'refused' && (
          <>
            <p class="failure">{t('import_refused', state.file)}</p>
            <ProblemList problems={state.summary.problems} title={t('file_refused')} />
          </>
        )}
        {state.name === 'preview' && !state.summary.pack && (
          <ImportPreview
            file={state.file}
            summary={state.summary}
            service={service}
            onRun={run}
            onLeave={() => setState({ name: 'idle' })}
          />
        )}
      </section>
      <section aria-labelledby="export">
        <h2 id="export">{t('export_title')}</h2>
        <ul class="exports">
          {(
            [
              ['backup', service.saveBackup],
              ['table', service.saveTable],
              ['popolo', service.savePopolo],
            ] as const
          ).map(([what, action]) => (
            <li key={what}>
              <div>
                <h3>{t(`export_${what}`)}</h3>
                <p class="aside">{t(`export_${what}_about`)}</p>
              </div>
              <button type="button" class="button" onClick={() => save(action)}>
                {t('export_save', t(`export_${what}`))}
              </button>
            </li>
          ))}
        </ul>
      </section>
      <PublishForm service={service} onFailure={failed} />
    </div>
  );
}

function outcomeLine(t: ReturnType<typeof useText>, { count, skipped }: ImportOutcome): string {
  return [t('import_done', count.toLocaleString()), skipped > 0 ? t('import_skipped', skipped) : ''].filter(Boolean).join(' ');
}

function isStopped(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'AbortError';
}
